import type { RequiredMeeting } from '../../program/clock.ts'
import { formatDate } from '../../time/dates.ts'

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
] as const

/** `second`; from the thirteenth on in digits. */
function ordinal(number: number): string {
  return ordinals[number - 1] ?? `${number}th`
}

/** Said to both of the two. */
export function requiredSentence(
  { number, dueBy }: RequiredMeeting,
  { today, locale }: { readonly today: Temporal.PlainDate; readonly locale: string },
): string {
  const day = formatDate(dueBy, locale, today)
  return Temporal.PlainDate.compare(dueBy, today) < 0
    ? `Your ${ordinal(number)} required meeting was due by ${day}. Please find a time soon.`
    : `Your ${ordinal(number)} required meeting is due by ${day}.`
}
