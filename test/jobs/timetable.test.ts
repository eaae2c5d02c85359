import { expect, test } from 'vitest'
import { slotOf, timetable } from '../../src/jobs/timetable.ts'

const daily = { task: 'prune', everyMinutes: 24 * 60, afterMinutes: 200 } as const

test.each([
  ['2027-03-02T03:19:59Z', '2027-03-01T03:20:00Z'],
  ['2027-03-02T03:20:00Z', '2027-03-02T03:20:00Z'],
  ['2027-03-02T23:59:59Z', '2027-03-02T03:20:00Z'],
])('at %s the daily line is in the slot of %s', (now, slot) => {
  expect(slotOf(daily, Temporal.Instant.from(now)).toString()).toBe(slot)
})

test('after downtime a line has one slot to make up: the latest', () => {
  const before = Temporal.Instant.from('2027-03-02T09:00:30Z')
  const [heartbeat] = timetable
  if (heartbeat === undefined) throw new Error('The timetable is empty')

  const slot = slotOf(heartbeat, before.add({ hours: 50, seconds: 10 }))

  expect(slot.toString()).toBe('2027-03-04T11:00:00Z')
})
