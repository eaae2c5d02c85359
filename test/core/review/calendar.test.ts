import { expect, test } from 'vitest'
import { remindersIn } from '../../../src/core/checkin/nudge.ts'
import { momentsOf } from '../../../src/core/review/calendar.ts'
import { wasGoodTime } from '../../../src/core/review/review.ts'

const date = Temporal.PlainDate.from
const startedOn = date('2027-01-04')

test.each([
  ['2027-04-16', undefined, '2027-04-17'],
  ['2027-04-17', 'middle', '2027-07-23'],
  ['2027-05-08', 'middle', '2027-07-23'],
  ['2027-05-09', undefined, '2027-07-23'],
  ['2027-07-23', 'closing', '2027-07-31'],
  ['2027-07-30', 'closing', '2027-07-31'],
  ['2027-07-31', 'end', undefined],
  ['2029-01-01', 'end', undefined],
])('of a pair from January to July stands on %s: %s, and next on %s', (today, now, nextOn) => {
  const found = momentsOf({ startedOn, lastDay: date('2027-07-30'), today: date(today) })

  expect([found.now, found.nextOn?.toString()]).toEqual([now, nextOn])
})

test('a short pair has no middle, one without a last day has no moments', () => {
  const short = momentsOf({ startedOn, lastDay: date('2027-02-20'), today: startedOn })

  expect(short.nextOn?.toString()).toBe('2027-02-13')
  expect(momentsOf({ startedOn, lastDay: undefined, today: startedOn })).toEqual({})
})

test('a good year is ten months or the whole program, rated four or more by the mentee', () => {
  const program = { startsOn: startedOn, endsOn: date('2027-07-30') }
  const good = (rating: number, from: string, until: string) =>
    wasGoodTime({
      startedOn: date(from),
      endedOn: date(until),
      program,
      content: { ratings: { mentoring: rating } },
    })

  expect(good(4, '2027-01-04', '2027-07-30')).toBe(true)
  expect(good(3, '2027-01-04', '2027-07-30')).toBe(false)
  expect(good(5, '2027-03-01', '2027-07-30')).toBe(false)
  expect(good(5, '2026-03-01', '2027-01-01')).toBe(true)
})

test('before the first meeting the second reminder comes sooner, before the end there is only one', () => {
  expect(remindersIn(['working'], [2, 5])).toEqual([2, 5])
  expect(remindersIn(['working', 'getting-started'], [2, 5])).toEqual([2, 4])
  expect(remindersIn(['closing'], [2, 5])).toEqual([2])
  expect(remindersIn(['closing', 'working'], [2, 5])).toEqual([2, 5])
  expect(remindersIn(['getting-started'], [3])).toEqual([3])
})
