import type { Span } from '../../time/contact-window.ts'
import { type Availability, reachableSpans } from '../../time/slot.ts'
import { dateAt, instantAt, laterOf } from '../../time/wall-clock.ts'

/** One of the two, as far as finding a time asks. */
export interface Attendee {
  readonly availability: Availability
  /** What they have agreed to already. */
  readonly busy: readonly Span[]
}

interface Wish {
  readonly now: Temporal.Instant
  readonly minutes: number
  /** Who looks comes first: the times are round ones on their clock. */
  readonly attendees: readonly [Attendee, Attendee]
}

/** How far ahead times are proposed: from tomorrow on. */
const DAYS_AHEAD = 14
/** As many as stand in sight on one form. */
const MOST_TIMES = 10
/** Times start at the full and the half hour. */
const STARTS = Array.from({ length: 48 }, (_, half) =>
  Temporal.PlainTime.from('00:00')
    .add({ minutes: half * 30 })
    .toString({ smallestUnit: 'minute' }),
)
/** Days take turns, so that there is something for early and for late people. */
const TIMES_OF_DAY = ['10:00', '15:00', '12:30', '17:00'] as const

/**
 * Times in the next two weeks at which both can be reached for the whole length and neither has another meeting:
 * spread over the days first, a second one a day where days are few. The earliest first.
 */
export function suggestTimes(wish: Wish): Temporal.Instant[] {
  const [asker] = wish.attendees
  const today = dateAt(wish.now, asker.availability.zone)
  const days = Array.from({ length: DAYS_AHEAD }, (_, day) => timesOn(wish, today.add({ days: day + 1 })))
  const firsts = days.flatMap((times, day) => nearest(times, wanted(wish, today, { day, turn: 0 })))
  const seconds = days.flatMap((times, day) =>
    nearest(
      times.filter((time) => !firsts.some((first) => isNear(first, time))),
      wanted(wish, today, { day, turn: 1 }),
    ),
  )
  return [...spread(firsts, MOST_TIMES), ...spread(seconds, Math.max(0, MOST_TIMES - firsts.length))].sort(
    Temporal.Instant.compare,
  )
}

/** Whether a meeting overlaps one of these stretches. */
export function isBusy(busy: readonly Span[], start: Temporal.Instant, minutes: number): boolean {
  const end = start.add({ minutes })
  return busy.some(
    (span) => Temporal.Instant.compare(start, span.end) < 0 && Temporal.Instant.compare(span.start, end) < 0,
  )
}

function timesOn({ minutes, attendees }: Wish, date: Temporal.PlainDate): Temporal.Instant[] {
  const [asker, other] = attendees
  const { zone } = asker.availability
  const busy = attendees.flatMap((attendee) => attendee.busy)
  // The other's calendar may show the day before or after.
  const theirs = [-1, 0, 1].flatMap((days) => reachableSpans(other.availability, date.add({ days })))
  const shared = reachableSpans(asker.availability, date).flatMap((mine) =>
    theirs.flatMap((their) => overlap(mine, their)),
  )
  // Clocks are slow to reckon with: only those of times that suit are looked at twice, and of other days none.
  const fits = (start: Temporal.Instant) =>
    shared.some((span) => holds(span, start, minutes)) && !isBusy(busy, start, minutes)
  return shared.length === 0 ? [] : STARTS.flatMap((time) => startAt({ date, time, zone }, fits))
}

/** A time that the clock jumps over falls together with the next and is left out. */
function startAt(
  wall: { readonly date: Temporal.PlainDate; readonly time: string; readonly zone: string },
  fits: (start: Temporal.Instant) => boolean,
): Temporal.Instant[] {
  const start = instantAt(wall)
  if (!fits(start)) return []
  return start.toZonedDateTimeISO(wall.zone).toPlainTime().equals(wall.time) ? [start] : []
}

function overlap(a: Span, b: Span): Span[] {
  const start = laterOf(a.start, b.start)
  const end = Temporal.Instant.compare(a.end, b.end) < 0 ? a.end : b.end
  return Temporal.Instant.compare(start, end) < 0 ? [{ start, end }] : []
}

function holds(span: Span, start: Temporal.Instant, minutes: number): boolean {
  return (
    Temporal.Instant.compare(span.start, start) <= 0 &&
    Temporal.Instant.compare(start.add({ minutes }), span.end) <= 0
  )
}

function wanted(
  { attendees }: Wish,
  today: Temporal.PlainDate,
  { day, turn }: { day: number; turn: number },
): Temporal.Instant {
  const time = TIMES_OF_DAY[(day + turn) % TIMES_OF_DAY.length] ?? '10:00'
  return instantAt({ date: today.add({ days: day + 1 }), time, zone: attendees[0].availability.zone })
}

function nearest(times: readonly Temporal.Instant[], target: Temporal.Instant): Temporal.Instant[] {
  const away = (time: Temporal.Instant) => Math.abs(time.epochMilliseconds - target.epochMilliseconds)
  return times.toSorted((a, b) => away(a) - away(b)).slice(0, 1)
}

function isNear(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Math.abs(a.epochMilliseconds - b.epochMilliseconds) < 2 * 60 * 60 * 1000
}

/** So many of them, as evenly as it goes. */
function spread(times: readonly Temporal.Instant[], most: number): Temporal.Instant[] {
  if (times.length <= most) return [...times]
  return Array.from({ length: most }, (_, place) => times[Math.floor((place * times.length) / most)]).filter(
    (time) => time !== undefined,
  )
}
