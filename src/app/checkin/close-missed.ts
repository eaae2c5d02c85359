import type { CheckIn } from '../../core/checkin/checkin.ts'
import { SILENCES_UNTIL_ASKED } from '../../core/checkin/nudge.ts'
import { goOnMessage } from '../../core/checkin/nudge-messages.ts'
import { changeCheckIns, checkInsOfNudge, takeDueCheckIns } from '../../store/check-ins.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { changeNudge, nudgeById } from '../../store/nudges.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { inOrganization, type World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'
import { sendRecapIfDue } from './send-recap.ts'

const BATCH = 100

/** Closes every check-in that stayed unanswered too long. Returns how many. */
export async function closeMissed(world: World, organizationId: string): Promise<number> {
  let closed = 0
  for (;;) {
    const taken = await inOrganization(world, organizationId, async (scope) => {
      const late = await takeDueCheckIns(scope, { state: 'open', limit: BATCH })
      await closeAsMissed(scope, late)
      return late.length
    })
    closed += taken
    if (taken < BATCH) return closed
  }
}

/** Closes these open check-ins as missed: what was shared goes to the pair, and silence is counted. */
export async function closeAsMissed(scope: Scope, checkIns: readonly CheckIn[]): Promise<void> {
  if (checkIns.length === 0) return
  await changeCheckIns(
    scope,
    checkIns.map(({ id }) => ({ id, state: 'missed', nextAt: undefined, closedAt: scope.now })),
  )
  for (const { pairId, dueOn } of checkIns) await sendRecapIfDue(scope, { pairId, dueOn, closing: true })

  const nudges = Map.groupBy(await loadNudged(scope, checkIns), ({ checkIn }) => checkIn.nudgeId ?? '')
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
  await changeEnrollment(scope, enrollment.id, { silences, askedToGoOnAt: scope.now })
  const message = goOnMessage({
    firstName: firstNameOf(person),
    program: program.name,
    enrollmentId: enrollment.id,
  })
  await queue(scope, toPerson(person, { key: `go-on:${enrollment.id}:${checkIn.id}`, message }))
}
