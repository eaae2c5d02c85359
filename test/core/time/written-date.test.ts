import { expect, test } from 'vitest'
import { readWrittenDate } from '../../../src/core/time/written-date.ts'

test.each([
  ['2027-01-04', '2027-01-04'],
  ['2027-1-4', '2027-01-04'],
  ['25/04/2027', '2027-04-25'],
  ['04/25/2027', '2027-04-25'],
  ['5.5.2027', '2027-05-05'],
])('%s can be read in one way only', (text, expected) => {
  expect(String(readWrittenDate(text))).toBe(expected)
})

test.each([
  ['03/04/2027', '03/04/2027 could be read two ways: write 2027-04-03 or 2027-03-04'],
  ['2027-02-30', 'there is no day 2027-02-30 in the calendar'],
  ['31/31/2027', 'there is no day 31/31/2027 in the calendar'],
  ['04/01/27', '“04/01/27” is not a date: write year-month-day, like 2027-01-31'],
  ['0227-01-04', '“0227-01-04” is not a date: write year-month-day, like 2027-01-31'],
])('%s is refused with the reason', (text, problem) => {
  expect(readWrittenDate(text)).toEqual({ problem })
})
