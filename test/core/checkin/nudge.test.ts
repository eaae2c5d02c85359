import { describe, expect, test } from 'vitest'
import { missedAt, nextReminder } from '../../../src/core/checkin/nudge.ts'
import type { Availability } from '../../../src/core/time/slot.ts'

const availability: Availability = {
  zone: 'Europe/London',
  contact: { days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' },
  leave: [],
  blackouts: [],
}
const openedAt = Temporal.Instant.from('2027-01-05T09:00:00Z')
const wish = { openedAt, remindersDays: [2, 5], availability }

describe('reminders', () => {
  test('follow two and five days after the opening, the weekend left out', () => {
    const first = nextReminder({ ...wish, reminders: 0, now: openedAt })
    const second = nextReminder({ ...wish, reminders: 1, now: openedAt })

    expect(first).toEqual({ at: Temporal.Instant.from('2027-01-07T09:00:00Z'), reminders: 1 })
    expect(second).toEqual({ at: Temporal.Instant.from('2027-01-11T09:00:00Z'), reminders: 2 })
  })

  test('are two at most', () => {
    expect(nextReminder({ ...wish, reminders: 2, now: openedAt })).toBeUndefined()
  })

  test('that fell due during downtime come as one, the last of them', () => {
    const back = Temporal.Instant.from('2027-01-12T10:00:00Z')

    const due = nextReminder({ ...wish, reminders: 0, now: back })

    expect(due?.reminders).toBe(2)
  })
})

test('a check-in is missed nine days after it was opened, at the same time of day across a clock change', () => {
  const opened = Temporal.Instant.from('2027-03-23T09:00:00Z')

  expect(missedAt(opened, 'Europe/London').toString()).toBe('2027-04-01T08:00:00Z')
})
