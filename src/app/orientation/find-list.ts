import { listOf, type OrientationList } from '../../core/orientation/orientation.ts'
import { type OrientationPoint, orientationPoints } from '../../core/program/orientation.ts'
import { ticksOf } from '../../store/orientation-ticks.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'

/** A pair that has an orientation list, as one of the two sees it. */
export interface PairWithList {
  readonly companion: Companion
  readonly points: readonly OrientationPoint[]
}

/** The person's active pairs whose program has a list. */
export async function pairsWithList({
  scope,
  person,
}: Pick<Turn, 'scope' | 'person'>): Promise<PairWithList[]> {
  return withPoints(scope, await companionsOf(scope, person.id))
}

/** The pair of that id, if it is active, theirs, and has a list. */
export async function pairWithList(
  { scope, person }: Pick<Turn, 'scope' | 'person'>,
  pairId: string | undefined,
): Promise<PairWithList | undefined> {
  const companion = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  const [found] = companion ? await withPoints(scope, [companion]) : []
  return found
}

/** The list as it stands now. */
export async function listNow(scope: Scope, { companion, points }: PairWithList): Promise<OrientationList> {
  return listOf(points, await ticksOf(scope, companion.pair.id))
}

async function withPoints(scope: Scope, companions: readonly Companion[]): Promise<PairWithList[]> {
  const programs = await programsById(scope, [...new Set(companions.map(({ pair }) => pair.programId))])
  return companions.flatMap((companion) => {
    const program = programs.find(({ id }) => id === companion.pair.programId)?.program
    const points = program ? orientationPoints(program) : []
    return points.length > 0 ? [{ companion, points }] : []
  })
}
