import { calendarDate } from './calendar-date.ts'

/**
 * A date as people write it into files: `2027-01-04`, or day, month and four-digit year in either order where
 * only one order makes a date. One that could be read two ways (03/04/2027) is refused with the reason.
 */
export function readWrittenDate(text: string): Temporal.PlainDate | { readonly problem: string } {
  const noSuchDay = { problem: `there is no day ${text} in the calendar` }
  const iso = /^([12]\d{3})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dateOf(iso[1], iso[2], iso[3]) ?? noSuchDay
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})$/.exec(text)
  if (!parts)
    return { problem: `“${text.slice(0, 30)}” is not a date: write year-month-day, like 2027-01-31` }
  const dayFirst = dateOf(parts[3], parts[2], parts[1])
  const monthFirst = dateOf(parts[3], parts[1], parts[2])
  if (dayFirst && monthFirst && !dayFirst.equals(monthFirst)) {
    return { problem: `${text} could be read two ways: write ${dayFirst} or ${monthFirst}` }
  }
  return dayFirst ?? monthFirst ?? noSuchDay
}

function dateOf(year = '', month = '', day = ''): Temporal.PlainDate | undefined {
  return calendarDate({ year: Number(year), month: Number(month), day: Number(day) })
}
