/** What a pair's own calendar brings. closing: the end is near enough to look back. end: the last day has passed. */
export type PairMoment = 'middle' | 'closing' | 'end'

/** The closing talk opens so many days before the last. */
const CLOSING_TALK_DAYS = 7
/** Shorter than this a pair has no middle worth a review. */
const SHORTEST_WITH_MIDDLE = 56
/** Shorter than this it has no closing talk before its end. */
const SHORTEST_WITH_CLOSING = 21
/** After downtime a middle review is still opened so many days late. */
const LATEST_MIDDLE_DAYS = 21

/**
 * What stands on this day, and the day on which to look next. After downtime only the latest moment stands. A pair
 * without a last day has no moments.
 */
export function momentsOf(facts: {
  readonly startedOn: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate | undefined
  readonly today: Temporal.PlainDate
}): { readonly now?: PairMoment; readonly nextOn?: Temporal.PlainDate } {
  const { startedOn, lastDay, today } = facts
  const moments = calendarOf(startedOn, lastDay)
  const passed = moments.findLast(({ on }) => Temporal.PlainDate.compare(on, today) <= 0)
  const next = moments.find(({ on }) => Temporal.PlainDate.compare(on, today) > 0)
  const stale = passed?.moment === 'middle' && passed.on.until(today).days > LATEST_MIDDLE_DAYS
  return {
    ...(passed && !stale && { now: passed.moment }),
    ...(next && { nextOn: next.on }),
  }
}

/** How far a pair is on its calendar: before its middle, past it, or at its closing talk and after. */
export function phaseOf(facts: {
  readonly startedOn: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate | undefined
  readonly today: Temporal.PlainDate
}): 'start' | 'middle' | 'end' {
  const { startedOn, lastDay, today } = facts
  const passed = calendarOf(startedOn, lastDay).findLast(
    ({ on }) => Temporal.PlainDate.compare(on, today) <= 0,
  )
  if (!passed) return 'start'
  return passed.moment === 'middle' ? 'middle' : 'end'
}

/** Goals are looked at again at most once in so many days; in the first of them they have just been set. */
const DAYS_BETWEEN_LOOKS = 28
/** A required meeting that is told of later than this leaves its goals to the next. */
const LATEST_LOOK_DAYS = 14

/**
 * The number of the required meeting after which the goals are looked at again (PRODUCT, *Review*): the last that was
 * held in this pair, unless the beginning, the middle, the closing talk or another required meeting is so near that they
 * were looked at then, or will be.
 */
export function meetingToLookAfter(facts: {
  readonly startedOn: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate | undefined
  /** The required ones, in the order in which they are due. */
  readonly held: readonly { readonly number: number; readonly heldOn: Temporal.PlainDate }[]
  readonly today: Temporal.PlainDate
}): number | undefined {
  const { startedOn, lastDay, held, today } = facts
  const [last, ...before] = held.toReversed()
  if (!last || last.heldOn.until(today).days > LATEST_LOOK_DAYS) return undefined
  const others = [
    startedOn,
    ...calendarOf(startedOn, lastDay).map(({ on }) => on),
    ...before.map(({ heldOn }) => heldOn),
  ]
  const isFar = (day: Temporal.PlainDate) => Math.abs(day.until(last.heldOn).days) >= DAYS_BETWEEN_LOOKS
  return others.every(isFar) ? last.number : undefined
}

function calendarOf(startedOn: Temporal.PlainDate, lastDay: Temporal.PlainDate | undefined) {
  if (!lastDay) return []
  const length = startedOn.until(lastDay, { largestUnit: 'days' }).days
  return [
    ...(length >= SHORTEST_WITH_MIDDLE
      ? [{ moment: 'middle' as const, on: startedOn.add({ days: Math.floor(length / 2) }) }]
      : []),
    ...(length >= SHORTEST_WITH_CLOSING
      ? [{ moment: 'closing' as const, on: lastDay.subtract({ days: CLOSING_TALK_DAYS }) }]
      : []),
    { moment: 'end' as const, on: lastDay.add({ days: 1 }) },
  ]
}
