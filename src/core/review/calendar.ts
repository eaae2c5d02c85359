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
  if (!lastDay) return {}
  const length = startedOn.until(lastDay, { largestUnit: 'days' }).days
  const moments = [
    ...(length >= SHORTEST_WITH_MIDDLE
      ? [{ moment: 'middle' as const, on: startedOn.add({ days: Math.floor(length / 2) }) }]
      : []),
    ...(length >= SHORTEST_WITH_CLOSING
      ? [{ moment: 'closing' as const, on: lastDay.subtract({ days: CLOSING_TALK_DAYS }) }]
      : []),
    { moment: 'end' as const, on: lastDay.add({ days: 1 }) },
  ]
  const passed = moments.findLast(({ on }) => Temporal.PlainDate.compare(on, today) <= 0)
  const next = moments.find(({ on }) => Temporal.PlainDate.compare(on, today) > 0)
  const stale = passed?.moment === 'middle' && passed.on.until(today).days > LATEST_MIDDLE_DAYS
  return {
    ...(passed && !stale && { now: passed.moment }),
    ...(next && { nextOn: next.on }),
  }
}
