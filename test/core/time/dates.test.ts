import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatMoment, parseDate } from '../../../src/core/time/dates.ts'

const TUESDAY = Temporal.PlainDate.from('2027-03-02')

describe('a date that a person types', () => {
  test.each([
    ['today', '2027-03-02'],
    [' Yesterday ', '2027-03-01'],
    ['tomorrow', '2027-03-03'],
    ['in 3 days', '2027-03-05'],
    ['in 1 day', '2027-03-03'],
    ['in 2 weeks', '2027-03-16'],
    ['10 days ago', '2027-02-20'],
    ['2027-03-14', '2027-03-14'],
    ['2027-3-4', '2027-03-04'],
  ])('“%s” is counted from their own today', (text, date) => {
    expect(parsed(text)).toBe(date)
  })

  test.each([
    ['friday', 'past', '2027-02-26'],
    ['Fri', 'future', '2027-03-05'],
    ['tuesday', 'past', '2027-02-23'],
    ['tuesday', 'future', '2027-03-09'],
  ] as const)('“%s” in the %s is another day than today', (text, direction, date) => {
    expect(parsed(text, { direction })).toBe(date)
  })

  test.each([
    ['14/03/2027', 'en-GB', '2027-03-14'],
    ['3/14/2027', 'en-US', '2027-03-14'],
    ['03/04/2027', 'en-GB', '2027-04-03'],
    ['03/04/2027', 'en-US', '2027-03-04'],
    ['14.3.2027', 'de', '2027-03-14'],
    ['14. 3. 2027', 'de-AT', '2027-03-14'],
    ['14-3-27', 'nl', '2027-03-14'],
    ['2027/03/14', 'ja', '2027-03-14'],
    ['2027/03/14', 'en-GB', '2027-03-14'],
    ['14 March 2027', 'en-GB', '2027-03-14'],
    ['March 14, 2027', 'en-US', '2027-03-14'],
    ['14. März 2027', 'de', '2027-03-14'],
  ])('“%s” follows the order of %s', (text, locale, date) => {
    expect(parsed(text, { locale })).toBe(date)
  })

  test.each([
    ['14/03', 'past', '2026-03-14'],
    ['14/03', 'future', '2027-03-14'],
    ['1/3', 'future', '2028-03-01'],
    ['2/3', 'past', '2027-03-02'],
    ['2 mar', 'future', '2027-03-02'],
    ['29/2', 'future', '2028-02-29'],
  ] as const)('“%s” without a year is the nearest in the %s', (text, direction, date) => {
    expect(parsed(text, { direction })).toBe(date)
  })

  test.each(['30/02/2027', '3/14/2027', '2027-02-29', '0/1/2027', '2027-13-01', '31 april', '29/2'])(
    '“%s” is no day of the calendar',
    (text) => {
      expect(parsed(text)).toBe('no-such-date')
    },
  )

  test.each(['', 'soon', 'may', '14', '14/', '1/2-3', 'next month', 'in days', '14 mayo', '12345/1/1'])(
    '“%s” is no date',
    (text) => {
      expect(parsed(text)).toBe('not-a-date')
    },
  )

  test('whatever it is, is answered and never thrown back', () => {
    const pieces = fc.constantFrom(
      '1',
      '99',
      '2027',
      '0',
      '/',
      '.',
      '-',
      ' ',
      'in',
      'days',
      'march',
      'é',
      'fri',
      '٣',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')),
    )
    const locale = fc.constantFrom('en-GB', 'en-US', 'de', 'fr', 'sv', 'ja', 'ar-EG', 'fa-IR', 'th')

    fc.assert(
      fc.property(
        text,
        locale,
        fc.constantFrom('past' as const, 'future' as const),
        (some, of, direction) => {
          expect(['date', 'unclear']).toContain(
            parseDate(some, { today: TUESDAY, locale: of, direction }).kind,
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a date that a person reads', () => {
  test('names weekday, day and month in the way of the locale', () => {
    expect(formatDate(TUESDAY, 'en-GB')).toBe('Tue 2 March')
    expect(formatDate(TUESDAY, 'en-US')).toBe('Tue, March 2')
    expect(formatDate(TUESDAY, 'de')).toBe('Di., 2. März')
  })

  test('names its year where the day and the month alone could mean a nearer one', () => {
    const near = (today: string) => formatDate(TUESDAY, 'en-GB', Temporal.PlainDate.from(today))

    expect(near('2026-06-01')).toBe('Tue 2 March')
    expect(near('2026-02-01')).toBe('Tue, 2 March 2027')
    expect(near('2028-03-01')).toBe('Tue, 2 March 2027')
  })

  test('with a time is on the clock of their zone, in the hours of their locale', () => {
    const instant = Temporal.Instant.from('2027-03-02T23:15Z')

    expect(formatMoment(instant, 'Europe/London', 'en-GB')).toBe('Tue 2 March at 23:15')
    expect(formatMoment(instant, 'Asia/Kathmandu', 'en-GB')).toBe('Wed 3 March at 05:00')
    expect(formatMoment(instant, 'Asia/Kathmandu', 'en-US')).toBe('Wed, March 3 at 5:00 AM')
  })
})

function parsed(text: string, context: { locale?: string; direction?: 'past' | 'future' } = {}): string {
  const result = parseDate(text, { today: TUESDAY, locale: 'en-GB', direction: 'past', ...context })
  return result.kind === 'date' ? result.date.toString() : result.why
}
