import { type Adjusted, checkAdjusted, type Moment, momentIn } from '../../core/goal/change.ts'
import { adjustForm, retireForm } from '../../core/goal/change-forms.ts'
import { type Goal, MOST_OPEN_GOALS } from '../../core/goal/goal.ts'
import { goalGone } from '../../core/goal/progress-messages.ts'
import { goalChanged } from '../../core/goal/review-messages.ts'
import { describeDraftProblem, enoughGoals } from '../../core/goal/wizard-messages.ts'
import { textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { addGoalChange } from '../../store/goal-history.ts'
import { changeGoal, goalById, openGoalsOfOwner, reopenGoal, retireGoal } from '../../store/goals.ts'
import type { Turn } from '../turn.ts'
import { openGoalIn, ownGoalIn } from './own-goal.ts'
import { updateReview } from './review-goals.ts'

/** The form by which a goal becomes another one, with the reason. */
export function askAdjust(turn: Turn): Promise<Outcome> {
  return askAbout(turn, adjustForm)
}

/** The form by which a goal is let go. */
export function askRetire(turn: Turn): Promise<Outcome> {
  return askAbout(turn, retireForm)
}

async function askAbout(turn: Turn, formOf: typeof adjustForm): Promise<Outcome> {
  const own = await openGoalIn(turn)
  if (!own) return { kind: 'show', message: goalGone }
  return { kind: 'form', form: formOf(own.goal, openedAt(turn)) }
}

/** The goal goes on as it is put now; what it was and why it changed stays in its history. */
export async function saveAdjusted(turn: Turn): Promise<Outcome> {
  const own = await openGoalIn(turn)
  if (!own) return { kind: 'show', message: goalGone }
  const { goal } = own
  const { scope, person, values } = turn
  const adjusted = adjustedIn(values, goal)
  const problems = checkAdjusted(goal, adjusted, todayOf(person, scope.now))
  if (problems.length > 0) {
    const errors = problems.map(({ field, problem }) => [field, describeDraftProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form: adjustForm(goal, openedAt(turn)) }
  }
  await changeGoal(scope, goal.id, adjusted)
  const { title, target, dueOn } = goal
  return await changed(turn, goal, {
    kind: 'adjusted',
    before: { title, target, dueOn: dueOn.toString() },
    after: { ...adjusted, dueOn: adjusted.dueOn.toString() },
  })
}

/** The goal is let go, kindly and with its history. */
export async function saveRetired(turn: Turn): Promise<Outcome> {
  const own = await openGoalIn(turn)
  if (!own) return { kind: 'show', message: goalGone }
  await retireGoal(turn.scope, own.goal.id)
  return await changed(turn, own.goal, { kind: 'retired' })
}

/** A goal that was let go is taken up again, if there is room for it. */
export async function takeUpAgain(turn: Turn): Promise<Outcome> {
  const own = await ownGoalIn(turn)
  if (own?.goal.state !== 'retired') return { kind: 'show', message: goalGone }
  const open = await openGoalsOfOwner(turn.scope, turn.person.id)
  if (open.length >= MOST_OPEN_GOALS) return { kind: 'show', message: enoughGoals }
  await reopenGoal(turn.scope, own.goal.id)
  return await changed(turn, own.goal, { kind: 'reopened' })
}

interface Change {
  readonly kind: 'adjusted' | 'retired' | 'reopened'
  readonly before?: unknown
  readonly after?: unknown
}

async function changed(turn: Turn, goal: Goal, change: Change): Promise<Outcome> {
  const { scope, person, values } = turn
  const why = textIn(values, 'why')
  const { moment } = openedAt(turn)
  await addGoalChange(scope, {
    ...change,
    goalId: goal.id,
    authorId: person.id,
    ...(why !== '' && { why }),
    ...(moment && { moment }),
  })
  await audit(scope, { actor: person.id, action: `goal.${change.kind}`, subject: goal.id })
  if (moment) await updateReview(scope, { pairId: goal.pairId, person, moment })
  const now = (await goalById(scope, goal.id)) ?? goal
  const eyes = { today: todayOf(person, scope.now), locale: person.locale }
  return { kind: 'show', message: goalChanged(now, change.kind, eyes) }
}

function openedAt({ about }: Turn): { readonly moment?: Moment } {
  const moment = momentIn(about[1])
  return moment ? { moment } : {}
}

function adjustedIn(values: Values, goal: Goal): Adjusted {
  const target = textIn(values, 'target')
  return {
    title: textIn(values, 'title'),
    target: target === '' ? goal.target : Number(target.trim().replace(',', '.')),
    dueOn: Temporal.PlainDate.from(textIn(values, 'dueOn')),
  }
}
