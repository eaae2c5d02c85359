import type { Message } from '../core/message/message.ts'
import type { Platform } from '../core/people/account.ts'
import type { Receipt, Recipient } from '../ports/messenger.ts'
import { Prisma } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import { laneOf } from './lanes.ts'
import { bodyOf, type EntryFate, toReceipt } from './outbox.ts'
import { isPresent } from './presence.ts'
import type { Seal } from './sealed.ts'

/**
 * An entry as delivery sees it. `ready`: surely not sent. `sending`: claimed before the call to the platform and
 * not settled since, so that its fate is unknown unless its claimant is at work on it at this moment.
 */
export interface Entry {
  readonly id: string
  readonly organizationId: string
  readonly key: string
  readonly platform: Platform
  readonly to: Recipient
  readonly kind: 'send' | 'update'
  readonly target?: string
  readonly repeat: 'never' | 'once'
  /** Missing when it cannot be read: erased, or sealed with a key that is not here. */
  readonly message?: Message
  readonly state: EntryFate['state']
  /** Attempts that failed. */
  readonly attempts: number
  readonly repeated: boolean
  readonly createdAt: Temporal.Instant
  /** When the first attempt of unknown fate began. */
  readonly claimedAt?: Temporal.Instant
  readonly claimedBy?: string
  /** Whether the claimant is a process that lives. */
  readonly claimantPresent: boolean
  /** The bot was taken out of the workspace. */
  readonly uninstalled: boolean
  readonly expiresAt?: Temporal.Instant
  readonly fault?: string
}

/** What an update changes: the message of its target. */
export interface Target {
  readonly state: 'waiting' | 'sent' | 'never-sent'
  readonly receipt?: Receipt
  /** A later update of the same message is queued or done. */
  readonly superseded: boolean
}

/** Reads an entry and keeps it locked until the transaction ends. */
export async function lockEntry(
  tx: Prisma.TransactionClient,
  id: string,
  seal: Seal,
): Promise<Entry | undefined> {
  const [lock] = await tx.$queryRaw<{ present: boolean; uninstalled: boolean }[]>`
    select ${isPresent(Prisma.sql`outbox.claimed_by`)} as present, exists (
      select from workspaces w
      where w.platform = outbox.platform and w.external_id = outbox.workspace and w.uninstalled_at is not null
    ) as uninstalled
    from outbox where id = ${id} for update`
  const row = await tx.outboxEntry.findUnique({ where: { id } })
  if (lock === undefined || row === null) return undefined
  return toEntry(row, { seal, claimantPresent: lock.present, uninstalled: lock.uninstalled })
}

/** Signs the entry over to a claimant, to be committed before the platform is called. */
export async function claim(tx: Prisma.TransactionClient, id: string, claimant: string): Promise<void> {
  await tx.$executeRaw`
    update outbox set state = 'sending', claimed_by = ${claimant}, claimed_at = coalesce(claimed_at, now())
    where id = ${id}`
}

/** How an attempt ended. Every change of an entry after its claim goes through `settle`. */
export type Settlement =
  | { readonly state: 'sent'; readonly receipt?: Receipt; readonly at: Temporal.Instant }
  /** Surely not taken by the platform: try again after the wait. */
  | { readonly state: 'ready'; readonly fault: string; readonly attempts: number; readonly waitMs: number }
  /** Nobody knows: find out after the wait. */
  | { readonly state: 'unknown'; readonly fault: string; readonly attempts: number; readonly waitMs: number }
  | { readonly state: 'failed' | 'abandoned'; readonly fault: string }

/** Records how the claimant's attempt ended. False when the entry is not the claimant's any more. */
export async function settle(
  tx: Prisma.TransactionClient,
  claimed: { readonly entry: Entry; readonly claimant: string },
  settlement: Settlement,
): Promise<boolean> {
  const { count } = await tx.outboxEntry.updateMany({
    where: { id: claimed.entry.id, state: 'sending', claimedBy: claimed.claimant },
    data: change(settlement),
  })
  if (count === 1 && 'waitMs' in settlement) await putOff(tx, claimed.entry, settlement.waitMs)
  return count === 1
}

/** Ends an entry that nobody has claimed. */
export async function abandon(tx: Prisma.TransactionClient, id: string, fault: string): Promise<void> {
  await tx.outboxEntry.update({ where: { id }, data: { state: 'abandoned', fault, body: null } })
}

/** From now on the copy that goes out says that it may be the second one. */
export async function markRepeated(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.outboxEntry.update({ where: { id }, data: { repeated: true } })
}

