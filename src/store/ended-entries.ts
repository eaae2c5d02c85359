import { fromInstant } from './instants.ts'
import { toReceipt } from './outbox.ts'
import type { Scope } from './scope.ts'

/** A message whose way is over: it was sent, or will never be. */
export interface EndedEntry {
  readonly id: string
  /** What it was for. */
  readonly key: string
  readonly platform: 'slack' | 'teams'
  readonly state: 'sent' | 'failed' | 'abandoned'
  /** The platform's id of whom it is for; without it, it is for a channel. */
  readonly user?: string
  readonly channel?: string
  readonly receipt?: { readonly channel: string; readonly message: string }
  /** The short code of the last fault. */
  readonly fault?: string
}

/** Messages sent since an instant, the oldest first, and all that were given up. */
export async function endedEntries(scope: Scope, since: Temporal.Instant): Promise<EndedEntry[]> {
  const rows = await scope.tx.outboxEntry.findMany({
    where: {
      organizationId: scope.organizationId,
      kind: 'send',
      OR: [
        { state: 'sent', sentAt: { gte: fromInstant(since) } },
        { state: { in: ['failed', 'abandoned'] } },
      ],
    },
    orderBy: [{ sentAt: 'asc' }, { createdAt: 'asc' }, { key: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    platform: row.platform as EndedEntry['platform'],
    state: row.state as EndedEntry['state'],
    ...(row.user !== null && { user: row.user }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.fault !== null && { fault: row.fault }),
    ...toReceipt(row),
  }))
}

/** The platforms that refused a message which waits to be tried again, with the short code of the last fault. */
export async function refusingPlatforms(scope: Scope): Promise<Map<EndedEntry['platform'], string>> {
  const rows = await scope.tx.outboxEntry.findMany({
    where: {
      organizationId: scope.organizationId,
      state: { in: ['ready', 'sending'] },
      fault: { not: null, notIn: ['do-not-disturb'] },
    },
    select: { platform: true, fault: true },
  })
  return new Map(rows.map((row) => [row.platform as EndedEntry['platform'], row.fault ?? 'unknown']))
}

/** Whether a check-in that this nudge speaks of still waits for its answer. */
export async function isNudgeOpen(scope: Scope, nudgeId: string): Promise<boolean> {
  const open = await scope.tx.checkIn.count({
    where: { organizationId: scope.organizationId, nudgeId, state: 'open' },
  })
  return open > 0
}
