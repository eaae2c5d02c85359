import { fromInstant, fromPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/**
 * Takes back that a person told of a meeting in a check-in. It stays where the other side has told of it too, where a
 * note hangs on it, and where it was told of before the check-in opened.
 */
export async function retractMeeting(
  scope: Scope,
  told: { pairId: string; personId: string; heldOn: Temporal.PlainDate; since: Temporal.Instant },
): Promise<void> {
  const { pairId, personId } = told
  const heldOn = fromPlainDate(told.heldOn)
  const ofPair = { pairId, organizationId: scope.organizationId }
  await scope.tx.meeting.deleteMany({
    where: {
      ...ofPair,
      heldOn,
      loggedBy: personId,
      confirmedOn: null,
      note: null,
      loggedAt: { gte: fromInstant(told.since) },
    },
  })
  await scope.tx.meeting.updateMany({
    where: { ...ofPair, confirmedOn: heldOn, loggedBy: { not: personId } },
    data: { confirmedOn: null },
  })
}

/** Takes back a goal's latest standing, if it is this one; a goal that only it had reached is open again. */
export async function retractProgress(
  scope: Scope,
  told: { goalId: string; authorId: string; value: number },
): Promise<void> {
  const { organizationId } = scope
  const { goalId, authorId, value } = told
  const latest = await scope.tx.progressEntry.findFirst({
    where: { goalId, organizationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (latest?.authorId !== authorId || latest.value !== value) return
  await scope.tx.progressEntry.deleteMany({ where: { id: latest.id, organizationId } })
  await scope.tx.goal.updateMany({
    where: { id: goalId, organizationId, state: 'reached', closedAt: { gte: latest.at } },
    data: { state: 'open', closedAt: null },
  })
}
