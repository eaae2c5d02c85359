import { randomUUID } from 'node:crypto'
import type { Message } from '../core/message/message.ts'
import type { Platform } from '../core/people/account.ts'
import type { Receipt, Recipient } from '../ports/messenger.ts'
import type { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import { laneOf } from './lanes.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** A message to be sent once the transaction that decided it is committed. */
export interface NewEntry {
  /** What it is for, for ever: `checkin:ID:nudge:1`. Opaque ids only. */
  readonly key: string
  readonly platform: Platform
  readonly to: Recipient
  /** `update` changes the message that the entry with the key `target` sent. */
  readonly kind: 'send' | 'update'
  readonly target?: string
  /**
   * What becomes of a send whose fate cannot be found out: a nudge or reminder is `never` repeated (the next
   * covers it) and waits while the person does not want to be disturbed; anything else is repeated `once`.
   */
  readonly repeat: 'never' | 'once'
  readonly message: Message
  /** The person whose own words it carries, if it does. */
  readonly author?: string
  /** Not sent from this instant on: something later covers it. */
  readonly expiresAt?: Temporal.Instant
  /** Not sent before. */
  readonly after?: Temporal.Instant
}

/** How far an entry got, and where its message stands once it was sent. */
export interface EntryFate {
  readonly state: 'ready' | 'sending' | 'sent' | 'failed' | 'abandoned'
  readonly receipt?: Receipt
}

/**
 * Stores entries and, in the same transaction, a job of the queue for each; an entry whose key is known already
 * is left out. One statement, however many they are. Returns how many were new.
 */
export async function queue(scope: Scope, entries: readonly NewEntry[]): Promise<number> {
  if (entries.length === 0) return 0
  const rows = JSON.stringify(entries.map((entry) => toRow(scope, entry)))
  const queued = await scope.tx.$queryRaw<{ count: number }[]>`
    with entry as (
      select *, row_number() over () as position from jsonb_to_recordset(${rows}::jsonb) as r(
        id text, key text, platform text, workspace text, "user" text, channel text, users text[], kind text, target text,
        repeat text, author_id text, body text, expires_at timestamptz, lane text, wait_ms float8)
    ), inserted as (
      insert into outbox (id, organization_id, key, platform, workspace, "user", channel, users, kind, target, repeat,
        author_id, body, state, created_at, expires_at)
      select id, ${scope.organizationId}, key, platform, workspace, "user", channel, users, kind, target, repeat,
        author_id, decode(body, 'base64'), 'ready',
        -- Of the changes of one message the latest counts, also when the clock was set back between two.
        greatest(${fromInstant(scope.now)}::timestamptz, (
          select max(before.created_at) + interval '1 millisecond' from outbox before
          where before.organization_id = ${scope.organizationId} and before.target = entry.target)),
        expires_at
      from entry order by position
      on conflict (key) do nothing
      returning id
    ), spec as (
      select array_agg((
        'deliver', json_build_object('entry', id), lane,
        -- A microsecond apart, so that the queue keeps their order.
        now() + wait_ms * interval '1 millisecond' + position * interval '1 microsecond',
        null, id, null, null)::graphile_worker.job_spec) as jobs
      from inserted join entry using (id)
    )
    select count(job.id)::int as count from spec, graphile_worker.add_jobs(spec.jobs) as job
    where spec.jobs is not null`
  return queued[0]?.count ?? 0
}

/** How far the entries with these keys got; keys that were never queued are not in the answer. */
export async function fates(scope: Scope, keys: readonly string[]): Promise<Map<string, EntryFate>> {
  const rows = await scope.tx.outboxEntry.findMany({
    where: { organizationId: scope.organizationId, key: { in: [...keys] } },
    select: { key: true, state: true, receiptChannel: true, receiptMessage: true },
  })
  return new Map(
    rows.map((row) => [row.key, { state: row.state as EntryFate['state'], ...toReceipt(row) } as const]),
  )
}

/** Whether any message whose key begins like this has arrived or may still arrive. */
export async function isAnyUnderWay(scope: Scope, keyStart: string): Promise<boolean> {
  const found = await scope.tx.outboxEntry.findFirst({
    where: {
      organizationId: scope.organizationId,
      key: { startsWith: keyStart },
      kind: 'send',
      state: { in: ['ready', 'sending', 'sent'] },
    },
    select: { id: true },
  })
  return found !== null
}

/** How many messages with words of this person, and with keys that begin like this, were queued since then. */
export function countQueuedSince(
  scope: Scope,
  { author, keyStart, since }: { author: string; keyStart: string; since: Temporal.Instant },
): Promise<number> {
  return scope.tx.outboxEntry.count({
    where: {
      organizationId: scope.organizationId,
      authorId: author,
      key: { startsWith: keyStart },
      createdAt: { gt: fromInstant(since) },
    },
  })
}

/** Reads the message of an entry that is over, and erases it there; undefined if it cannot be read any more. */
export async function takeBody(scope: Scope, id: string): Promise<Message | undefined> {
  const where = { id, organizationId: scope.organizationId }
  const row = await scope.tx.outboxEntry.findFirst({ where, select: { body: true } })
  if (!row?.body) return undefined
  await scope.tx.outboxEntry.updateMany({ where, data: { body: null } })
  return JSON.parse(scope.seal.open(row.body, bodyOf(id))) as Message
}

/** A message in somebody's own words that will not be sent. */
export interface HeldBack {
  readonly key: string
  readonly author: string
  /** Undefined where it cannot be read any more. */
  readonly message: Message | undefined
}

/**
 * Holds back what waits to be sent with the words of one of these pairs' people to the other, whose keys begin with
 * `tell:AUTHOR:PAIR:`; what may have been sent already is let be. Nothing of it stays here.
 */
export async function holdBackRelayed(scope: Scope, pairIds: readonly string[]): Promise<HeldBack[]> {
  const rows = await scope.tx.$queryRaw<{ id: string; key: string; author: string }[]>`
    update outbox set state = 'abandoned', fault = 'overtaken'
    where organization_id = ${scope.organizationId} and state = 'ready' and claimed_by is null and kind = 'send'
      and key like 'tell:%' and split_part(key, ':', 3) = any(${[...pairIds]}::text[]) and author_id is not null
    returning id, key, author_id as author`
  const held: HeldBack[] = []
  for (const { id, key, author } of rows) held.push({ key, author, message: await takeBody(scope, id) })
  return held
}

/** How many entries there are, by state, of all organizations. */
export async function countOutbox(tx: Prisma.TransactionClient): Promise<Map<string, number>> {
  const groups = await tx.outboxEntry.groupBy({ by: ['state'], _count: true })
  return new Map(groups.map(({ state, _count }) => [state, _count]))
}

/** Erases what was said in messages sent before an instant; when and where they went stays. */
export async function eraseBodies(tx: Prisma.TransactionClient, sentBefore: Temporal.Instant): Promise<void> {
  await tx.outboxEntry.updateMany({
    where: { sentAt: { lt: fromInstant(sentBefore) }, body: { not: null } },
    data: { body: null },
  })
}

export function bodyOf(entry: string): SealPlace {
  return { table: 'outbox', row: entry, column: 'body' }
}

export function toReceipt(row: { receiptChannel: string | null; receiptMessage: string | null }): {
  receipt?: Receipt
} {
  if (row.receiptChannel === null || row.receiptMessage === null) return {}
  return { receipt: { channel: row.receiptChannel, message: row.receiptMessage } }
}

function toRow({ seal, now }: Scope, entry: NewEntry) {
  const id = randomUUID()
  const { workspace } = entry.to
  const body = seal.seal(JSON.stringify(entry.message), bodyOf(id))
  return {
    id,
    key: entry.key,
    platform: entry.platform,
    ...entry.to,
    kind: entry.kind,
    target: entry.target,
    repeat: entry.repeat,
    author_id: entry.author,
    body: Buffer.from(body).toString('base64'),
    expires_at: entry.expiresAt?.toString(),
    lane: laneOf(entry.platform, workspace),
    wait_ms: Math.max(0, (entry.after ?? now).since(now).total('milliseconds')),
  }
}
