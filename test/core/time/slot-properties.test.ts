import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstSlot, isWithin, nextFit } from '../../../src/core/time/slot.ts'
import { availabilityAround, clockTime, zoneAndDate } from './arbitraries.ts'
import { reachableMinutes, slotByMinutes } from './minute-oracle.ts'

const RUNS = 250
const DAYS = 9

const wish = zoneAndDate.chain(({ zone, date }) =>
  fc.record({
    dueOn: fc.constant(date),
    at: clockTime,
    availability: availabilityAround(date, zone),
    notBefore: fc
      .integer({ min: -600, max: 3000 })
      .map((minutes) => date.toZonedDateTime('UTC').toInstant().add({ minutes })),
  }),
)

test('the slot is the one that a look at the clock every minute finds', () => {
  fc.assert(
    fc.property(wish, (someWish) => {
      const expected = slotByMinutes({ ...someWish, days: DAYS })

      const slot = firstSlot(someWish)

      if (expected) expect(slot?.toString()).toBe(expected.toString())
      else if (slot)
        expect(daysUntil(someWish.dueOn, slot, someWish.availability.zone)).toBeGreaterThanOrEqual(DAYS)
    }),
    { numRuns: RUNS },
  )
})

test('a slot is never before the due day or the wished instant, never on leave or a blackout, always in contact hours', () => {
  fc.assert(
    fc.property(wish, (someWish) => {
      const { availability, dueOn, notBefore } = someWish
      const slot = firstSlot(someWish)
      if (!slot) return

      const date = slot.toZonedDateTimeISO(availability.zone).toPlainDate()
      const away = [...availability.leave, ...availability.blackouts]
      const minutes = reachableMinutes({ ...availability, leave: [], blackouts: [] }, date, 1)

      expect(Temporal.PlainDate.compare(date, dueOn)).toBeGreaterThanOrEqual(0)
      expect(Temporal.Instant.compare(slot, notBefore)).toBeGreaterThanOrEqual(0)
      expect(away.filter(({ from, to }) => isBetween(date, from, to))).toEqual([])
      expect(minutes).toContain(minuteOf(slot))
      expect(isWithin(availability, slot)).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

test('the next fit is the first reachable minute from an instant on', () => {
  fc.assert(
    fc.property(wish, ({ availability, dueOn, notBefore }) => {
      const open = reachableMinutes(availability, dueOn.subtract({ days: 2 }), DAYS)
      const expected = open.find((minute) => minute >= minuteOf(notBefore))

      const fit = nextFit({ instant: notBefore, availability })

      if (expected !== undefined) expect(fit && minuteOf(fit)).toBe(expected)
    }),
    { numRuns: RUNS },
  )
})

test('exactly the reachable minutes are within', () => {
  fc.assert(
    fc.property(wish, fc.nat({ max: 59 }), ({ availability, dueOn }, phase) => {
      const open = new Set(reachableMinutes(availability, dueOn, 2))
      const start = dueOn.toZonedDateTime(availability.zone).toInstant()
      const looks = Array.from({ length: 24 }, (_, hour) => start.add({ minutes: hour * 60 + phase }))

      const within = looks.filter((instant) => isWithin(availability, instant))

      expect(within.map(minuteOf)).toEqual(looks.map(minuteOf).filter((minute) => open.has(minute)))
    }),
    { numRuns: RUNS },
  )
})

function minuteOf(instant: Temporal.Instant): number {
  return instant.epochMilliseconds / 60_000
}

function daysUntil(from: Temporal.PlainDate, slot: Temporal.Instant, zone: string): number {
  return from.until(slot.toZonedDateTimeISO(zone).toPlainDate()).days
}

function isBetween(date: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0
}
