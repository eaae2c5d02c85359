import { counted } from '../message/counted.ts'
import { formatDate } from '../time/dates.ts'
import type { AttentionRow, Member, Reason } from './attention.ts'

/** Reasons about which there is something to try. A request waits for a coordinator, not for the bot. */
const tries: readonly Reason['kind'][] = ['silent', 'not-met', 'meeting-overdue', 'unreachable']

/** What was tried so far about a pair that needs attention, as one line; undefined where nothing was. */
export function triedWords({ pair, reasons }: AttentionRow, locale: string): string | undefined {
  if (!reasons.some(({ kind }) => tries.includes(kind))) return undefined
  const day = (date: Temporal.PlainDate) => formatDate(date, locale)
  const parts = [
    ...[pair.mentor, pair.mentee].flatMap((member) => withMember(member, day)),
    ...(pair.nudgedOn ? [`a coordinator’s nudge on ${day(pair.nudgedOn)}`] : []),
    ...(pair.rematchOfferedOn ? [`a new match offered on ${day(pair.rematchOfferedOn)}`] : []),
  ]
  return parts.length === 0 ? undefined : `Tried so far: ${parts.join('; ')}.`
}

function withMember({ name, tried }: Member, day: (date: Temporal.PlainDate) => string): string[] {
  if (!tried) return []
  const { checkIns, reminders, later, askedToGoOn } = tried
  const done = [
    ...(checkIns > 0 ? [counted(checkIns, 'check-in')] : []),
    ...(reminders > 0 ? [counted(reminders, 'reminder')] : []),
    ...(later > 0 ? [`put off ${later === 1 ? 'once' : counted(later, 'time')}`] : []),
    ...(askedToGoOn ? [`asked whether to go on (${day(askedToGoOn)})`] : []),
  ]
  return done.length === 0 ? [] : [`${name}: ${done.join(', ')}`]
}
