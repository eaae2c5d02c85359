import fc from 'fast-check'
import type { Availability } from '../../../src/core/time/slot.ts'
import { WEEKDAYS } from '../../../src/core/time/weekday.ts'

/** Both hemispheres, half-hour changes, changes at midnight, a skipped day, odd offsets, no changes at all. */
const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'America/Havana',
  'Asia/Beirut',
  'UTC',
]

function clockChanges(zone: string): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  let change = Temporal.Instant.from('2010-01-01T00:00Z')
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next')
  while (change && change.year < 2030) {
    dates.push(change.toPlainDate())
    change = change.getTimeZoneTransition('next')
  }
  return dates
}

const SOME_DATE = Temporal.PlainDate.from('2010-06-01')
const anyDate = fc.nat({ max: 7000 }).map((days) => SOME_DATE.add({ days }))

/** A zone and a date in it, mostly a few days from one of its clock changes. */
export const zoneAndDate = fc.oneof(
  ...ZONES.map((zone) => {
    const changes = clockChanges(zone)
    const nearChange = fc
      .tuple(fc.nat({ max: Math.max(0, changes.length - 1) }), fc.integer({ min: -3, max: 1 }))
      .map(([index, days]) => (changes[index] ?? SOME_DATE).add({ days }))
    const date = fc.oneof({ arbitrary: nearChange, weight: 3 }, { arbitrary: anyDate, weight: 1 })
    return fc.record({ zone: fc.constant(zone), date })
  }),
)

const minutesOfNight = fc.integer({ min: 0, max: 12 }).map((quarter) => quarter * 15)
const minutesOfDay = fc.oneof(minutesOfNight, fc.integer({ min: 0, max: 1439 }))

/** `HH:MM`, often in the hours in which clocks change. */
export const clockTime = minutesOfDay.map((minutes) =>
  Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' }),
)

export const weekday = fc.constantFrom(...WEEKDAYS)

/** Availability in that zone with leave and blackouts around the date. */
export function availabilityAround(date: Temporal.PlainDate, zone: string): fc.Arbitrary<Availability> {
  const range = fc
    .tuple(fc.integer({ min: -3, max: 5 }), fc.integer({ min: 0, max: 2 }))
    .map(([start, length]) => ({ from: date.add({ days: start }), to: date.add({ days: start + length }) }))
  return fc.record({
    zone: fc.constant(zone),
    contact: fc.record({
      days: fc.oneof(fc.constant(WEEKDAYS), fc.uniqueArray(weekday, { minLength: 1 })),
      from: clockTime,
      to: clockTime,
    }),
    leave: fc.array(range, { maxLength: 2 }),
    blackouts: fc.array(range, { maxLength: 1 }),
  })
}
