import { instantAt } from './wall-clock.ts'
import { abbreviateWeekday, isOnWeekday, parseWeekday, WEEKDAYS, type Weekday } from './weekday.ts'

/**
 * When a person wants to be written to, on their own clock (`HH:MM`). Where `from` is later than `to` the window
 * crosses midnight and belongs to the day it starts; where both are the same it is the whole calendar day.
 */
export interface ContactHours {
  readonly days: readonly Weekday[]
  readonly from: string
  readonly to: string
}

/** From `start` up to, not including, `end`. Never empty. */
export interface Span {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
}

/**
 * The contact window that starts on that date, or undefined where there is none. Each end is the first instant at
 * which the clock shows that time or has jumped past it, so a window over a clock change is one stretch that may be
 * longer or shorter than usual, and is gone where the clock jumps over all of it.
 */
export function contactWindow(hours: ContactHours, date: Temporal.PlainDate, zone: string): Span | undefined {
  if (!isOnWeekday(date, hours.days)) return undefined
  if (hours.from === hours.to) return calendarDay(date, zone)

  const lastDay = hours.from < hours.to ? date : date.add({ days: 1 })
  return span(instantAt({ date, time: hours.from, zone }), instantAt({ date: lastDay, time: hours.to, zone }))
}

/** The whole of a date in a zone, or undefined where the zone skipped that date. */
export function calendarDay(date: Temporal.PlainDate, zone: string): Span | undefined {
  return span(
    instantAt({ date, time: '00:00', zone }),
    instantAt({ date: date.add({ days: 1 }), time: '00:00', zone }),
  )
}

function span(start: Temporal.Instant, end: Temporal.Instant): Span | undefined {
  return Temporal.Instant.compare(start, end) < 0 ? { start, end } : undefined
}

/**
 * Reads the days of a contact window: `Mon-Fri`, `Mon,Wed,Fri`, `Mon-Fri;Sun`, also over the end of the week
 * (`Fri-Mon`). Each day once, in the order of the week; undefined if any part is no day.
 */
export function parseContactDays(text: string): readonly Weekday[] | undefined {
  const parts = text.split(/[,;|]/).map(parseDayRange)
  const days = parts.flatMap((part) => part ?? [])
  return parts.includes(undefined) ? undefined : WEEKDAYS.filter((day) => days.includes(day))
}

function parseDayRange(text: string): readonly Weekday[] | undefined {
  const [first, last, ...rest] = text.split(/[-–]/).map(parseWeekday)
  if (first === undefined || rest.length > 0) return undefined
  if (!/[-–]/.test(text)) return [first]
  if (last === undefined) return undefined
  return WEEKDAYS.filter((day) => (first <= last ? first <= day && day <= last : day >= first || day <= last))
}

/** The reverse of `parseContactDays`, as short as it goes: `Mon-Fri`, `Mon,Wed,Fri`, `Mon-Wed,Sun`. */
export function describeContactDays(days: readonly Weekday[]): string {
  const starts = days.filter((day) => !days.some((other) => other === day - 1)).sort()
  const ends = days.filter((day) => !days.some((other) => other === day + 1)).sort()
  return starts.map((start, run) => describeRun(start, ends[run] ?? start)).join(',')
}

function describeRun(start: Weekday, end: Weekday): string {
  const first = abbreviateWeekday(start)
  return start === end ? first : `${first}-${abbreviateWeekday(end)}`
}
