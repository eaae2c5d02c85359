import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contactWindow,
  describeContactDays,
  parseContactDays,
} from '../../../src/core/time/contact-window.ts'
import { WEEKDAYS } from '../../../src/core/time/weekday.ts'
import { weekday } from './arbitraries.ts'

describe('the contact window of a day', () => {
  test('runs from opening to closing on a contact day, and is none on another', () => {
    const hours = { days: parseContactDays('Mon-Fri') ?? [], from: '09:00', to: '19:00' }

    expect(windowOf(hours, '2027-07-02')).toBe('2027-07-02T08:00:00Z/2027-07-02T18:00:00Z')
    expect(windowOf(hours, '2027-07-03')).toBeUndefined()
  })

  test('belongs to the day it starts where it crosses midnight', () => {
    const nights = { days: [5 as const], from: '22:00', to: '06:00' }

    expect(windowOf(nights, '2027-07-02')).toBe('2027-07-02T21:00:00Z/2027-07-03T05:00:00Z')
    expect(windowOf(nights, '2027-07-03')).toBeUndefined()
  })

  test('is the whole day where opening and closing are the same', () => {
    const always = { days: WEEKDAYS, from: '09:00', to: '09:00' }

    expect(windowOf(always, '2027-07-02')).toBe('2027-07-01T23:00:00Z/2027-07-02T23:00:00Z')
  })

  test('clock change: a night is an hour shorter in spring and an hour longer in autumn', () => {
    const nights = { days: [6 as const], from: '22:00', to: '06:00' }

    expect(windowOf(nights, '2027-03-27')).toBe('2027-03-27T22:00:00Z/2027-03-28T05:00:00Z')
    expect(windowOf(nights, '2027-10-30')).toBe('2027-10-30T21:00:00Z/2027-10-31T06:00:00Z')
  })

  test('clock change: an opening that the spring change skips is the instant of the change', () => {
    const hours = { days: WEEKDAYS, from: '01:30', to: '05:00' }

    expect(windowOf(hours, '2027-03-28')).toBe('2027-03-28T01:00:00Z/2027-03-28T04:00:00Z')
  })

  test('clock change: an opening that the autumn change repeats is the first of the two', () => {
    const hours = { days: WEEKDAYS, from: '01:30', to: '05:00' }

    expect(windowOf(hours, '2027-10-31')).toBe('2027-10-31T00:30:00Z/2027-10-31T05:00:00Z')
  })

  test('clock change: half an hour on Lord Howe', () => {
    const hours = { days: WEEKDAYS, from: '02:15', to: '03:00' }

    const gap = contactWindow(hours, Temporal.PlainDate.from('2027-10-03'), 'Australia/Lord_Howe')

    expect(gap?.start.toString()).toBe('2027-10-02T15:30:00Z')
    expect(gap?.end.toString()).toBe('2027-10-02T16:00:00Z')
  })

  test('clock change: a window that the change skips altogether is none', () => {
    const hours = { days: WEEKDAYS, from: '01:10', to: '01:50' }

    expect(windowOf(hours, '2027-03-28')).toBeUndefined()
    expect(windowOf(hours, '2027-03-29')).toBe('2027-03-29T00:10:00Z/2027-03-29T00:50:00Z')
  })
})

describe('contact days', () => {
  test.each([
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['Mon,Wed,Fri', [1, 3, 5]],
    ['Sat-Sun', [6, 7]],
    ['Mon-Fri;Sun', [1, 2, 3, 4, 5, 7]],
    ['fri – MON', [1, 5, 6, 7]],
    ['Sunday, tuesday, Tue', [2, 7]],
  ])('are read from %s', (text, days) => {
    expect(parseContactDays(text)).toEqual(days)
  })

  test.each(['', 'Mo', 'weekdays', 'Mon-', '-Fri', 'Mon-Wed-Fri', 'Mon,,Fri'])(
    'are refused in “%s”',
    (text) => {
      expect(parseContactDays(text)).toBeUndefined()
    },
  )

  test('are described as short as they can be read back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(weekday, { minLength: 1 }), (days) => {
        expect(parseContactDays(describeContactDays(days))).toEqual(days.toSorted())
      }),
    )
    expect(describeContactDays([1, 2, 3, 4, 5])).toBe('Mon-Fri')
    expect(describeContactDays([7, 1, 3, 2])).toBe('Mon-Wed,Sun')
    expect(describeContactDays([5, 1, 3])).toBe('Mon,Wed,Fri')
  })
})

function windowOf(hours: Parameters<typeof contactWindow>[0], date: string): string | undefined {
  const window = contactWindow(hours, Temporal.PlainDate.from(date), 'Europe/London')
  return window && `${window.start}/${window.end}`
}
