import type { Program } from '../../core/program/program.ts'
import { programsById } from '../../store/programs.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'

/** One of the person's active pairs, with its program. */
export interface InProgram extends Companion {
  readonly program: Program
}

/** The person's pairs that they may end, or the one that is named. Rounds of a peer program end by themselves. */
export async function closablePairs(
  { scope, person }: Pick<Turn, 'scope' | 'person'>,
  pairId: string | undefined,
): Promise<InProgram[]> {
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && !named) return []
  const companions = named ? [named] : await companionsOf(scope, person.id)
  const ids = [...new Set(companions.map(({ pair }) => pair.programId))]
  const programs = new Map((await programsById(scope, ids)).map(({ id, program }) => [id, program]))
  return companions.flatMap((companion) => {
    const program = programs.get(companion.pair.programId)
    return program && program.type !== 'peer' ? [{ ...companion, program }] : []
  })
}
