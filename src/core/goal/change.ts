import { type DraftProblem, endsOf, problemsOfDate, problemsOfNumbers } from './draft.ts'
import { type Goal, isReached } from './goal.ts'

/** A moment at which all goals are looked at again (PRODUCT, *Review*): `meeting-3` is the third required meeting. */
export type Moment = 'middle' | 'end' | `meeting-${number}`

/** The moment that a button, a form or a stored change names. */
export function momentIn(written: string | undefined): Moment | undefined {
  if (written === 'middle' || written === 'end') return written
  const [, number] = /^meeting-(\d{1,2})$/.exec(written ?? '') ?? []
  return number === undefined ? undefined : `meeting-${Number(number)}`
}

/** What became of a goal, and the owner's reason for it. */
export interface GoalChange {
  readonly goalId: string
  readonly kind: 'adjusted' | 'kept' | 'retired' | 'reopened'
  readonly on: Temporal.PlainDate
  readonly why?: string
  /** Set where it was the answer to a review of the goals. */
  readonly moment?: Moment
}

/** What a goal is to become. */
export interface Adjusted {
  readonly title: string
  readonly target: number
  readonly dueOn: Temporal.PlainDate
}

/** What of the adjusted goal cannot be, by field. */
export function checkAdjusted(
  goal: Goal,
  adjusted: Adjusted,
  today: Temporal.PlainDate,
): readonly { readonly field: string; readonly problem: DraftProblem }[] {
  const { title, target, dueOn } = adjusted
  const sameDay = dueOn.equals(goal.dueOn)
  if (title === goal.title && target === goal.target && sameDay) {
    return [{ field: 'title', problem: 'nothing-changed' }]
  }
  const numbers = goal.measure === 'yes-no' ? [] : problemsOfTarget(goal, target)
  const late = goal.milestones.some(
    ({ done, dueOn: day }) => !done && Temporal.PlainDate.compare(day, dueOn) > 0,
  )
  // A day that has passed already may stay while something else is put right.
  const dates = sameDay ? [] : problemsOfDate(dueOn, today)
  return [
    ...numbers,
    ...dates,
    ...(late && !sameDay && dates.length === 0
      ? [{ field: 'dueOn', problem: 'due-before-milestone' } as const]
      : []),
  ]
}

function problemsOfTarget(goal: Goal, target: number) {
  const { measure, baseline, value } = goal
  const problems = problemsOfNumbers({ measure, baseline, target })
  if (problems.length > 0 || target === goal.target) return problems
  const met = isReached(endsOf({ measure, baseline, target }), value)
  return met ? [{ field: 'target', problem: 'target-is-met' } as const] : []
}
