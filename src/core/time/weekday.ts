/** A day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Monday to Sunday, in the order of the week. */
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Reads an English name of a day, in full or by at least its first three letters, in any case. */
export function parseWeekday(text: string): Weekday | undefined {
  const word = text.trim().toLowerCase()
  if (word.length < 3) return undefined
  return WEEKDAYS.find((day) => NAMES[day - 1]?.startsWith(word))
}

/** `Mon`, `Tue`, …: the form that files and `hours` use. */
export function abbreviateWeekday(day: Weekday): string {
  const name = NAMES[day - 1] ?? ''
  return name.slice(0, 1).toUpperCase() + name.slice(1, 3)
}

export function isOnWeekday(date: Temporal.PlainDate, days: readonly Weekday[]): boolean {
  return days.some((day) => day === date.dayOfWeek)
}

/** The date itself if it falls on that weekday, else the next one that does. */
export function weekdayOnOrAfter(date: Temporal.PlainDate, weekday: Weekday): Temporal.PlainDate {
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 })
}

/** The date itself if it falls on that weekday, else the last one that did. */
export function weekdayOnOrBefore(date: Temporal.PlainDate, weekday: Weekday): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek - weekday + 7) % 7 })
}
