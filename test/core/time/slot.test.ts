import { describe, expect, test } from 'vitest'
import { type Availability, addDays, firstSlot, isWithin, nextFit } from '../../../src/core/time/slot.ts'

const LONDON: Availability = {
  zone: 'Europe/London',
  contact: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
  leave: [],
  blackouts: [],
}

const TUESDAY = Temporal.PlainDate.from('2027-03-02')

describe('the first slot of a due day', () => {
  test('is at the time of the program for somebody who is reachable then', () => {
    const slot = firstSlot({ dueOn: TUESDAY, at: '09:00', availability: LONDON })

    expect(wall(slot)).toBe('2027-03-02T09:00')
  })

  test('is the opening of a window that starts later than the program asks', () => {
    const slot = firstSlot({ dueOn: TUESDAY, at: '07:00', availability: LONDON })

    expect(wall(slot)).toBe('2027-03-02T08:00')
  })

  test('is the opening of a window that closes before the program asks, not the next day for ever', () => {
    const early = { ...LONDON, contact: { ...LONDON.contact, from: '05:00', to: '08:30' } }

    const slot = firstSlot({ dueOn: TUESDAY, at: '09:00', availability: early })

    expect(wall(slot)).toBe('2027-03-02T05:00')
  })

  test('is on the clock of the person, wherever the program is', () => {
    const availability = { ...LONDON, zone: 'Asia/Kathmandu' }

    const slot = firstSlot({ dueOn: TUESDAY, at: '09:00', availability })

    expect(slot?.toString()).toBe('2027-03-02T03:15:00Z')
  })

  test('moves past a weekend, leave and a blackout to the next day that has one, at the same time', () => {
    const saturday = TUESDAY.add({ days: 4 })
    const availability = {
      ...LONDON,
      leave: [{ from: saturday.add({ days: 2 }), to: saturday.add({ days: 3 }) }],
      blackouts: [{ from: saturday.add({ days: 4 }), to: saturday.add({ days: 4 }) }],
    }

    const slot = firstSlot({ dueOn: saturday, at: '09:00', availability })

    expect(wall(slot)).toBe('2027-03-11T09:00')
  })

  test('is late at night for a night worker, and after midnight if the program asks for that', () => {
    const nights: Availability = {
      ...LONDON,
      contact: { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' },
    }

    const atNine = firstSlot({ dueOn: TUESDAY, at: '09:00', availability: nights })
    const atTwo = firstSlot({ dueOn: TUESDAY, at: '02:00', availability: nights })

    expect(wall(atNine)).toBe('2027-03-02T22:00')
    expect(wall(atTwo)).toBe('2027-03-02T02:00')
  })

  test('leaves nothing of a night that runs into a day of leave', () => {
    const nights: Availability = {
      ...LONDON,
      contact: { days: [2], from: '22:00', to: '06:00' },
      leave: [{ from: TUESDAY.add({ days: 1 }), to: TUESDAY.add({ days: 1 }) }],
    }

    const monday = firstSlot({ dueOn: TUESDAY.add({ days: 1 }), at: '02:00', availability: nights })

    expect(wall(monday)).toBe('2027-03-09T22:00')
  })

  test('is never before the earliest instant, and the same day where that still fits', () => {
    const noon = Temporal.Instant.from('2027-03-02T12:10:30Z')
    const evening = Temporal.Instant.from('2027-03-02T18:00:00Z')

    const sameDay = firstSlot({ dueOn: TUESDAY, at: '09:00', notBefore: noon, availability: LONDON })
    const nextDay = firstSlot({ dueOn: TUESDAY, at: '09:00', notBefore: evening, availability: LONDON })

    expect(sameDay).toEqual(noon)
    expect(wall(nextDay)).toBe('2027-03-03T09:00')
  })

  test('is found after a downtime of years', () => {
    const notBefore = Temporal.Instant.from('2030-01-01T12:00Z')

    const slot = firstSlot({ dueOn: TUESDAY, at: '09:00', notBefore, availability: LONDON })

    expect(wall(slot)).toBe('2030-01-01T12:00')
  })

  test('is given up after 400 days of leave or where no day is a contact day', () => {
    const away = { ...LONDON, leave: [{ from: TUESDAY, to: TUESDAY.add({ days: 400 }) }] }
    const back = { ...LONDON, leave: [{ from: TUESDAY, to: TUESDAY.add({ days: 399 }) }] }
    const never = { ...LONDON, contact: { ...LONDON.contact, days: [] } }

    expect(firstSlot({ dueOn: TUESDAY, at: '09:00', availability: away })).toBeUndefined()
    expect(wall(firstSlot({ dueOn: TUESDAY, at: '09:00', availability: back }))).toBe('2028-04-05T09:00')
    expect(firstSlot({ dueOn: TUESDAY, at: '09:00', availability: never })).toBeUndefined()
  })

  test('clock change: a time that the spring change skips is the instant of the change', () => {
    const always: Availability = { ...LONDON, contact: { days: [7], from: '00:00', to: '00:00' } }

    const slot = firstSlot({
      dueOn: Temporal.PlainDate.from('2027-03-28'),
      at: '01:30',
      availability: always,
    })

    expect(slot?.toString()).toBe('2027-03-28T01:00:00Z')
  })

  test('clock change: a time that the autumn change repeats is the first of the two', () => {
    const always: Availability = { ...LONDON, contact: { days: [7], from: '00:00', to: '00:00' } }

    const slot = firstSlot({
      dueOn: Temporal.PlainDate.from('2027-10-31'),
      at: '01:30',
      availability: always,
    })

    expect(slot?.toString()).toBe('2027-10-31T00:30:00Z')
  })

  test('clock change: a date that Samoa skipped passes to the day after it', () => {
    const samoa: Availability = {
      ...LONDON,
      zone: 'Pacific/Apia',
      contact: { days: [5, 6], from: '08:00', to: '18:00' },
    }

    const slot = firstSlot({ dueOn: Temporal.PlainDate.from('2011-12-30'), at: '09:00', availability: samoa })

    expect(slot?.toString()).toBe('2011-12-30T19:00:00Z')
    expect(slot?.toZonedDateTimeISO('Pacific/Apia').toPlainDate().toString()).toBe('2011-12-31')
  })
})

describe('reminders', () => {
  test('stay where they are inside contact hours and else wait for the next window', () => {
    const inside = Temporal.Instant.from('2027-03-02T17:59:59Z')
    const closed = Temporal.Instant.from('2027-03-05T18:00:00Z')

    expect(nextFit({ instant: inside, availability: LONDON })).toEqual(inside)
    expect(wall(nextFit({ instant: closed, availability: LONDON }))).toBe('2027-03-08T08:00')
  })

  test('do not fall on the closing minute, a weekend or leave', () => {
    const onLeave = { ...LONDON, leave: [{ from: TUESDAY, to: TUESDAY }] }

    expect(isWithin(LONDON, Temporal.Instant.from('2027-03-02T08:00Z'))).toBe(true)
    expect(isWithin(LONDON, Temporal.Instant.from('2027-03-02T18:00Z'))).toBe(false)
    expect(isWithin(LONDON, Temporal.Instant.from('2027-03-06T12:00Z'))).toBe(false)
    expect(isWithin(onLeave, Temporal.Instant.from('2027-03-02T12:00Z'))).toBe(false)
  })

  test('clock change: days later is the same time on the wall, 23 or 25 hours a day', () => {
    const spring = Temporal.Instant.from('2027-03-27T09:00Z')
    const autumn = Temporal.Instant.from('2027-10-30T08:00Z')

    expect(addDays(spring, 2, 'Europe/London').toString()).toBe('2027-03-29T08:00:00Z')
    expect(addDays(autumn, 2, 'Europe/London').toString()).toBe('2027-11-01T09:00:00Z')
    expect(addDays(spring, 2, 'UTC').toString()).toBe('2027-03-29T09:00:00Z')
  })
})

function wall(instant: Temporal.Instant | undefined): string | undefined {
  return instant?.toZonedDateTimeISO(LONDON.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
