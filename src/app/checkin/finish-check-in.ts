import type { CheckIn } from '../../core/checkin/checkin.ts'
import { changeCheckIns, checkInsOfNudge } from '../../store/check-ins.ts'
import { conversationOf, fallSilent } from '../../store/conversations.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../store/enrollments.ts'
import { changeNudge } from '../../store/nudges.ts'
import type { Scope } from '../../store/scope.ts'
import { sendRecapIfDue } from './send-recap.ts'

/** The person is done with this check-in: reminders stop, silences start from nothing, the recap goes out if it is due. */
export async function finishCheckIn(
  scope: Scope,
  checkIn: CheckIn,
  how: 'answered' | 'skipped',
): Promise<void> {
  await changeCheckIns(scope, [{ id: checkIn.id, state: how, nextAt: undefined, closedAt: scope.now }])
  await endNudge(scope, checkIn.nudgeId)
  await breakSilence(scope, checkIn)
  const conversation = await conversationOf(scope, checkIn.personId)
  if (conversation?.checkInId === checkIn.id) await fallSilent(scope, checkIn.personId)
  await sendRecapIfDue(scope, { pairId: checkIn.pairId, dueOn: checkIn.dueOn })
}

async function endNudge(scope: Scope, nudgeId: string | undefined): Promise<void> {
  if (nudgeId === undefined) return
  const others = await checkInsOfNudge(scope, nudgeId)
  if (others.every(({ state }) => state !== 'open')) await changeNudge(scope, nudgeId, { nextAt: undefined })
}

/** Whoever answers is not silent, and answering an invitation's check-in is joining (PRODUCT, *Enroll*). */
async function breakSilence(scope: Scope, { personId, programId }: CheckIn): Promise<void> {
  const enrollments = await enrollmentsOfPerson(scope, personId)
  const enrollment = enrollments.find((one) => one.programId === programId)
  if (!enrollment) return
  await changeEnrollment(scope, enrollment.id, { silences: 0, askedToGoOnAt: null })
}
