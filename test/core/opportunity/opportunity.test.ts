import { expect, test } from 'vitest'
import { askOn } from '../../../src/core/opportunity/opportunity.ts'

const day = Temporal.PlainDate.from
const today = day('2027-01-04')

test('what became of it is asked the day after its date', () => {
  expect(askOn(day('2027-02-10'), today).toString()).toBe('2027-02-11')
})

test('what has a date behind it is asked about tomorrow', () => {
  expect(askOn(day('2026-12-01'), today).toString()).toBe('2027-01-05')
})

test('without a date it is asked in six weeks', () => {
  expect(askOn(undefined, today).toString()).toBe('2027-02-15')
})
