import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import { notYourEnrollment, understoodNoted } from '../../core/people/messages.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { briefingBlocks } from '../briefing/offer-briefing.ts'
import { kickOffJoined } from '../pair/kick-off.ts'
import type { Turn } from '../turn.ts'
import { describeNext, ownPlace } from './taking-part.ts'

/** *Understood*, where the program is a condition of work: noted once, with its day. */
export async function noteUnderstood(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const place = await ownPlace(turn)
  if (!place || place.enrollment.state === 'left') {
    return { kind: 'show', message: sentence(notYourEnrollment) }
  }
  const { enrollment, program } = place
  const state = enrollment.state === 'invited' ? 'active' : enrollment.state
  await changeEnrollment(scope, enrollment.id, { state, joinedAt: scope.now, noticedAt: scope.now })
  await audit(scope, { actor: person.id, action: 'program.understood', subject: enrollment.id })
  if (enrollment.state === 'invited') await kickOffJoined(scope, enrollment.id)
  const message = understoodNoted(program.name, await describeNext(scope, person))
  const briefing = await briefingBlocks(scope, place)
  return { kind: 'show', message: { ...message, blocks: [...message.blocks, ...briefing] } }
}
