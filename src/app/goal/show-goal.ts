import type { Goal } from '../../core/goal/goal.ts'
import { type GoalPage, goalPage } from '../../core/goal/page-messages.ts'
import { goalGone } from '../../core/goal/progress-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { otherOf, sideOf } from '../../core/pair/pair.ts'
import { formerMember } from '../../core/people/former-member.ts'
import { todayOf } from '../../core/people/person.ts'
import { changesOf, progressOf } from '../../store/goal-history.ts'
import { goalById } from '../../store/goals.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Turn } from '../turn.ts'

/** One goal with its history, for the two of its pair. */
export async function showGoal(turn: Turn): Promise<Outcome> {
  const [goalId] = turn.about
  const goal = goalId === undefined ? undefined : await goalById(turn.scope, goalId)
  return goal ? await showPage(turn, goal) : { kind: 'show', message: goalGone }
}

/** The same of a goal that is known already. Whoever is not of its pair is told that it is not there. */
export async function showPage(turn: Turn, goal: Goal): Promise<Outcome> {
  const page = await pageOf(turn, goal)
  if (!page) return { kind: 'show', message: goalGone }
  const { person, scope } = turn
  const eyes = { today: todayOf(person, scope.now), locale: person.locale }
  return { kind: 'show', message: goalPage(page, eyes) }
}

/** What an own goal was about stays readable to its owner when the pair is over; to the other it does not. */
async function pageOf({ scope, person }: Turn, goal: Goal): Promise<GoalPage | undefined> {
  const pair = await pairById(scope, goal.pairId)
  const own = goal.ownerId === person.id
  if (!pair || !sideOf(pair, person.id) || (pair.state !== 'active' && !own)) return undefined
  const [other] = await peopleById(scope, [otherOf(pair, person.id)])
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(person.zone).toPlainDate()
  const entries = await progressOf(scope, goal.id)
  const changes = await changesOf(scope, [goal.id])
  return {
    goal,
    entries: entries.map(({ at, value, note }) => ({
      on: day(at),
      value,
      ...(note !== undefined && { note }),
    })),
    changes: changes.map(({ at, goalId, kind, why }) => ({
      goalId,
      kind,
      on: day(at),
      ...(why !== undefined && { why }),
    })),
    other: other?.name ?? formerMember,
    own,
    active: pair.state === 'active',
  }
}
