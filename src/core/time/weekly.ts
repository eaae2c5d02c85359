import { dateAt, instantAt } from './wall-clock.ts'
import { type Weekday, weekdayOnOrAfter, weekdayOnOrBefore } from './weekday.ts'

/** A time of the week on the clocks of a zone. `at` is `HH:MM`. */
export interface WeeklyTime {
  readonly weekday: Weekday
  readonly at: string
  readonly zone: string
}

/** The first such time strictly after the instant. */
export function nextWeekly(weekly: WeeklyTime, instant: Temporal.Instant): Temporal.Instant {
  const date = weekdayOnOrAfter(dateAt(instant, weekly.zone), weekly.weekday)
  const candidate = onDate(weekly, date)
  return Temporal.Instant.compare(candidate, instant) > 0 ? candidate : onDate(weekly, date.add({ weeks: 1 }))
}

/** The last such time at or before the instant. */
export function latestWeekly(weekly: WeeklyTime, instant: Temporal.Instant): Temporal.Instant {
  const date = weekdayOnOrBefore(dateAt(instant, weekly.zone), weekly.weekday)
  const candidate = onDate(weekly, date)
  return Temporal.Instant.compare(candidate, instant) <= 0
    ? candidate
    : onDate(weekly, date.subtract({ weeks: 1 }))
}

function onDate({ at, zone }: WeeklyTime, date: Temporal.PlainDate): Temporal.Instant {
  return instantAt({ date, time: at, zone })
}
