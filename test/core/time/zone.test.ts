import { expect, test } from 'vitest'
import { isTimeZone } from '../../../src/core/time/zone.ts'

test.each(['Europe/London', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'UTC'])(
  '%s is a time zone',
  (name) => {
    expect(isTimeZone(name)).toBe(true)
  },
)

test.each([
  '',
  'London',
  'Mars/Olympus',
  'BST',
  '+01:00',
  '-0500',
  'Europe/London[x]',
  '2027-03-02T09:00Z',
  '\u0000',
])('“%s” is no time zone, and nothing is thrown', (name) => {
  expect(isTimeZone(name)).toBe(false)
})
