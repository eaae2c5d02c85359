import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Measure } from '../../../src/core/goal/goal.ts'
import { readNumber, readValue } from '../../../src/core/goal/value.ts'

const goal = (measure: Measure, baseline = 0, target = 100) => ({ measure, baseline, target })

describe('where a goal stands, as typed', () => {
  test.each([
    ['60%', goal('percent'), 60],
    ['60 %', goal('percent'), 60],
    ['60', goal('percent'), 60],
    ['done', goal('percent'), 100],
    ['12', goal('count', 0, 20), 12],
    ['60%', goal('count', 0, 20), 12],
    ['done', goal('count', 0, 20), 20],
    ['50%', goal('number', 30, 10), 20],
    ['100%', goal('number', 30, 10), 10],
    ['-2.5', goal('number', -10, 10), -2.5],
    ['yes', goal('yes-no', 0, 1), 1],
    ['No', goal('yes-no', 0, 1), 0],
    ['DONE', goal('yes-no', 0, 1), 1],
  ])('%s of %o is %d', (typed, of, value) => {
    const read = readValue(typed, of, 'en-GB')

    expect(read).toEqual({ value })
  })

  test.each([
    ['lots', goal('percent'), 'not-a-value'],
    ['', goal('number'), 'not-a-value'],
    ['%', goal('percent'), 'not-a-value'],
    ['1e99', goal('number'), 'not-a-value'],
    ['101%', goal('percent'), 'out-of-range'],
    ['-1', goal('count', 0, 20), 'out-of-range'],
    ['150%', goal('count', 0, 20), 'out-of-range'],
    ['99999999999', goal('number'), 'out-of-range'],
    ['1.5', goal('count', 0, 20), 'not-whole'],
    ['yes', goal('number'), 'say-a-number'],
    ['60%', goal('yes-no', 0, 1), 'say-yes-or-no'],
    ['1', goal('yes-no', 0, 1), 'say-yes-or-no'],
  ])('%s of %o is refused as %s', (typed, of, problem) => {
    const read = readValue(typed, of, 'en-GB')

    expect(read).toEqual({ problem })
  })

  test.each([
    ['1,5', 'de-DE', 1.5],
    ['1,5', 'en-GB', 1.5],
    ['1.5', 'de-DE', 1.5],
    ['1.500', 'de-DE', 1500],
    ['1,500', 'en-GB', 1500],
    ['1.500,25', 'de-DE', 1500.25],
    ['1 500,25', 'fr-FR', 1500.25],
    ['1,2,3', 'en-GB', undefined],
  ])('the number %s in %s is %s', (typed, locale, number) => {
    const read = readNumber(typed, locale)

    expect(read).toBe(number)
  })

  test('a number written by a locale is read back as it was', () => {
    const locales = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'pl-PL', 'it-IT')
    const number = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100)

    fc.assert(
      fc.property(locales, number, (locale, one) => {
        const written = new Intl.NumberFormat(locale).format(one)

        expect(readNumber(written, locale)).toBeCloseTo(one, 6)
      }),
    )
  })

  test('a share below the whole never counts as reached', () => {
    const count = fc.integer({ min: 0, max: 1000 })

    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 99 }), (baseline, target, percent) => {
        fc.pre(baseline !== target)
        const read = readValue(`${percent}%`, goal('count', baseline, target), 'en-GB')

        expect('value' in read && read.value !== target).toBe(true)
      }),
    )
  })

  test('whatever is typed gives a finite value or a problem', () => {
    const measure = fc.constantFrom<Measure>('number', 'percent', 'count', 'yes-no')

    fc.assert(
      fc.property(fc.string(), measure, (typed, one) => {
        const read = readValue(typed, goal(one, 0, one === 'yes-no' ? 1 : 100), 'en-GB')

        expect('problem' in read || Number.isFinite(read.value)).toBe(true)
      }),
    )
  })
})
