import { formatMoment } from '../../core/time/dates.ts'
import type { Advance } from './hospital.ts'

const mostDays = 366
const locale = 'en-GB'

/** The instant that the clock is to be moved on to, or why it is not. */
export type Target = { readonly at: Temporal.Instant } | { readonly refusal: string }

interface Whence {
  readonly now: Temporal.Instant
  /** Of the hospital's calendar. */
  readonly zone: string
  /** What is due next. */
  readonly next: Temporal.Instant | undefined
}

/**
 * Days and weeks are those of the hospital's calendar: the same time of day, also over a change of the clocks; an hour
 * is sixty minutes.
 */
export function targetOf(to: Advance, whence: Whence): Target {
  const at = 'at' in to ? instantOf(to.at) : instantAfter(to.by, whence)
  if (typeof at === 'string') return { refusal: at }
  const { now, zone } = whence
  if (Temporal.Instant.compare(at, now) <= 0) {
    const moment = formatMoment(now, zone, locale)
    return { refusal: `The clock only goes forward, and it is ${moment} already.` }
  }
  const latest = now.toZonedDateTimeISO(zone).add({ days: mostDays }).toInstant()
  if (Temporal.Instant.compare(at, latest) > 0) {
    return { refusal: `The clock moves by ${mostDays} days at most: please take it in smaller steps.` }
  }
  return { at }
}

function instantOf(text: string): Temporal.Instant | string {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return 'That is no date and time: please pick one from the calendar.'
  }
}

function instantAfter(
  by: 'hour' | 'day' | 'week' | 'next',
  { now, zone, next }: Whence,
): Temporal.Instant | string {
  if (by === 'next') return next ?? 'Nothing is planned: please move the clock by a day or a week.'
  if (by === 'hour') return now.add({ minutes: 60 })
  return now
    .toZonedDateTimeISO(zone)
    .add(by === 'day' ? { days: 1 } : { weeks: 1 })
    .toInstant()
}
