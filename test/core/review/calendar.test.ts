import { expect, test } from 'vitest'
import { remindersIn } from '../../../src/core/checkin/nudge.ts'
import { meetingToLookAfter, momentsOf } from '../../../src/core/review/calendar.ts'
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

const gold = { startedOn: date('2027-01-04'), lastDay: date('2028-01-03') }
const heldOn = (...days: string[]) => days.map((day, place) => ({ number: place + 1, heldOn: date(day) }))

test.each([
  { what: 'the last that was held', held: ['2027-01-06', '2027-03-03'], today: '2027-03-03', number: 2 },
  { what: 'not one told of weeks later', held: ['2027-01-06', '2027-03-03'], today: '2027-03-18' },
  { what: 'not one in the first weeks', held: ['2027-01-06'], today: '2027-01-06' },
  { what: 'not one near the middle', held: ['2027-01-06', '2027-06-30'], today: '2027-06-30' },
  { what: 'not one near the end', held: ['2027-01-06', '2027-12-20'], today: '2027-12-20' },
  { what: 'not one soon after another', held: ['2027-03-03', '2027-03-20'], today: '2027-03-20' },
  { what: 'none where none was held', held: [], today: '2027-03-03' },
])('goals are looked at again after a required meeting: $what', ({ held, today, number }) => {
  expect(meetingToLookAfter({ ...gold, held: heldOn(...held), today: date(today) })).toBe(number)
})
