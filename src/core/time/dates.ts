import { calendarDate } from './calendar-date.ts'
import { parseWeekday, weekdayOnOrAfter, weekdayOnOrBefore } from './weekday.ts'

export type ParsedDate =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'unclear'; readonly why: 'not-a-date' | 'no-such-date' }

interface DateContext {
  /** The date on the person's own calendar now. */
  readonly today: Temporal.PlainDate
  /** BCP 47; decides which of two numbers is the day. */
  readonly locale: string
  /** Where a date without a year, or the name of a weekday, is looked for. */
  readonly direction: 'past' | 'future'
}

type DatePart = 'year' | 'month' | 'day'
type Reader = (text: string, context: DateContext) => ParsedDate | undefined

const READERS: readonly Reader[] = [readNearDay, readDistance, readWeekday, readNumbers, readMonthName]

/**
 * Reads what a person types as a date: `today`, `yesterday`, `tomorrow`, `in 3 days`, `2 weeks ago`, a weekday, ISO,
 * the numbers of their locale (`14/03`, `14.3.2027`, `3/14/2027`), `14 March`. A weekday is never today: Friday said
 * on a Friday is a week away. A date without a year is the nearest one in the direction, today included.
 */
export function parseDate(text: string, context: DateContext): ParsedDate {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  for (const read of READERS) {
    const parsed = read(words, context)
    if (parsed) return parsed
  }
  return { kind: 'unclear', why: 'not-a-date' }
}

/**
 * `Tue 2 March` in British English, and as it is written elsewhere. Given `today`, a date some ten months or more away
 * from it bears its year, too.
 */
export function formatDate(date: Temporal.PlainDate, locale: string, today?: Temporal.PlainDate): string {
  const isFar = today !== undefined && Math.abs(today.until(date).days) >= FAR_DAYS
  return formatterFor(locale, 'UTC', isFar ? 'far-day' : 'day').format(epochMilliseconds(date))
}

const FAR_DAYS = 300

/** `Tue 2 March at 09:00` in British English, on the clocks of that zone. */
export function formatMoment(instant: Temporal.Instant, zone: string, locale: string): string {
  return formatterFor(locale, zone, 'moment').format(instant.epochMilliseconds)
}

/** `Tue, 2 March 2027 at 09:00` in British English: for what is read years later. */
export function formatDatedMoment(instant: Temporal.Instant, zone: string, locale: string): string {
  return formatterFor(locale, zone, 'dated-moment').format(instant.epochMilliseconds)
}

/** Making a formatter takes longer than all else in a message, and people share a few locales and zones. */
const formatters = new Map<string, Intl.DateTimeFormat>()

type Shown = 'day' | 'far-day' | 'moment' | 'dated-moment'

function formatterFor(locale: string, zone: string, what: Shown): Intl.DateTimeFormat {
  const key = `${what} ${locale} ${zone}`
  const known = formatters.get(key)
  if (known) return known
  const made =
    what === 'day' || what === 'far-day'
      ? dayFormatter(locale, zone, what)
      : momentFormatter(locale, zone, what)
  formatters.set(key, made)
  return made
}

function dayFormatter(locale: string, timeZone: string, what: 'day' | 'far-day'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    ...DAY_FORMAT,
    ...(what === 'far-day' && { year: 'numeric' }),
    timeZone,
  })
}

function momentFormatter(
  locale: string,
  timeZone: string,
  what: 'moment' | 'dated-moment',
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    ...DAY_FORMAT,
    ...(what === 'dated-moment' && { year: 'numeric' }),
    hour: hourOf(locale),
    minute: '2-digit',
    timeZone,
  })
}

/** `09:00`, and `9:00 am` where the day has twice twelve hours. */
export function hourOf(locale: string): 'numeric' | '2-digit' {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return hour12 ? 'numeric' : '2-digit'
}

const DAY_FORMAT = { calendar: 'gregory', weekday: 'short', day: 'numeric', month: 'long' } as const

function readNearDay(text: string, { today }: DateContext): ParsedDate | undefined {
  if (text === 'today') return found(today)
  if (text === 'yesterday') return found(today.subtract({ days: 1 }))
  if (text === 'tomorrow') return found(today.add({ days: 1 }))
  return undefined
}

