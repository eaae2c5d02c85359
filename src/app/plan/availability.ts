import { availabilityOf } from '../../core/people/person.ts'
import type { Action } from '../../core/plan/action.ts'
import type { Availability } from '../../core/time/slot.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** When the owner of an action can be reached about it; undefined where its pair does not go on. */
export async function availabilityIn(
  scope: Scope,
  { pairId, ownerId }: Pick<Action, 'pairId' | 'ownerId'>,
): Promise<Availability | undefined> {
  const pair = await pairById(scope, pairId)
  const [owner] = await peopleById(scope, [ownerId])
  if (pair?.state !== 'active' || !owner) return undefined
  const [stored] = await programsById(scope, [pair.programId])
  return availabilityOf(owner, stored?.program.blackouts ?? [])
}
