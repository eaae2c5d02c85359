import type { Pair } from '../../core/pair/pair.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** The ids of those among the pairs whose two are peers: nobody in them is a mentor. */
export async function peerPairsAmong(scope: Scope, pairs: readonly Pair[]): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set()
  const stored = await programsById(scope, [...new Set(pairs.map(({ programId }) => programId))])
  const peer = new Set(stored.filter(({ program }) => program.type === 'peer').map(({ id }) => id))
  return new Set(pairs.filter(({ programId }) => peer.has(programId)).map(({ id }) => id))
}