/** Gives up a claim whose process is gone: the entry's fate is unknown from now on. */
export async function loseClaim(tx: Prisma.TransactionClient, entry: Entry, waitMs: number): Promise<void> {
  await tx.outboxEntry.update({
    where: { id: entry.id },
    data: { claimedBy: null, attempts: { increment: 1 } },
  })
  await putOff(tx, entry, waitMs)
}

/** Looks at the entry again after a while, without holding a worker until then. */
export async function putOff(
  tx: Prisma.TransactionClient,
  entry: Pick<Entry, 'id' | 'platform' | 'to'>,
  waitMs: number,
): Promise<void> {
  await tx.$queryRaw`
    select id from graphile_worker.add_job('deliver', json_build_object('entry', ${entry.id}::text),
      queue_name => ${laneOf(entry.platform, entry.to.workspace)}, job_key => ${entry.id},
      run_at => now() + ${waitMs}::float8 * interval '1 millisecond')`
}

/** Puts the entry off for a reason that is worth remembering. */
export async function noteFault(tx: Prisma.TransactionClient, id: string, fault: string): Promise<void> {
  await tx.outboxEntry.update({ where: { id }, data: { fault } })
}

export async function targetOf(tx: Prisma.TransactionClient, entry: Entry): Promise<Target> {
  const { organizationId, target = '' } = entry
  const row = await tx.outboxEntry.findFirst({ where: { organizationId, key: target } })
  const later = await tx.outboxEntry.findFirst({
    where: {
      organizationId,
      target,
      createdAt: { gt: fromInstant(entry.createdAt) },
      state: { in: ['ready', 'sending', 'sent'] },
    },
    select: { id: true },
  })
  const superseded = later !== null
  if (row?.state === 'sent') return { state: 'sent', ...toReceipt(row), superseded }
  return { state: row?.state === 'ready' || row?.state === 'sending' ? 'waiting' : 'never-sent', superseded }
}

/** People to whom a nudge of the same workspace is waiting: their do-not-disturb can be asked together. */
export async function waitingUsers(
  tx: Prisma.TransactionClient,
  entry: Entry,
  limit: number,
): Promise<string[]> {
  const rows = await tx.outboxEntry.findMany({
    where: {
      platform: entry.platform,
      workspace: entry.to.workspace,
      state: 'ready',
      kind: 'send',
      repeat: 'never',
      user: { not: null },
    },
    distinct: ['user'],
    select: { user: true },
    orderBy: { createdAt: 'asc' },
    take: limit,
  })
  return rows.map(({ user }) => user ?? '')
}

function change(settlement: Settlement): Prisma.OutboxEntryUpdateManyMutationInput {
  switch (settlement.state) {
    case 'sent':
      return {
        state: 'sent',
        sentAt: fromInstant(settlement.at),
        receiptChannel: settlement.receipt?.channel ?? null,
        receiptMessage: settlement.receipt?.message ?? null,
        fault: null,
      }
    case 'ready': {
      const { fault, attempts } = settlement
      return { state: 'ready', claimedBy: null, claimedAt: null, fault, attempts }
    }
    case 'unknown': {
      const { fault, attempts } = settlement
      return { state: 'sending', claimedBy: null, fault, attempts }
    }
    case 'failed':
    case 'abandoned':
      return { state: settlement.state, fault: settlement.fault, body: null }
  }
}

function toEntry(
  row: Prisma.OutboxEntryGetPayload<object>,
  { seal, ...seen }: { seal: Seal; claimantPresent: boolean; uninstalled: boolean },
): Entry {
  const message = read(row, seal)
  return {
    id: row.id,
    organizationId: row.organizationId,
    key: row.key,
    platform: row.platform as Platform,
    to: toRecipient(row),
    kind: row.kind as Entry['kind'],
    repeat: row.repeat as Entry['repeat'],
    state: row.state as Entry['state'],
    attempts: row.attempts,
    repeated: row.repeated,
    createdAt: toInstant(row.createdAt),
    ...seen,
    ...(row.target !== null && { target: row.target }),
    ...(message !== undefined && { message }),
    ...(row.claimedAt !== null && { claimedAt: toInstant(row.claimedAt) }),
    ...(row.claimedBy !== null && { claimedBy: row.claimedBy }),
    ...(row.expiresAt !== null && { expiresAt: toInstant(row.expiresAt) }),
    ...(row.fault !== null && { fault: row.fault }),
  }
}

function toRecipient({ workspace, user, channel, users }: Prisma.OutboxEntryGetPayload<object>): Recipient {
  if (user !== null) return { workspace, user }
  return channel === null ? { workspace, users } : { workspace, channel }
}

function read(row: { id: string; body: Uint8Array | null }, seal: Seal): Message | undefined {
  if (row.body === null) return undefined
  try {
    return JSON.parse(seal.open(row.body, bodyOf(row.id)))
  } catch {
    return undefined
  }
}
