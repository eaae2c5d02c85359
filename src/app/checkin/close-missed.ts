import type { CheckIn } from '../../core/checkin/checkin.ts'
import { SILENCES_UNTIL_ASKED } from '../../core/checkin/nudge.ts'
import { goOnMessage } from '../../core/checkin/nudge-messages.ts'
import { changeCheckIns, checkInsOfNudge, putOffCheckIn, takeDueCheckIns } from '../../store/check-ins.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { changeNudge, nudgeById } from '../../store/nudges.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'
import { sendRecapIfDue } from './send-recap.ts'

const BATCH = 100

/** Closes every check-in that stayed unanswered too long. Returns how many. */
export function closeMissed(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const late = await takeDueCheckIns(scope, { state: 'open', limit })
      took(late.map(({ id }) => id))
      await closeAsMissed(scope, late)
      return late.length
    },
    putOff: putOffCheckIn,
  })
}

/** Closes those of these check-ins that are still open as missed: what was shared goes to the pair, and silence is counted. */
export async function closeAsMissed(scope: Scope, checkIns: readonly CheckIn[]): Promise<void> {
  const closed = await changeCheckIns(
    scope,
    checkIns.map(({ id }) => ({ id, from: 'open', state: 'missed', nextAt: undefined, closedAt: scope.now })),
  )
  const late = checkIns.filter(({ id }) => closed.has(id))
  if (late.length === 0) return
  for (const { pairId, dueOn } of late) await sendRecapIfDue(scope, { pairId, dueOn, closing: true })

  const nudges = Map.groupBy(await loadNudged(scope, late), ({ checkIn }) => checkIn.nudgeId ?? '')
  for (const [nudgeId, missed] of nudges) await noteSilence(scope, nudgeId, missed)
}

/**
 * A nudge is silence in a program when the last of its check-ins there closed, none was answered, and the person did
 * not say *later*. So a mentor of three who answers one of three has not been silent.
 */
async function noteSilence(scope: Scope, nudgeId: string, missed: readonly Nudged[]): Promise<void> {
  const nudge = await nudgeById(scope, nudgeId)
  const all = await checkInsOfNudge(scope, nudgeId)
  if (!nudge) return
  if (all.every(({ state }) => state !== 'open')) await changeNudge(scope, nudgeId, { nextAt: undefined })
  if (nudge.putOffs > 0) return
  const programs = Map.groupBy(missed, ({ checkIn }) => checkIn.programId)
  for (const [programId, [one]] of programs) {
    const here = all.filter((checkIn) => checkIn.programId === programId)
    if (one && here.every(({ state }) => state === 'missed')) await countSilence(scope, one)
  }
}

async function countSilence(scope: Scope, { enrollment, person, program, checkIn }: Nudged): Promise<void> {
  const silences = enrollment.silences + 1
  if (silences < SILENCES_UNTIL_ASKED || enrollment.askedToGoOnAt) {
    return changeEnrollment(scope, enrollment.id, { silences })
  }
  const message = goOnMessage({
    firstName: firstNameOf(person),
    program: program.name,
    enrollmentId: enrollment.id,
  })
  const key = `go-on:${enrollment.id}:${checkIn.id}`
  const asked = await queue(scope, toPerson(person, { key, message }))
  // Whoever cannot be written to was not asked: everything would wait for an answer that cannot come.
  await changeEnrollment(scope, enrollment.id, { silences, ...(asked > 0 && { askedToGoOnAt: scope.now }) })
}
