import { otherOf, type Pair, type Side, sideOf } from '../../core/pair/pair.ts'
import { formerMember } from '../../core/people/former-member.ts'
import { activePairsOf, pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** An active pair as one of the two sees it. */
export interface Companion {
  readonly pair: Pair
  /** Between peers nobody is a mentor: both have goals of their own, as mentees have. */
  readonly side: Side
  /** The other's name. */
  readonly other: string
}

/** The person's active pairs, with whom they are in them. */
export async function companionsOf(scope: Scope, personId: string): Promise<Companion[]> {
  const pairs = await activePairsOf(scope, personId)
  return withNames(scope, personId, pairs)
}

/** These pairs as the person sees them, whatever has become of them. */
export function companionsIn(scope: Scope, personId: string, pairs: readonly Pair[]): Promise<Companion[]> {
  return withNames(scope, personId, pairs)
}

/** The pair of that id, if it is active and this person is in it: an id in a payload proves nothing. */
export async function companionIn(
  scope: Scope,
  personId: string,
  pairId: string,
): Promise<Companion | undefined> {
  const pair = await pairById(scope, pairId)
  if (pair?.state !== 'active') return undefined
  const [companion] = await withNames(scope, personId, [pair])
  return companion
}

async function withNames(scope: Scope, personId: string, pairs: readonly Pair[]): Promise<Companion[]> {
  if (pairs.length === 0) return []
  const others = await peopleById(
    scope,
    pairs.map((pair) => otherOf(pair, personId)),
  )
  const names = new Map(others.map(({ id, name }) => [id, name]))
  const programs = await programsById(
    scope,
    pairs.map(({ programId }) => programId),
  )
  const peers = new Set(programs.filter(({ program }) => program.type === 'peer').map(({ id }) => id))
  return pairs.flatMap((pair) => {
    const known = sideOf(pair, personId)
    const side = known && peers.has(pair.programId) ? 'mentee' : known
    return side ? [{ pair, side, other: names.get(otherOf(pair, personId)) ?? formerMember }] : []
  })
}
