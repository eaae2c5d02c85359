import type { Goal } from '../../core/goal/goal.ts'
import { otherReachedGoal, ownGoalReached } from '../../core/goal/review-messages.ts'
import { otherOf } from '../../core/pair/pair.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { celebrateOnce } from '../../store/goals.ts'
import { queue } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** Tells both of a reached goal, once for ever: its owner now, the other when they can be reached. */
export async function celebrate(scope: Scope, goal: Goal): Promise<void> {
  const pair = await pairById(scope, goal.pairId)
  if (pair?.state !== 'active' || !(await celebrateOnce(scope, goal.id))) return
  const people = await peopleById(scope, [goal.ownerId, otherOf(pair, goal.ownerId)])
  const owner = people.find(({ id }) => id === goal.ownerId)
  const other = people.find(({ id }) => id !== goal.ownerId)
  const [stored] = await programsById(scope, [pair.programId])
  if (!owner || !other || !stored) return
  const availability = availabilityOf(other, stored.program.blackouts)
  const after = nextFit({ instant: scope.now, availability })
  await queue(scope, [
    ...toPerson(owner, {
      key: `goal:${goal.id}:reached:${owner.id}`,
      author: owner.id,
      message: ownGoalReached(goal, { ...eyesOf(owner, scope), other: other.name }),
    }),
    ...toPerson(other, {
      key: `goal:${goal.id}:reached:${other.id}`,
      author: owner.id,
      message: otherReachedGoal(goal, { ...eyesOf(other, scope), owner: owner.name }),
      ...(after && { after }),
    }),
  ])
}

function eyesOf(person: Person, { now }: Scope) {
  return { today: todayOf(person, now), locale: person.locale }
}
