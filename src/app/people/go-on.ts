import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import { goingOnMessage, notYourEnrollment } from '../../core/people/messages.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { reschedule } from '../checkin/schedule.ts'
import { kickOffJoined } from '../pair/kick-off.ts'
import { wakePairs } from '../pair/rest-pairs.ts'
import type { Turn } from '../turn.ts'
import { describeNext, ownPlace } from './taking-part.ts'

/** *Continue*, after three silences: counting starts from nothing, and who was only invited has joined by it. */
export async function goOn(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const place = await ownPlace(turn)
  if (!place || place.enrollment.state === 'left') {
    return { kind: 'show', message: sentence(notYourEnrollment) }
  }
  const { enrollment, program } = place
  await changeEnrollment(scope, enrollment.id, {
    state: 'active',
    silences: 0,
    askedToGoOnAt: null,
    pausedUntil: null,
    ...(enrollment.state === 'invited' && { joinedAt: scope.now, declinedAt: null }),
  })
  await audit(scope, { actor: person.id, action: 'program.go-on', subject: enrollment.id })
  await reschedule(scope, person)
  if (enrollment.state === 'paused') await wakePairs(scope, person, enrollment.programId)
  if (enrollment.state === 'invited') await kickOffJoined(scope, enrollment.id)
  return { kind: 'show', message: goingOnMessage(program.name, await describeNext(scope, person)) }
}
