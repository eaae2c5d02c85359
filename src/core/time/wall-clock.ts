/** A moment as a clock on the wall of that zone shows it. `time` is `HH:MM`. */
interface WallTime {
  readonly date: Temporal.PlainDate
  readonly time: string
  readonly zone: string
}

/**
 * The first instant at which a clock in that zone shows this date and time, or has jumped past it: where the
 * clock shows a time twice (autumn) the first of the two, where it never shows it (spring, or a day that a
 * zone skipped) the instant of the jump.
 */
export function instantAt({ date, time, zone }: WallTime): Temporal.Instant {
  const wall = date.toPlainDateTime(time)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(wall)) return earlier.toInstant()

  // Inside a gap, "earlier" is an instant shortly before the jump.
  const jump = earlier.getTimeZoneTransition('next')
  return (jump ?? earlier).toInstant()
}

/** The date that a calendar on the wall of that zone shows at that instant. */
export function dateAt(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

/** The later of the two. */
export function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b
}

/**
 * Reads a time of day as people and spreadsheets write it (`9:00`, `09:00`, `9.30`, `09:00:00`, `9am`,
 * `9:30 pm`) and gives `HH:MM`. A bare number without am or pm is not taken for an hour.
 */
export function parseClockTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?\s*(am|pm)?$/i.exec(text.trim())
  if (!found) return undefined

  const [, hours = '', minutes, half] = found
  if (minutes === undefined && half === undefined) return undefined
  const hour = half === undefined ? Number(hours) : hourOfHalf(Number(hours), half.toLowerCase())
  if (hour === undefined || hour > 23 || Number(minutes ?? 0) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
}

/** 12am is midnight, 12pm is noon. */
function hourOfHalf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
