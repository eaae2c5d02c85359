import { ordinal } from '../../message/ordinal.ts'
import type { RequiredMeeting } from '../../program/clock.ts'
import { formatDate } from '../../time/dates.ts'

/** Said to both of the two; `other`: with whom, to somebody in several pairs. */
export function requiredSentence(
  { number, dueBy }: RequiredMeeting,
  {
    today,
    locale,
    other,
  }: { readonly today: Temporal.PlainDate; readonly locale: string; readonly other?: string | undefined },
): string {
  const meeting = `${ordinal(number)} required meeting${other === undefined ? '' : ` with ${other}`}`
  const day = formatDate(dueBy, locale, today)
  return Temporal.PlainDate.compare(dueBy, today) < 0
    ? `Your ${meeting} was due by ${day}. Please find a time soon.`
    : `Your ${meeting} is due by ${day}.`
}
