import { expect, test } from 'vitest'
import { parseClockTime } from '../../../src/core/time/wall-clock.ts'

test.each([
  ['9:00', '09:00'],
  ['09:00', '09:00'],
  ['9.30', '09:30'],
  ['19:00:00', '19:00'],
  ['9am', '09:00'],
  ['9:15 PM', '21:15'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  [' 00:00 ', '00:00'],
  ['23:59', '23:59'],
])('“%s” is read as %s', (text, time) => {
  expect(parseClockTime(text)).toBe(time)
})

test.each(['', '9', '0900', '24:00', '9:60', '13pm', '0am', '9:00:30', '9:0', 'noon', '-1:00', '9:00 xm'])(
  '“%s” is no time of day',
  (text) => {
    expect(parseClockTime(text)).toBeUndefined()
  },
)
