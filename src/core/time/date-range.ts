import { parseIsoDate } from './calendar-date.ts'

/** Whole days, the first and the last included. */
export interface DateRange {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** Reads `DATE/DATE`, both ISO; undefined if it is not that, or ends before it starts. */
export function parseDateRange(text: string): DateRange | undefined {
  const [first, last, ...rest] = text.split('/')
  if (first === undefined || last === undefined || rest.length > 0) return undefined

  const from = parseIsoDate(first.trim())
  const to = parseIsoDate(last.trim())
  if (!from || !to || Temporal.PlainDate.compare(from, to) > 0) return undefined
  return { from, to }
}

export function includesDate(range: DateRange, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(range.from, date) <= 0 && Temporal.PlainDate.compare(date, range.to) <= 0
}
