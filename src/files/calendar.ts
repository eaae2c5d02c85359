import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'

/** One entry of a calendar, as the file tells it to one of its two readers. */
export interface CalendarEntry {
  /** The same for every version of the entry. */
  readonly uid: string
  /** Counted up with every change (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  readonly title: string
  readonly startsAt: Temporal.Instant
  readonly minutes: number
  readonly place?: string
  /** IANA name; the times stand on the reader's own clock. */
  readonly zone: string
  readonly reader: Mailbox
  /** The other one. Never the reader: Outlook takes no invitation from its own owner. */
  readonly host: Mailbox
  readonly cancelled: boolean
  readonly writtenAt: Temporal.Instant
}

interface Mailbox {
  readonly name: string
  readonly email: string
}

/**
 * The entry as an iCalendar file. It is an invitation that is accepted already and wants no answer (RFC 5546, REQUEST;
 * CANCEL for one that is off), because that is what Outlook replaces by its UID when a newer file is opened: what is
 * merely published it enters a second time. Google and Apple go by the UID either way.
 */
export function writeCalendar(entry: CalendarEntry): string {
  const { block, zone } = zoneOf(isShownTwice(entry) ? 'Etc/UTC' : entry.zone)
  const start = entry.startsAt.toZonedDateTimeISO(zone)
  const calendar = ical({
    prodId: { company: 'Rounds', product: 'Mentoring' },
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // Without a name the stamp stays in UTC, as the standard wants it: a calendar with a zone would write it in local time.
    timezone: { name: null, generator: () => block },
  })
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.writtenAt,
    start,
    end: start.add({ minutes: entry.minutes }),
    timezone: zone,
    summary: entry.title,
    ...(entry.place !== undefined && { location: entry.place }),
    organizer: entry.host,
    attendees: [{ ...entry.reader, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
  })
  return `${calendar.toString()}\r\n`
}

/** Whether it begins or ends in the hour that the clock shows twice: no local time says which of the two is meant. */
function isShownTwice({ startsAt, minutes, zone }: CalendarEntry): boolean {
  return [startsAt, startsAt.add({ minutes })].some((instant) => {
    const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime()
    const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
      wall.toZonedDateTime(zone, { disambiguation }),
    )
    return first && last && !first.equals(last)
  })
}

/** The zone under the name that its definition bears, which may be a newer one than the person's. */
function zoneOf(name: string): { readonly block: string; readonly zone: string } {
  const [block = '', line = ''] = tzlib_get_ical_block(name)
  return { block, zone: line.replace(/^TZID=/, '') }
}
