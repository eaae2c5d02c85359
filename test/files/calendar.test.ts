import { describe, expect, test } from 'vitest'
import { type CalendarEntry, writeCalendar } from '../../src/files/calendar.ts'

const entry: CalendarEntry = {
  uid: 'abc@rounds',
  sequence: 2,
  title: 'Mentoring: Ana Ruiz',
  startsAt: Temporal.Instant.from('2027-03-30T09:00:00Z'),
  minutes: 45,
  zone: 'Europe/London',
  reader: { name: 'Sam Okoro', email: 'sam@example.org' },
  host: { name: 'Ana Ruiz', email: 'ana@example.org' },
  cancelled: false,
  writtenAt: Temporal.Instant.from('2027-01-04T09:00:00Z'),
}

/** Content lines as RFC 5545, 3.1, has them unfolded. */
function linesOf(file: string): string[] {
  return file.replace(/\r\n[ \t]/g, '').split('\r\n')
}

describe('a calendar file', () => {
  test('gives start and end on the reader’s own clock, and defines that clock', () => {
    const lines = linesOf(writeCalendar(entry))

    expect(lines).toContain('DTSTART;TZID=Europe/London:20270330T100000')
    expect(lines).toContain('DTEND;TZID=Europe/London:20270330T104500')
    expect(lines).toContain('TZID:Europe/London')
    expect(lines).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
  })

  test('is an invitation that is accepted already and wants no answer, from the other one', () => {
    const lines = linesOf(writeCalendar(entry))

    expect(lines).toContain('METHOD:REQUEST')
    expect(lines).toContain('UID:abc@rounds')
    expect(lines).toContain('SEQUENCE:2')
    expect(lines).toContain('DTSTAMP:20270104T090000Z')
    expect(lines).toContain('CLASS:PRIVATE')
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(/mailto:ana@example\.org$/i)
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toMatch(
      /PARTSTAT=ACCEPTED;RSVP=FALSE.*mailto:sam@example\.org$/i,
    )
  })

  test('takes a meeting that is off out of the calendar', () => {
    const lines = linesOf(writeCalendar({ ...entry, cancelled: true, sequence: 3 }))

    expect(lines).toContain('METHOD:CANCEL')
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).toContain('SEQUENCE:3')
    expect(lines).toContain('UID:abc@rounds')
  })

  test('escapes what is typed, and no line is longer than 75 octets', () => {
    const place = `Room 1; a, b\nBEGIN:VALARM ${'欧阳静怡 👩🏽‍⚕️ '.repeat(12)}`

    const file = writeCalendar({ ...entry, title: 'Mentoring: ,;\\ أميرة', place })

    expect(linesOf(file)).toContain('SUMMARY:Mentoring: \\,\\;\\\\ أميرة')
    expect(linesOf(file)).not.toContain('BEGIN:VALARM')
    expect(linesOf(file).find((line) => line.startsWith('LOCATION:'))).toContain(
      'Room 1\\; a\\, b\\nBEGIN:VALARM',
    )
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('a zone under an old name is told under the name that is defined with it', () => {
    const lines = linesOf(writeCalendar({ ...entry, zone: 'US/Eastern' }))

    expect(lines).toContain('DTSTART;TZID=America/New_York:20270330T050000')
    expect(lines).toContain('TZID:America/New_York')
  })

  test('every zone that a person may live in is defined under the name that the times bear', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const lines = linesOf(writeCalendar({ ...entry, zone }))
      const start = lines.find((line) => line.startsWith('DTSTART;')) ?? ''
      const [, tzid = '', local = ''] = /^DTSTART;TZID=([^:]+):(\d{8}T\d{6})$/.exec(start) ?? []

      expect(lines).toContain(`TZID:${tzid}`)
      expect(Temporal.PlainDateTime.from(local).toZonedDateTime(tzid).toInstant()).toEqual(entry.startsAt)
    }
  })

  test('a meeting in the hour that the clock shows twice stands in UTC, where there is no doubt', () => {
    const lines = linesOf(
      writeCalendar({ ...entry, startsAt: Temporal.Instant.from('2027-10-31T00:30:00Z'), minutes: 60 }),
    )

    expect(lines).toContain('DTSTART;TZID=Etc/UTC:20271031T003000')
    expect(lines).toContain('DTEND;TZID=Etc/UTC:20271031T013000')
  })
})
