import { describe, expect, test } from 'vitest'
import { type DueFacts, decideDue, nextCheckIn } from '../../../src/core/checkin/due.ts'
import type { Availability } from '../../../src/core/time/slot.ts'

const weekdays: Availability = {
  zone: 'Europe/London',
  contact: { days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' },
  leave: [],
  blackouts: [],
}
const tuesdayMorning = Temporal.Instant.from('2027-01-05T09:00:00Z')

function facts(given: Partial<DueFacts> = {}): DueFacts {
  return {
    now: tuesdayMorning,
    availability: weekdays,
    pairActive: true,
    reachable: true,
    enrollment: { state: 'active', declined: false, askedToGoOn: false },
    ...given,
  }
}

describe('a check-in whose time has come', () => {
  test('opens inside the contact hours', () => {
    expect(decideDue(facts())).toEqual({ do: 'open' })
  })

  test('waits for the morning when the server comes back at night', () => {
    const night = Temporal.Instant.from('2027-01-05T23:30:00Z')

    const decision = decideDue(facts({ now: night }))

    expect(decision).toEqual({ do: 'wait', until: Temporal.Instant.from('2027-01-06T09:00:00Z') })
  })

  test('waits for the end of a leave that was entered after it was planned', () => {
    const leave = [{ from: Temporal.PlainDate.from('2027-01-04'), to: Temporal.PlainDate.from('2027-01-10') }]

    const decision = decideDue(facts({ availability: { ...weekdays, leave } }))

    expect(decision).toEqual({ do: 'wait', until: Temporal.Instant.from('2027-01-11T09:00:00Z') })
  })

  test('opens for an invited person, because the notice stands before the first nudge', () => {
    const enrollment = { state: 'invited', declined: false, askedToGoOn: false } as const

    expect(decideDue(facts({ enrollment }))).toEqual({ do: 'open' })
  })

  test('is held for a person who said not now', () => {
    const enrollment = { state: 'invited', declined: true, askedToGoOn: false } as const

    expect(decideDue(facts({ enrollment }))).toEqual({ do: 'hold' })
  })

  test('is held while the person has not said whether to go on', () => {
    const enrollment = { state: 'active', declined: false, askedToGoOn: true } as const

    expect(decideDue(facts({ enrollment }))).toEqual({ do: 'hold' })
  })

  test('waits for the day on which a break ends, and is held by a break without an end', () => {
    const enrollment = { state: 'paused', declined: false, askedToGoOn: false } as const
    const pausedUntil = Temporal.PlainDate.from('2027-02-01')

    expect(decideDue(facts({ enrollment }))).toEqual({ do: 'hold' })
    expect(decideDue(facts({ enrollment: { ...enrollment, pausedUntil } }))).toEqual({
      do: 'wait',
      until: Temporal.Instant.from('2027-02-01T09:00:00Z'),
    })
  })

  test('is looked at again a day later while nobody knows how to reach the person', () => {
    expect(decideDue(facts({ reachable: false }))).toEqual({
      do: 'wait',
      until: tuesdayMorning.add({ hours: 24 }),
    })
  })

  test.each([
    ['the pair is closed', { pairActive: false }],
    ['the program is over', { endsOn: Temporal.PlainDate.from('2027-01-04') }],
    ['the person left', { enrollment: { state: 'left', declined: false, askedToGoOn: false } as const }],
  ])('is cancelled when %s', (_why, given) => {
    expect(decideDue(facts(given))).toEqual({ do: 'cancel' })
  })
})

describe('the next check-in', () => {
  const course = {
    cadence: [{ every: { unit: 'week', count: 2 }, weekday: 2, at: '09:00' }],
    startedOn: Temporal.PlainDate.from('2027-01-04'),
    now: tuesdayMorning,
    availability: weekdays,
  } as const

  test('keeps to the cadence and comes at nine on the person’s own clock, also across the clock change', () => {
    const after = Temporal.PlainDate.from('2027-03-23')

    const coming = nextCheckIn({ ...course, after })

    expect(coming?.dueOn.toString()).toBe('2027-03-30')
    expect(coming?.opensAt.toString()).toBe('2027-03-30T08:00:00Z')
  })

  test('makes up for nothing that passed during downtime', () => {
    const after = Temporal.PlainDate.from('2027-03-01')

    expect(nextCheckIn({ ...course, after })?.dueOn.toString()).toBe('2027-03-02')
  })

  test('does not exist when the program is over', () => {
    const endsOn = Temporal.PlainDate.from('2027-02-01')

    expect(nextCheckIn({ ...course, after: endsOn, endsOn })).toBeUndefined()
  })
})
