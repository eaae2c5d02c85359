import { type Weekday, weekdayOnOrAfter } from './weekday.ts'

/** One stretch of a cadence. `at` is `HH:MM` on the person's own clock; without `forWeeks` it goes on for ever. */
export interface CadencePeriod {
  readonly every:
    | { readonly unit: 'week'; readonly count: number }
    | { readonly unit: 'month' }
    | { readonly unit: 'round' }
  readonly forWeeks?: number
  readonly weekday: Weekday
  readonly at: string
}

/**
 * How often check-ins fall due. Several periods follow one another; those before the last say for how many weeks.
 *
 * The rule, the same for every unit: the k-th due date of a period (k from 1) is the first `weekday` on or after the
 * period's start plus k steps. So nobody is asked about meetings on the day a pair starts; every date keeps its weekday;
 * and counting from the start, not from the last date, a month's dates do not drift (from the 31st: the last day of
 * a shorter month). A period holds the dates up to `forWeeks` weeks after its first weekday, and the next one starts
 * `forWeeks` weeks after it did: 8 weeks of every 2 weeks are four dates, wherever in the week the pair starts.
 */
export type Cadence = readonly [CadencePeriod, ...CadencePeriod[]]

interface Course {
  readonly cadence: Cadence
  readonly startsOn: Temporal.PlainDate
}

interface BoundedCourse extends Course {
  /** The last day on which something may be due. */
  readonly endsOn?: Temporal.PlainDate
}

/** A period laid on the calendar; `lastOn` is the last day that belongs to it. */
interface Stretch {
  readonly period: CadencePeriod
  readonly startsOn: Temporal.PlainDate
  readonly lastOn?: Temporal.PlainDate
}

/** A round, which begins with its pairs, is asked about once: most last a month, and it is not over by then. */
const ROUND_WEEKS = 3

/** All due dates in order, without end where neither `endsOn` nor `forWeeks` sets one. */
export function* dueDates({ cadence, startsOn, endsOn }: BoundedCourse): Generator<Temporal.PlainDate> {
  for (const stretch of layOut({ cadence, startsOn })) {
    for (let step = 1; step <= stepsIn(stretch); step += 1) {
      const date = dueDate(stretch, step)
      if (isAfter(date, stretch.lastOn)) break
      if (isAfter(date, endsOn)) return
      yield date
    }
  }
}

/** The first due date later than `after`; undefined once the cadence is over. Its cost does not grow with the years. */
export function nextDueDate(
  course: BoundedCourse & { readonly after: Temporal.PlainDate },
): Temporal.PlainDate | undefined {
  for (const stretch of layOut(course)) {
    const date = firstOfStretch(stretch, course.after)
    if (date && !isAfter(date, stretch.lastOn)) return isAfter(date, course.endsOn) ? undefined : date
  }
  return undefined
}

/** The time of day (`HH:MM`) at which something due on that date is due. */
export function dueTime({
  cadence,
  startsOn,
  dueOn,
}: Course & { readonly dueOn: Temporal.PlainDate }): string {
  const [first] = cadence
  const stretch = layOut({ cadence, startsOn }).find(({ lastOn }) => !isAfter(dueOn, lastOn))
  return (stretch?.period ?? cadence.at(-1) ?? first).at
}

function layOut({ cadence, startsOn }: Course): readonly Stretch[] {
  let start = startsOn
  return cadence.map((period) => {
    const stretch = { period, startsOn: start }
    if (period.forWeeks === undefined) return stretch

    const weeks = period.forWeeks
    start = start.add({ weeks })
    return { ...stretch, lastOn: weekdayOnOrAfter(start, period.weekday) }
  })
}

function dueDate({ period, startsOn }: Stretch, step: number): Temporal.PlainDate {
  return weekdayOnOrAfter(startsOn.add(stepsOf(period, step)), period.weekday)
}

function stepsOf({ every }: CadencePeriod, steps: number): { weeks: number } | { months: number } {
  if (every.unit === 'month') return { months: steps }
  return { weeks: steps * (every.unit === 'week' ? every.count : ROUND_WEEKS) }
}

/** Jumps to the step that `after` falls into and looks at the few dates from there. */
function firstOfStretch(stretch: Stretch, after: Temporal.PlainDate): Temporal.PlainDate | undefined {
  let step = Math.max(1, wholeSteps(stretch, after))
  while (!isAfter(dueDate(stretch, step), after)) step += 1
  return step > stepsIn(stretch) ? undefined : dueDate(stretch, step)
}

function stepsIn({ period }: Stretch): number {
  return period.every.unit === 'round' ? 1 : Number.POSITIVE_INFINITY
}

function wholeSteps({ period, startsOn }: Stretch, after: Temporal.PlainDate): number {
  const step = stepsOf(period, 1)
  if ('months' in step) return startsOn.until(after, { largestUnit: 'month' }).months
  return Math.floor(startsOn.until(after, { largestUnit: 'week' }).weeks / step.weeks)
}

function isAfter(date: Temporal.PlainDate, limit: Temporal.PlainDate | undefined): boolean {
  return limit !== undefined && Temporal.PlainDate.compare(date, limit) > 0
}
