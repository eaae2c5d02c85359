import { expect, test } from 'vitest'
import { includesDate, parseDateRange } from '../../../src/core/time/date-range.ts'

test('a range of dates includes its first and its last day', () => {
  const range = parseDateRange('2027-04-02/2027-04-05')

  const included = ['2027-04-01', '2027-04-02', '2027-04-05', '2027-04-06'].filter(
    (date) => range && includesDate(range, Temporal.PlainDate.from(date)),
  )

  expect(included).toEqual(['2027-04-02', '2027-04-05'])
})

test('a range may be a single day', () => {
  expect(parseDateRange('2027-04-02 / 2027-04-02')?.to.toString()).toBe('2027-04-02')
})

test.each([
  '',
  '2027-04-02',
  '2027-04-05/2027-04-02',
  '2027-04-02/2027-02-30',
  '02/04/2027',
  '2027-04-02/2027-04-03/x',
])('“%s” is no range of dates', (text) => {
  expect(parseDateRange(text)).toBeUndefined()
})
