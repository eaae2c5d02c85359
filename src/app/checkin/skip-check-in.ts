import { skippedMessage } from '../../core/checkin/nudge-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import { audit } from '../../store/audit.ts'
import { checkInById } from '../../store/check-ins.ts'
import type { Turn } from '../turn.ts'
import { finishCheckIn } from './finish-check-in.ts'
import { loadNudged } from './load-nudged.ts'
import { markNudge } from './mark-nudge.ts'

/** The person skips one check-in: a word, not a silence. Answers given before are kept. */
export async function skipCheckIn(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const checkIn = await checkInById(scope, about[0] ?? '')
  const [own] = checkIn?.personId === person.id ? await loadNudged(scope, [checkIn]) : []
  if (checkIn?.state !== 'open' || !own) {
    return { kind: 'show', message: sentence('That check-in is not open any more.') }
  }
  await finishCheckIn(scope, checkIn, 'skipped')
  await markNudge(scope, checkIn, 'form')
  await audit(scope, { actor: person.id, action: 'checkin.skip', subject: checkIn.id })
  return { kind: 'show', message: skippedMessage(own.other.name), replace: true }
}
