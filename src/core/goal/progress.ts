import { type Goal, isReached } from './goal.ts'

export type Status = 'on-track' | 'at-risk' | 'off-track'

/** Down to so many points under the line a goal is on track (PRODUCT, *Goals*). */
const ON_TRACK_POINTS = 10
/** And down to so many it is at risk. */
const AT_RISK_POINTS = 25

type Measured = Pick<
  Goal,
  'measure' | 'baseline' | 'target' | 'value' | 'startsOn' | 'dueOn' | 'milestones' | 'state'
>

/** How much of the way from baseline to target is done, 0 to 100, whichever way the goal counts. */
export function percentDone(goal: Measured): number {
  const { measure, baseline, target, value, milestones } = goal
  if (goal.state === 'reached' || isReached(goal, value)) return 100
  if (measure === 'yes-no') return shareOf(milestones, ({ done }) => done)
  return Math.min(100, Math.max(0, ((value - baseline) / (target - baseline)) * 100))
}

/**
 * How an open goal stands against the line from its start to its target date. A yes-or-no goal is held against its
 * milestones due, and where it has none it is on track until its date has passed.
 */
export function statusOf(goal: Measured, today: Temporal.PlainDate): Status {
  if (goal.measure === 'yes-no' && goal.milestones.length === 0) {
    return isReached(goal, goal.value) || !isPast(goal.dueOn, today) ? 'on-track' : 'off-track'
  }
  const behind = round(percentExpected(goal, today) - percentDone(goal))
  if (behind <= ON_TRACK_POINTS) return 'on-track'
  return behind <= AT_RISK_POINTS ? 'at-risk' : 'off-track'
}

/** Where the line stands today, 0 to 100. A day belongs to what is due on it: only the day after is late. */
function percentExpected(
  { measure, milestones, startsOn, dueOn }: Measured,
  today: Temporal.PlainDate,
): number {
  if (isPast(dueOn, today)) return 100
  if (measure === 'yes-no') return shareOf(milestones, (milestone) => isPast(milestone.dueOn, today))
  const whole = daysFrom(startsOn, dueOn)
  const gone = Math.max(0, daysFrom(startsOn, today))
  return whole <= 0 ? 0 : (gone / whole) * 100
}

function shareOf<One>(all: readonly One[], counts: (one: One) => boolean): number {
  return all.length === 0 ? 0 : (all.filter(counts).length / all.length) * 100
}

function isPast(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, today) < 0
}

function daysFrom(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days
}

/** Takes off what binary fractions add, so that ten points are ten points. */
function round(points: number): number {
  return Math.round(points * 1e6) / 1e6
}
