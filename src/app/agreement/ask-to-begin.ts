import { askedToBegin, beginAsked } from '../../core/agreement/writing-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { audit } from '../../store/audit.ts'
import { queue } from '../../store/outbox.ts'
import type { Turn } from '../turn.ts'
import { findSigning, readingOf } from './find-signing.ts'
import { asItIs, nudgeKey } from './show-agreement.ts'
import { whenItSuits } from './tell-other.ts'

/** A mentor asks the mentee, once, to begin the agreement. */
export async function askToBegin(turn: Turn): Promise<Outcome> {
  const found = await findSigning(turn)
  if ('refusal' in found) return { kind: 'show', message: found.refusal }
  const { scope, person } = turn
  const { pair, other, program, signing, reading } = found
  const begun = signing.standing ?? signing.pending
  if (begun || reading.side === 'mentee') return { kind: 'show', message: await asItIs(scope, found) }
  const message = askedToBegin(readingOf(pair, other, person))
  const asked = await queue(scope, whenItSuits(scope, other, { program, key: nudgeKey(pair.id), message }))
  if (asked === 0) return { kind: 'show', message: await asItIs(scope, found), replace: true }
  await audit(scope, { actor: person.id, action: 'agreement.nudge', subject: pair.id })
  return { kind: 'show', message: beginAsked(other.name), replace: true }
}
