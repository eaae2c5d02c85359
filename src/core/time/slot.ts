import { type ContactHours, calendarDay, contactWindow, type Span } from './contact-window.ts'
import { type DateRange, includesDate } from './date-range.ts'
import { dateAt, instantAt, laterOf } from './wall-clock.ts'

/** Everything that says when a person can be reached. Leave and blackouts are whole days in the person's own zone. */
export interface Availability {
  readonly zone: string
  readonly contact: ContactHours
  readonly leave: readonly DateRange[]
  readonly blackouts: readonly DateRange[]
}

/** How far a slot is looked for; a longer leave is not waited out. */
const SEARCH_DAYS = 400

/**
 * When something due on a day reaches a person (PRODUCT, *When*): the first instant of the due day, from `at` on the
 * person's own clock, at which they can be reached. Where the day holds none after `at` (an early person whose window
 * closes before it), the first of that day; where it holds none at all, the same for the next day that has one. Never
 * before `notBefore`. Undefined if there is none within 400 days.
 */
export function firstSlot(wish: {
  readonly dueOn: Temporal.PlainDate
  readonly at: string
  readonly notBefore?: Temporal.Instant
  readonly availability: Availability
}): Temporal.Instant | undefined {
  const { dueOn, at, availability } = wish
  const { zone } = availability
  const dueDay = instantAt({ date: dueOn, time: '00:00', zone })
  const earliest = wish.notBefore ? laterOf(wish.notBefore, dueDay) : dueDay

  return firstOfDays(dateAt(earliest, zone), (date) => {
    const spans = reachableSpans(availability, date)
    const fromAt = laterOf(earliest, instantAt({ date, time: at, zone }))
    return firstWithin(spans, fromAt) ?? firstWithin(spans, earliest)
  })
}

/** The first instant, from this one on, at which the person can be reached; undefined if none within 400 days. */
export function nextFit(wish: {
  readonly instant: Temporal.Instant
  readonly availability: Availability
}): Temporal.Instant | undefined {
  const { instant, availability } = wish
  return firstOfDays(dateAt(instant, availability.zone), (date) =>
    firstWithin(reachableSpans(availability, date), instant),
  )
}

/** Whether the person can be reached at this instant. */
export function isWithin(availability: Availability, instant: Temporal.Instant): boolean {
  const spans = reachableSpans(availability, dateAt(instant, availability.zone))
  return firstWithin(spans, instant)?.equals(instant) ?? false
}

/**
 * The same time of day so many calendar days later on the clocks of that zone; where the clock jumps over that time,
 * later by the length of the jump.
 */
export function addDays(instant: Temporal.Instant, days: number, zone: string): Temporal.Instant {
  return instant.toZonedDateTimeISO(zone).add({ days }).toInstant()
}

/**
 * The stretches of one calendar day in which the person can be reached, in order: what is left of the night's window
 * of the day before, then the day's own. This is the one place where a rota will take shifts and rest away.
 */
export function reachableSpans(availability: Availability, date: Temporal.PlainDate): readonly Span[] {
  const { contact, zone } = availability
  const day = isUnavailable(availability, date) ? undefined : calendarDay(date, zone)
  if (!day) return []

  return [date.subtract({ days: 1 }), date]
    .map((start) => contactWindow(contact, start, zone))
    .filter((window) => window !== undefined)
    .map((window) => overlap(window, day))
    .filter((span) => span !== undefined)
}

function isUnavailable({ leave, blackouts }: Availability, date: Temporal.PlainDate): boolean {
  return (
    leave.some((range) => includesDate(range, date)) || blackouts.some((range) => includesDate(range, date))
  )
}

function overlap(window: Span, day: Span): Span | undefined {
  const start = laterOf(window.start, day.start)
  const end = Temporal.Instant.compare(window.end, day.end) < 0 ? window.end : day.end
  return Temporal.Instant.compare(start, end) < 0 ? { start, end } : undefined
}

function firstWithin(spans: readonly Span[], earliest: Temporal.Instant): Temporal.Instant | undefined {
  const open = spans.find((span) => Temporal.Instant.compare(earliest, span.end) < 0)
  return open && laterOf(open.start, earliest)
}

function firstOfDays(
  from: Temporal.PlainDate,
  slotOn: (date: Temporal.PlainDate) => Temporal.Instant | undefined,
): Temporal.Instant | undefined {
  for (let days = 0; days <= SEARCH_DAYS; days += 1) {
    const slot = slotOn(from.add({ days }))
    if (slot) return slot
  }
  return undefined
}
