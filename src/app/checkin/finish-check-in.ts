import type { CheckIn } from '../../core/checkin/checkin.ts'
import { changeCheckIns, checkInsOfNudge } from '../../store/check-ins.ts'
import { conversationOf, fallSilent } from '../../store/conversations.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../store/enrollments.ts'
import { changeNudge } from '../../store/nudges.ts'
import { personById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { joinByAnswering } from '../people/join-program.ts'
import { reschedule } from './schedule.ts'
import { sendRecapIfDue } from './send-recap.ts'

/** The person is done with this check-in: reminders stop, silences start from nothing, the recap goes out if it is due. */
export async function finishCheckIn(
  scope: Scope,
  checkIn: CheckIn,
  how: 'answered' | 'skipped',
): Promise<void> {
  await close(scope, checkIn, how)
  await breakSilence(scope, checkIn)
  if (how === 'answered') await joinByAnswering(scope, checkIn.personId, checkIn.programId)
  await sendRecapIfDue(scope, { pairId: checkIn.pairId, dueOn: checkIn.dueOn })
}

/** The other of the pair takes a break: it is put aside, and says nothing about this person. */
export async function restCheckIn(scope: Scope, checkIn: CheckIn): Promise<void> {
  await close(scope, checkIn, 'skipped')
  await sendRecapIfDue(scope, { pairId: checkIn.pairId, dueOn: checkIn.dueOn })
}

async function close(scope: Scope, checkIn: CheckIn, how: 'answered' | 'skipped'): Promise<void> {
  await changeCheckIns(scope, [{ id: checkIn.id, state: how, nextAt: undefined, closedAt: scope.now }])
  await endNudge(scope, checkIn.nudgeId)
  const conversation = await conversationOf(scope, checkIn.personId)
  if (conversation?.checkInId === checkIn.id) await fallSilent(scope, checkIn.personId)
}

async function endNudge(scope: Scope, nudgeId: string | undefined): Promise<void> {
  if (nudgeId === undefined) return
  const others = await checkInsOfNudge(scope, nudgeId)
  if (others.every(({ state }) => state !== 'open')) await changeNudge(scope, nudgeId, { nextAt: undefined })
}

/** Whoever answers is not silent; where the bot had asked whether to go on, this is the answer, and it plans again. */
async function breakSilence(scope: Scope, { personId, programId }: CheckIn): Promise<void> {
  const enrollments = await enrollmentsOfPerson(scope, personId)
  const enrollment = enrollments.find((one) => one.programId === programId)
  if (!enrollment) return
  await changeEnrollment(scope, enrollment.id, { silences: 0, askedToGoOnAt: null })
  const person = enrollment.askedToGoOnAt && (await personById(scope, personId))
  if (person) await reschedule(scope, person)
}
