import { describe, expect, test } from 'vitest'
import {
  formatDay,
  formatSoon,
  formatTime,
  instantNow,
  instantOf,
  localValue,
} from '../../../src/playground/page/clock/story-time.ts'

const london = 'Europe/London'
const now = Date.parse('2027-01-19T09:04:00Z')

describe('the clock', () => {
  const clock = { now: '2027-01-19T09:04:00Z', zone: london, alive: true, heardAt: 1000 }

  test('ticks on between events', () => {
    expect(instantNow(clock, 61_000)).toBe(now + 60_000)
  })

  test('stands where it was told while it is on its way', () => {
    expect(instantNow({ ...clock, until: '2027-01-26T09:04:00Z' }, 61_000)).toBe(now)
  })

  test('does not go back where the machine’s clock was set back', () => {
    expect(instantNow(clock, 0)).toBe(now)
  })
})

test('day and time are those of the hospital’s zone', () => {
  const summer = Date.parse('2027-06-30T23:30:00Z')

  expect(formatDay(summer, london)).toBe('Thursday, 1 July 2027')
  expect(formatTime(summer, london)).toBe('00:30')
})

test.each([
  ['2027-01-19T12:28:00Z', 'today at 12:28'],
  ['2027-01-20T00:00:00Z', 'tomorrow at 00:00'],
  ['2027-02-02T09:00:00Z', 'Tue 2 Feb at 09:00'],
])('%s is said as %s', (instant, words) => {
  expect(formatSoon(Date.parse(instant), now, london).replace(',', '')).toBe(words)
})

describe('the field for date and time', () => {
  test.each([
    ['in winter', london, '2027-01-19T09:04', '2027-01-19T09:04:00.000Z'],
    ['in summer', london, '2027-07-01T09:04', '2027-07-01T08:04:00.000Z'],
    ['in a time that spring skips, an hour on', london, '2027-03-28T01:30', '2027-03-28T01:30:00.000Z'],
    [
      'in a time that spring skips, west of Greenwich',
      'America/New_York',
      '2027-03-14T02:30',
      '2027-03-14T07:30:00.000Z',
    ],
    ['far east', 'Australia/Lord_Howe', '2027-01-19T09:04', '2027-01-18T22:04:00.000Z'],
  ])('is read %s', (...[, zone, value, instant]) => {
    expect(instantOf(value, zone)).toBe(instant)
  })

  test('shows the zone’s own time, and is read back as the same instant', () => {
    const summer = Date.parse('2027-07-01T08:04:00Z')

    expect(localValue(summer, london)).toBe('2027-07-01T09:04')
    expect(instantOf(localValue(summer, london), london)).toBe('2027-07-01T08:04:00.000Z')
  })

  test.each(['', 'tomorrow', '2027-13-45T99:99'])('%j is no time', (value) => {
    expect(instantOf(value, london)).toBeUndefined()
  })
})
