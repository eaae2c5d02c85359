import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Cadence,
  type CadencePeriod,
  dueDates,
  dueTime,
  nextDueDate,
} from '../../../src/core/time/cadence.ts'
import { clockTime, weekday } from './arbitraries.ts'

const MONDAY = Temporal.PlainDate.from('2027-01-04')
const FORTNIGHTLY: CadencePeriod = { every: { unit: 'week', count: 2 }, weekday: 2, at: '09:00' }
const MONTHLY: CadencePeriod = { every: { unit: 'month' }, weekday: 4, at: '14:00' }

describe('a cadence', () => {
  test('of two weeks starts on the first such weekday two full weeks after the pair', () => {
    expect(take(3, [FORTNIGHTLY], MONDAY)).toEqual(['2027-01-19', '2027-02-02', '2027-02-16'])
  })

  test('does not ask a pair that starts on its weekday on the same day, nor a day before the full period', () => {
    const tuesday = MONDAY.add({ days: 1 })
    const wednesday = MONDAY.add({ days: 2 })

    expect(take(1, [FORTNIGHTLY], tuesday)).toEqual(['2027-01-19'])
    expect(take(1, [FORTNIGHTLY], wednesday)).toEqual(['2027-01-26'])
  })

  test('of a month takes the first such weekday on or after the same day of each month, without drifting', () => {
    const cadence: Cadence = [MONTHLY]

    expect(take(4, cadence, Temporal.PlainDate.from('2027-01-31'))).toEqual([
      '2027-03-04',
      '2027-04-01',
      '2027-05-06',
      '2027-06-03',
    ])
  })

  test('of a round is once, three weeks after it began', () => {
    expect(take(2, [{ ...FORTNIGHTLY, every: { unit: 'round' } }], MONDAY)).toEqual(['2027-01-26'])
  })

  test('of 8 weeks of every 2 weeks and then monthly has four dates before the first monthly one', () => {
    const cadence: Cadence = [{ ...FORTNIGHTLY, forWeeks: 8 }, MONTHLY]

    expect(take(6, cadence, MONDAY)).toEqual([
      '2027-01-19',
      '2027-02-02',
      '2027-02-16',
      '2027-03-02',
      '2027-04-01',
      '2027-05-06',
    ])
  })

  test('asks at the time of the period that a date belongs to', () => {
    const cadence: Cadence = [{ ...FORTNIGHTLY, forWeeks: 8 }, MONTHLY]
    const timeOn = (date: string) =>
      dueTime({ cadence, startsOn: MONDAY, dueOn: Temporal.PlainDate.from(date) })

    expect(timeOn('2027-03-02')).toBe('09:00')
    expect(timeOn('2027-04-01')).toBe('14:00')
  })

  test('asks on the last day and never after it', () => {
    const endsOn = Temporal.PlainDate.from('2027-02-02')

    const dates = [...dueDates({ cadence: [FORTNIGHTLY], startsOn: MONDAY, endsOn })]

    expect(dates.map(String)).toEqual(['2027-01-19', '2027-02-02'])
    expect(nextDueDate({ cadence: [FORTNIGHTLY], startsOn: MONDAY, endsOn, after: endsOn })).toBeUndefined()
  })

  test('is over when its last period is', () => {
    const cadence: Cadence = [{ ...FORTNIGHTLY, forWeeks: 4 }]

    expect([...dueDates({ cadence, startsOn: MONDAY })].map(String)).toEqual(['2027-01-19', '2027-02-02'])
  })

  test('does not count through the years for a date far away', () => {
    const after = Temporal.PlainDate.from('+200000-01-01')
    const started = performance.now()

    const next = nextDueDate({
      cadence: [{ ...MONTHLY, every: { unit: 'week', count: 1 } }],
      startsOn: MONDAY,
      after,
    })

    expect(next?.dayOfWeek).toBe(4)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

const period = fc.record({
  every: fc.oneof(
    fc.record({ unit: fc.constant('week' as const), count: fc.integer({ min: 1, max: 6 }) }),
    fc.constant({ unit: 'month' as const }),
    fc.constant({ unit: 'round' as const }),
  ),
  weekday,
  at: clockTime,
})

const course = fc.record({
  cadence: fc
    .tuple(fc.array(fc.tuple(period, fc.integer({ min: 1, max: 20 })), { maxLength: 2 }), period)
    .map(([firsts, last]): Cadence => {
      const [first, ...more] = [...firsts.map(([some, forWeeks]) => ({ ...some, forWeeks })), last]
      return first ? [first, ...more] : [last]
    }),
  startsOn: fc.nat({ max: 2000 }).map((days) => MONDAY.add({ days })),
})

describe('any cadence', () => {
  test('keeps its weekdays, moves forward, and starts a full step after the pair', () => {
    fc.assert(
      fc.property(course, ({ cadence, startsOn }) => {
        const dates = [...dueDates({ cadence, startsOn, endsOn: startsOn.add({ years: 2 }) })]

        const weekdays = cadence.map((some) => some.weekday)
        expect(dates.filter((date) => !weekdays.some((day) => day === date.dayOfWeek))).toEqual([])
        expect(dates.map(String)).toEqual([...new Set(dates.map(String))].sort())
        expect(startsOn.until(dates[0] ?? startsOn.add({ years: 1 })).days).toBeGreaterThanOrEqual(7)
      }),
      { numRuns: 200 },
    )
  })

  test('of one period leaves neither a gap nor a crowd', () => {
    fc.assert(
      fc.property(period, course, (only, { startsOn }) => {
        const dates = [...dueDates({ cadence: [only], startsOn, endsOn: startsOn.add({ years: 2 }) })]

        const gaps = new Set(dates.slice(1).map((date, index) => (dates[index] ?? date).until(date).days))
        const weeks = only.every.unit === 'week' ? only.every.count : 4
        const allowed = only.every.unit === 'month' ? [28, 35] : [weeks * 7]
        expect(allowed).toEqual(expect.arrayContaining([...gaps]))
      }),
      { numRuns: 200 },
    )
  })

  test('has the same next date as its list of dates, from any day on', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: -30, max: 700 }), fc.nat({ max: 800 }), (some, days, length) => {
        const after = some.startsOn.add({ days })
        const endsOn = some.startsOn.add({ days: length })
        const all = [...dueDates({ ...some, endsOn })]

        const next = nextDueDate({ ...some, endsOn, after })

        const expected = all.find((date) => Temporal.PlainDate.compare(date, after) > 0)
        expect(next?.toString()).toBe(expected?.toString())
      }),
      { numRuns: 400 },
    )
  })
})

function take(count: number, cadence: Cadence, startsOn: Temporal.PlainDate): string[] {
  return dueDates({ cadence, startsOn }).take(count).map(String).toArray()
}
