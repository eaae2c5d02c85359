import { labelOf } from '../../message/label.ts'
import type { Block } from '../../message/message.ts'
import { formatMoment, hourOf } from '../../time/dates.ts'
import type { MeetingKind } from '../meeting.ts'
import type { MeetingDetails } from './planned.ts'

/** Who reads it, and on which clock. */
export interface Reader {
  /** BCP 47. */
  readonly locale: string
  readonly zone: string
}

export const kindWords: Readonly<Record<MeetingKind, string>> = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By phone',
  other: 'Another way',
}

export const placeReaders = 'Who will read it: you and your pair. It stands in the calendar file, too.'

/** `40 minutes`, `1 h`, `3 h 20 min`. */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${minutes} minutes`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

export function momentWords(instant: Temporal.Instant, { zone, locale }: Reader): string {
  return formatMoment(instant, zone, locale)
}

/** A moment that fits on a button: `Tue 2 Mar, 09:00`. */
export function momentLabel(instant: Temporal.Instant, { zone, locale }: Reader): string {
  const format = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: hourOf(locale),
    minute: '2-digit',
  })
  return labelOf(format.format(instant.epochMilliseconds))
}

/** How long, how and where, one fact each. */
export function detailBlock(details: MeetingDetails, when?: string): Block {
  return {
    kind: 'facts',
    facts: [
      ...(when === undefined ? [] : [{ label: 'When', value: when }]),
      { label: 'How long', value: lengthWords(details.minutes) },
      ...(details.kind ? [{ label: 'How', value: kindWords[details.kind] }] : []),
      ...(details.place === undefined ? [] : [{ label: 'Where', value: details.place }]),
    ],
  }
}

/** Said where the two live by different clocks; empty otherwise. */
export function clockNote({ zone }: Reader, otherZone: string, other: string): Block[] {
  if (zone === otherZone) return []
  return [{ kind: 'note', text: `Times are on your own clock (${zone}); ${other} sees them on theirs.` }]
}
