interface CalendarParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Undefined, not an exception, for a date that no calendar has. */
export function calendarDate(parts: CalendarParts): Temporal.PlainDate | undefined {
  const { year, month, day } = parts
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return undefined
  return day <= new Temporal.PlainYearMonth(year, month).daysInMonth
    ? new Temporal.PlainDate(year, month, day)
    : undefined
}

/** Reads `YYYY-MM-DD` and nothing else, for files. */
export function parseIsoDate(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return calendarDate({ year: Number(year), month: Number(month), day: Number(day) })
}
