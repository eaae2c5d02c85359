import { expect, test } from 'vitest'
import { remindOn } from '../../../src/core/help-case/help-case.ts'

const day = Temporal.PlainDate.from

test.each([
  ['a Monday', '2027-01-04', '2027-01-06'],
  ['a Thursday', '2027-01-07', '2027-01-11'],
  ['a Friday', '2027-01-08', '2027-01-12'],
  ['a Sunday', '2027-01-10', '2027-01-12'],
])('what was asked on %s is reminded of two working days later', (_, asked, reminded) => {
  expect(remindOn(day(asked), []).toString()).toBe(reminded)
})

test('the program’s days off are no working days', () => {
  const blackouts = [{ from: day('2027-01-05'), to: day('2027-01-08') }]

  expect(remindOn(day('2027-01-04'), blackouts).toString()).toBe('2027-01-12')
})
