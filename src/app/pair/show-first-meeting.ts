import type { Outcome } from '../../core/message/intent.ts'
import { firstMeeting, noFirstMeeting } from '../../core/pair/kick-off-messages.ts'
import type { Turn } from '../turn.ts'
import { companionIn } from './companions.ts'

/** The card for the first meeting, any time again. */
export async function showFirstMeeting({ scope, person, about: [pairId = ''] }: Turn): Promise<Outcome> {
  const found = await companionIn(scope, person.id, pairId)
  if (!found) return { kind: 'show', message: noFirstMeeting }
  return { kind: 'show', message: firstMeeting({ pairId, side: found.side }) }
}
