import { randomUUID } from 'node:crypto'
import type { Nudge } from '../core/checkin/nudge.ts'
import type { Nudge as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

export async function nudgeById(scope: Scope, id: string): Promise<Nudge | undefined> {
  const row = await scope.tx.nudge.findFirst({ where: { id, organizationId: scope.organizationId } })
  return row ? toNudge(row) : undefined
}

/** Nudges whose next message is due, oldest first; each is this transaction's until it ends. */
export async function takeDueNudges(scope: Scope, limit: number): Promise<Nudge[]> {
  const ids = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from nudges where next_at <= ${fromInstant(scope.now)} and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  if (ids.length === 0) return []
  const rows = await scope.tx.nudge.findMany({
    where: { id: { in: ids.map(({ id }) => id) }, organizationId: scope.organizationId },
  })
  return rows.map(toNudge)
}

/** A nudge whose opening message goes out now. */
export interface OpenedNudge {
  readonly id: string
  readonly personId: string
  /** When the first reminder is due. */
  readonly nextAt: Temporal.Instant | undefined
}

export function newNudgeId(): string {
  return randomUUID()
}

export async function openNudges(scope: Scope, nudges: readonly OpenedNudge[]): Promise<void> {
  await scope.tx.nudge.createMany({
    data: nudges.map(({ id, personId, nextAt }) => ({
      id,
      personId,
      organizationId: scope.organizationId,
      openedAt: fromInstant(scope.now),
      nextAt: nextAt ? fromInstant(nextAt) : null,
    })),
  })
}

/** What changes of a nudge; `nextAt: undefined` means that nothing more is to be said. */
export interface NudgeChange {
  readonly nextAt: Temporal.Instant | undefined
  readonly messages?: number
  readonly reminders?: number
  readonly openedAt?: Temporal.Instant
  readonly putOff?: boolean
  readonly putOffs?: number
}

export async function changeNudge(scope: Scope, id: string, change: NudgeChange): Promise<void> {
  const { nextAt, openedAt, ...rest } = change
  await scope.tx.nudge.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: {
      ...rest,
      nextAt: nextAt ? fromInstant(nextAt) : null,
      ...(openedAt && { openedAt: fromInstant(openedAt) }),
    },
  })
}

function toNudge(row: Row): Nudge {
  const { id, personId, messages, reminders, putOff, putOffs } = row
  return {
    id,
    personId,
    messages,
    reminders,
    putOff,
    putOffs,
    openedAt: toInstant(row.openedAt),
    ...(row.nextAt && { nextAt: toInstant(row.nextAt) }),
  }
}
