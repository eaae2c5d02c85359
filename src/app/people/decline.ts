import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import { alreadyIn, notNowNoted, notYourEnrollment } from '../../core/people/messages.ts'
import { audit } from '../../store/audit.ts'
import { openCheckInsOf } from '../../store/check-ins.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { finishCheckIn } from '../checkin/finish-check-in.ts'
import type { Turn } from '../turn.ts'
import { ownPlace } from './taking-part.ts'

/** *Not now*: the invitation stands, but is not spoken of again by itself; a check-in that it came with is skipped. */
export async function declineForNow(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const place = await ownPlace(turn)
  if (!place || place.enrollment.state === 'left') {
    return { kind: 'show', message: sentence(notYourEnrollment) }
  }
  const { enrollment, program } = place
  if (enrollment.state !== 'invited') return { kind: 'show', message: alreadyIn(program.name) }

  if (!enrollment.declinedAt) {
    await changeEnrollment(scope, enrollment.id, { declinedAt: scope.now, noticedAt: scope.now })
    await audit(scope, { actor: person.id, action: 'program.not-now', subject: enrollment.id })
  }
  for (const checkIn of await openCheckInsOf(scope, person.id)) {
    if (checkIn.programId === enrollment.programId) await finishCheckIn(scope, checkIn, 'skipped')
  }
  return { kind: 'show', message: notNowNoted(program.name) }
}