function readDistance(text: string, { today }: DateContext): ParsedDate | undefined {
  const [, ahead, aheadUnit, back, backUnit] =
    /^(?:in (\d{1,3}) (day|week)s?|(\d{1,3}) (day|week)s? ago)$/.exec(text) ?? []
  if (ahead) return found(today.add({ days: Number(ahead) * daysOf(aheadUnit) }))
  if (back) return found(today.subtract({ days: Number(back) * daysOf(backUnit) }))
  return undefined
}

function daysOf(unit: string | undefined): number {
  return unit === 'week' ? 7 : 1
}

function readWeekday(text: string, { today, direction }: DateContext): ParsedDate | undefined {
  const weekday = parseWeekday(text)
  if (!weekday) return undefined
  if (direction === 'future') return found(weekdayOnOrAfter(today.add({ days: 1 }), weekday))
  return found(weekdayOnOrBefore(today.subtract({ days: 1 }), weekday))
}

function readNumbers(text: string, context: DateContext): ParsedDate | undefined {
  const compact = text.replace(/ ?([./-]) ?/g, '$1')
  if (!/^\d{1,4}([./-])\d{1,2}(\1\d{1,4})?\.?$/.test(compact)) return undefined

  const numbers = compact.match(/\d+/g) ?? []
  const order = numbers[0]?.length === 4 ? YEAR_FIRST : orderOfParts(context.locale)
  const present = numbers.length === 3 ? order : order.filter((part) => part !== 'year')
  const number = (part: DatePart) => numbers[present.indexOf(part)]
  return dateFrom(
    { year: number('year'), month: Number(number('month')), day: Number(number('day')) },
    context,
  )
}

const YEAR_FIRST: readonly DatePart[] = ['year', 'month', 'day']

function orderOfParts(locale: string): readonly DatePart[] {
  return new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day')
}

function readMonthName(text: string, context: DateContext): ParsedDate | undefined {
  const [, dayFirst, monthSecond, monthFirst, daySecond, year] =
    /^(?:(\d{1,2})\.? (\p{L}+)|(\p{L}+)\.? (\d{1,2}))\.?,?(?: (\d{4}))?$/u.exec(text) ?? []
  const month = monthNamed(monthSecond ?? monthFirst ?? '', context.locale)
  return month === undefined
    ? undefined
    : dateFrom({ year, month, day: Number(dayFirst ?? daySecond) }, context)
}

/** The only month of the locale's year that begins with this word of at least three letters. */
function monthNamed(word: string, locale: string): number | undefined {
  if (word.length < 3) return undefined
  const matches = MONTHS.filter((month) => monthName(month, locale).startsWith(word))
  return matches.length === 1 ? matches[0] : undefined
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function monthName(month: number, locale: string): string {
  const date = new Temporal.PlainDate(2000, month, 1)
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
    .formatToParts(epochMilliseconds(date))
    .filter(({ type }) => type === 'month')
    .map(({ value }) => value.toLowerCase())
    .join('')
}

function dateFrom(
  typed: { readonly year: string | undefined; readonly month: number; readonly day: number },
  context: DateContext,
): ParsedDate {
  const date =
    typed.year === undefined
      ? nearestDate(typed, context)
      : calendarDate({ ...typed, year: fullYear(typed.year) })
  return date ? found(date) : { kind: 'unclear', why: 'no-such-date' }
}

/** `27` is 2027. */
function fullYear(year: string): number {
  return year.length <= 2 ? 2000 + Number(year) : Number(year)
}

function nearestDate(
  { month, day }: { readonly month: number; readonly day: number },
  { today, direction }: DateContext,
): Temporal.PlainDate | undefined {
  const onward = direction === 'future' ? 1 : -1
  return [today.year, today.year + onward]
    .map((year) => calendarDate({ year, month, day }))
    .find((date) => date && Temporal.PlainDate.compare(date, today) * onward >= 0)
}

function epochMilliseconds(date: Temporal.PlainDate): number {
  return date.toZonedDateTime('UTC').epochMilliseconds
}

function found(date: Temporal.PlainDate): ParsedDate {
  return { kind: 'date', date }
}
