import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestWeekly, nextWeekly } from '../../../src/core/time/weekly.ts'
import { clockTime, weekday, zoneAndDate } from './arbitraries.ts'

const MONDAY_MORNING = { weekday: 1, at: '08:30', zone: 'Europe/London' } as const

const anyMoment = fc
  .record({ place: zoneAndDate, weekday, at: clockTime, minutes: fc.nat({ max: 1439 }) })
  .map(({ place: { zone, date }, minutes, ...time }) => ({
    weekly: { ...time, zone },
    now: date.toZonedDateTime(zone).toInstant().add({ minutes }),
  }))

describe('a weekly time', () => {
  test('comes next strictly after an instant', () => {
    const at = Temporal.Instant.from('2027-03-01T08:30Z')

    expect(nextWeekly(MONDAY_MORNING, at.subtract({ nanoseconds: 1 }))).toEqual(at)
    expect(nextWeekly(MONDAY_MORNING, at).toString()).toBe('2027-03-08T08:30:00Z')
  })

  test('was last at or before an instant', () => {
    const at = Temporal.Instant.from('2027-03-01T08:30Z')

    expect(latestWeekly(MONDAY_MORNING, at)).toEqual(at)
    expect(latestWeekly(MONDAY_MORNING, at.subtract({ nanoseconds: 1 })).toString()).toBe(
      '2027-02-22T08:30:00Z',
    )
    expect(latestWeekly(MONDAY_MORNING, at.add({ hours: 24 * 6 }))).toEqual(at)
  })

  test('clock change: keeps its time on the wall', () => {
    const before = Temporal.Instant.from('2027-03-22T08:30Z')

    expect(nextWeekly(MONDAY_MORNING, before).toString()).toBe('2027-03-29T07:30:00Z')
  })

  test('clock change: comes once where the clock shows its time twice', () => {
    const sunday = { weekday: 7, at: '01:30', zone: 'Europe/London' } as const
    const first = Temporal.Instant.from('2027-10-31T00:30Z')

    expect(nextWeekly(sunday, first.add({ minutes: 20 })).toString()).toBe('2027-11-07T01:30:00Z')
    expect(latestWeekly(sunday, first.add({ minutes: 20 }))).toEqual(first)
  })

  test('in any zone is later than now, follows the latest one, and shows its own time unless the clock skips it', () => {
    fc.assert(
      fc.property(anyMoment, ({ weekly, now }) => {
        const next = nextWeekly(weekly, now)
        const latest = latestWeekly(weekly, now)

        expect(Temporal.Instant.compare(next, now)).toBe(1)
        expect(Temporal.Instant.compare(latest, now)).toBeLessThanOrEqual(0)
        expect(nextWeekly(weekly, latest)).toEqual(next)
        expect(latestWeekly(weekly, next)).toEqual(next)
        expect(showsOrSkips(next, weekly)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** Whether the wall clock shows that time then, or jumps over it at that very instant. */
function showsOrSkips(instant: Temporal.Instant, { at, zone }: { at: string; zone: string }): boolean {
  const shown = instant.toZonedDateTimeISO(zone)
  const justBefore = instant.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone)
  return shown.toPlainTime().equals(at) || shown.offsetNanoseconds > justBefore.offsetNanoseconds
}
