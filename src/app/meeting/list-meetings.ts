import type { Outcome } from '../../core/message/intent.ts'
import { meetingsMessage, noMeetings } from '../../core/pair/correction-messages.ts'
import { latestMeetings } from '../../store/meetings.ts'
import { companionsOf } from '../pair/companions.ts'
import { hoursWords } from '../pair/hours-words.ts'
import type { Turn } from '../turn.ts'

/** So many fit on one screen. */
const SHOWN = 8

/** The person's latest meetings with what can be done about each, and what all add up to. */
export async function listMeetings({ scope, person }: Turn): Promise<Outcome> {
  const companions = await companionsOf(scope, person.id)
  const names = new Map(companions.map(({ pair, other }) => [pair.id, other]))
  const latest = await latestMeetings(scope, { pairIds: [...names.keys()], most: SHOWN })
  const sums = await hoursWords(scope, person.id)
  if (latest.length === 0 && sums.length === 0) return { kind: 'show', message: noMeetings }
  const meetings = latest.map(({ pairId, meeting }) => ({ other: names.get(pairId) ?? '', meeting }))
  return { kind: 'show', message: meetingsMessage(meetings, sums, person.locale) }
}
