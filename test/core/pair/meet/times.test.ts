import { describe, expect, test } from 'vitest'
import { type Attendee, suggestTimes } from '../../../../src/core/pair/meet/times.ts'
import { parseDateRange } from '../../../../src/core/time/date-range.ts'

type Given = Partial<{
  zone: string
  from: string
  to: string
  days: number[]
  leave: string[]
  busy: string[]
}>

function attendee(given: Given = {}): Attendee {
  const { zone = 'Europe/London', from = '09:00', to = '19:00', days = [1, 2, 3, 4, 5] } = given
  return {
    availability: {
      zone,
      contact: { days: days as Attendee['availability']['contact']['days'], from, to },
      leave: (given.leave ?? []).flatMap((range) => parseDateRange(range) ?? []),
      blackouts: [],
    },
    busy: (given.busy ?? []).map((start) => ({
      start: Temporal.Instant.from(start),
      end: Temporal.Instant.from(start).add({ hours: 1 }),
    })),
  }
}

function suggest(asker: Given, other: Given, now = '2027-03-16T12:00:00Z'): Temporal.ZonedDateTime[] {
  const zone = asker.zone ?? 'Europe/London'
  const times = suggestTimes({
    now: Temporal.Instant.from(now),
    minutes: 60,
    attendees: [attendee(asker), attendee(other)],
  })
  return times.map((time) => time.toZonedDateTimeISO(zone))
}

const dates = (times: readonly Temporal.ZonedDateTime[]) => times.map((time) => time.toPlainDate().toString())

describe('times for a meeting', () => {
  test('are spread over the next two weeks, one a day, the earliest first, none today', () => {
    const times = suggest({}, {})

    expect(times).toHaveLength(10)
    expect(new Set(dates(times)).size).toBe(10)
    expect(dates(times)[0]).toBe('2027-03-17')
    expect(dates(times).at(-1)).toBe('2027-03-30')
    expect(times).toEqual(times.toSorted(Temporal.ZonedDateTime.compare))
  })

  test('lie within the hours of both from the first minute to the last', () => {
    const times = suggest(
      { from: '09:00', to: '12:00' },
      { zone: 'Europe/Berlin', from: '12:00', to: '19:00' },
    )

    expect(times.length).toBeGreaterThan(0)
    for (const time of times) expect(time.toPlainTime().toString()).toBe('11:00:00')
  })

  test('where days are few, a day has two', () => {
    const times = suggest({ days: [3] }, {})

    expect(dates(times)).toEqual(['2027-03-17', '2027-03-17', '2027-03-24', '2027-03-24'])
  })

  test('keep clear of leave and of other meetings of either', () => {
    const times = suggest(
      { leave: ['2027-03-17/2027-03-19'] },
      { from: '10:00', to: '12:00', busy: ['2027-03-22T10:00:00Z', '2027-03-22T11:00:00Z'] },
    )

    expect(dates(times)[0]).toBe('2027-03-23')
  })

  test('are none where hours never overlap', () => {
    expect(suggest({ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' })).toEqual([])
  })

  test('keep to the wall clock of both over a clock change that only one of them has yet', () => {
    const times = suggest(
      { from: '13:00', to: '15:00' },
      { zone: 'America/New_York', from: '09:00', to: '10:00', days: [1, 2, 3, 4, 5, 6, 7] },
      '2027-03-24T12:00:00Z',
    )

    for (const time of times)
      expect(time.withTimeZone('America/New_York').toPlainTime().toString()).toBe('09:00:00')
    expect(new Set(times.map((time) => time.hour))).toEqual(new Set([13, 14]))
  })

  test('of people on nights reach over midnight only where both do', () => {
    const times = suggest({ from: '20:00', to: '04:00' }, { from: '22:00', to: '02:00' })

    expect(times.length).toBeGreaterThan(0)
    for (const time of times) expect([22, 23, 0, 1]).toContain(time.hour)
  })
})
