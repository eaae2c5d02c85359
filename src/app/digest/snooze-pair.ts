import { snoozed } from '../../core/digest/nudge-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { snoozePair as storeSnooze } from '../../store/pairs.ts'
import type { Turn } from '../turn.ts'
import { findCoordinatedPair } from './find-pair.ts'

const SNOOZE_DAYS = 14

/** A coordinator leaves a pair out of the digest for two weeks. */
export async function snoozePair(turn: Turn): Promise<Outcome> {
  const found = await findCoordinatedPair(turn)
  if ('not' in found) return { kind: 'show', message: found.not }
  const { scope, person } = turn
  const { pair, stored, two } = found
  const until = dateAt(scope.now, stored.program.timeZone).add({ days: SNOOZE_DAYS })
  await storeSnooze(scope, pair.id, until)
  await audit(scope, { actor: person.id, action: 'digest.snooze', subject: pair.id })
  const names = two.map(({ name }) => name).join(' and ')
  return { kind: 'show', message: snoozed({ names, until, locale: person.locale }) }
}
