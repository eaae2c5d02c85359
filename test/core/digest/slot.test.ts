import { expect, test } from 'vitest'
import { nextDigest, slotNow } from '../../../src/core/digest/slot.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const program = {
  timeZone: 'Europe/London',
  digest: { platform: 'slack', channel: 'C1', weekday: 1, at: '08:30' } as const,
}

test('the next digest comes a week later at the same time on the wall, also over a clock change', () => {
  const next = nextDigest(program, instant('2027-03-22T08:30:00Z'))

  expect(next?.toString()).toBe('2027-03-29T07:30:00Z')
})

test('after weeks of downtime only the latest digest is due', () => {
  const { slot, tooLate } = slotNow(program, {
    dueAt: instant('2027-01-04T08:30:00Z'),
    now: instant('2027-01-26T10:00:00Z'),
  })

  expect([slot.toString(), tooLate]).toEqual(['2027-01-25T08:30:00Z', false])
})

test('three days late is still posted, later is not', () => {
  const dueAt = instant('2027-01-04T08:30:00Z')

  expect(slotNow(program, { dueAt, now: instant('2027-01-07T08:30:00Z') }).tooLate).toBe(false)
  expect(slotNow(program, { dueAt, now: instant('2027-01-07T08:30:01Z') }).tooLate).toBe(true)
})

test('a program that is over gets a last digest within a week, then none; one without a place gets none', () => {
  const ending = { ...program, endsOn: Temporal.PlainDate.from('2027-07-30') }

  expect(nextDigest(ending, instant('2027-07-26T07:30:00Z'))?.toString()).toBe('2027-08-02T07:30:00Z')
  expect(nextDigest(ending, instant('2027-08-02T07:30:00Z'))).toBeUndefined()
  expect(nextDigest({ timeZone: 'Europe/London' }, instant('2027-08-02T07:30:00Z'))).toBeUndefined()
})
