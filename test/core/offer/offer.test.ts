import { expect, test } from 'vitest'
import { courseOf, reminderFits } from '../../../src/core/offer/offer.ts'
import type { Availability } from '../../../src/core/time/slot.ts'

const london: Availability = {
  zone: 'Europe/London',
  contact: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  leave: [],
  blackouts: [],
}

function at(moment: string): Temporal.Instant {
  return Temporal.Instant.from(moment)
}

test('the days for an answer begin when the question reaches the person', () => {
  const course = courseOf(at('2027-01-04T20:00:00Z'), 3, london)

  expect(course).toEqual({
    askAt: at('2027-01-05T09:00:00Z'),
    remindAt: at('2027-01-07T09:00:00Z'),
    expiresAt: at('2027-01-08T09:00:00Z'),
  })
})

test('nobody’s time runs out over a weekend or on leave', () => {
  const leave = [{ from: Temporal.PlainDate.from('2027-01-08'), to: Temporal.PlainDate.from('2027-01-14') }]

  const weekend = courseOf(at('2027-01-04T12:00:00Z'), 5, london)
  const away = courseOf(at('2027-01-04T12:00:00Z'), 5, { ...london, leave })

  expect(weekend.expiresAt).toEqual(at('2027-01-11T09:00:00Z'))
  expect(away.expiresAt).toEqual(at('2027-01-15T09:00:00Z'))
})

test('a day is a day on the person’s own clock, also when it is put forward', () => {
  const course = courseOf(at('2027-03-25T12:00:00Z'), 4, london)

  expect(course.expiresAt).toEqual(at('2027-03-29T11:00:00Z'))
})

test('with less than two days there is no reminder, nor where none fits before the end', () => {
  const aDay = courseOf(at('2027-01-04T12:00:00Z'), 1, london)
  const lateFriday = courseOf(at('2027-01-08T16:30:00Z'), 2, london)

  expect(aDay.remindAt).toBeUndefined()
  expect(lateFriday).toMatchObject({ expiresAt: at('2027-01-11T09:00:00Z'), remindAt: undefined })
})

test('a reminder that was missed comes at the next hour that suits, unless the offer is over by then', () => {
  const offer = { expiresAt: at('2027-01-08T12:00:00Z') }

  expect(reminderFits(at('2027-01-07T22:00:00Z'), offer, london)).toEqual(at('2027-01-08T09:00:00Z'))
  expect(reminderFits(at('2027-01-08T17:30:00Z'), offer, london)).toBeUndefined()
})
