import { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** A message as it was queued: for whom, and what it is for. */
export interface QueuedEntry {
  readonly id: string
  readonly key: string
  readonly platform: string
  /** The person's name; undefined for a channel. */
  readonly person: string | undefined
  readonly channel: string | undefined
  /** A nudge that the person has asked for by *later*. */
  readonly putOff: boolean
  /** How long after the instant of the scope it is sent at the earliest, in milliseconds. */
  readonly waitMs: number
}

/** What was queued at the instant of the scope. */
export async function queuedNow(scope: Scope): Promise<QueuedEntry[]> {
  const rows = await scope.tx.$queryRaw<
    (Pick<QueuedEntry, 'id' | 'key' | 'platform' | 'putOff' | 'waitMs'> & {
      name: string | null
      channel: string | null
    })[]
  >`
    select outbox.id, outbox.key, outbox.platform, people.name, outbox.channel,
      coalesce(nudges.opened_at = ${fromInstant(scope.now)} and nudges.messages > 1, false) as "putOff",
      greatest(0, coalesce(extract(epoch from job.run_at - now()) * 1000, 0))::float8 as "waitMs"
    from outbox
    left join accounts on accounts.platform = outbox.platform and accounts.workspace = outbox.workspace
      and accounts.user = outbox.user
    left join people on people.id = accounts.person_id
    left join graphile_worker.jobs as job on job.key = outbox.id
    left join nudges on outbox.key like 'nudge:%' and nudges.id = split_part(outbox.key, ':', 2)
    where outbox.organization_id = ${scope.organizationId} and outbox.created_at = ${fromInstant(scope.now)}
    order by people.name, outbox.key`
  return rows.map(({ name, channel, ...row }) => ({
    ...row,
    person: name ?? undefined,
    channel: channel ?? undefined,
  }))
}

/** Names of the people who missed a check-in at the instant of the scope, once for each. */
export async function missedNow(scope: Scope): Promise<{ id: string; person: string }[]> {
  return await scope.tx.$queryRaw<{ id: string; person: string }[]>`
    select check_ins.id, people.name as person
    from check_ins join people on people.id = check_ins.person_id
    where check_ins.organization_id = ${scope.organizationId} and check_ins.state = 'missed'
      and check_ins.closed_at = ${fromInstant(scope.now)}
    order by people.name, check_ins.id`
}

/** How far entries got, and how long the queue leaves each alone, in milliseconds. */
export interface Progress {
  readonly id: string
  readonly platform: string
  readonly state: 'ready' | 'sending' | 'sent' | 'failed' | 'abandoned'
  readonly waitMs: number
}

/** How long the queue leaves an entry alone from this moment on. */
const waitMs = Prisma.sql`
  greatest(0, coalesce(extract(epoch from job.run_at - clock_timestamp()) * 1000, 0))::float8 as "waitMs"`

export async function progressOf(scope: Scope, ids: readonly string[]): Promise<Progress[]> {
  if (ids.length === 0) return []
  return await scope.tx.$queryRaw<Progress[]>`
    select outbox.id, outbox.platform, outbox.state, ${waitMs}
    from outbox left join graphile_worker.jobs as job on job.key = outbox.id
    where outbox.organization_id = ${scope.organizationId} and outbox.id in (${Prisma.join([...ids])})`
}

/** The entries that are still to be sent, in the order in which the queue comes to them. */
export async function unsent(scope: Scope): Promise<Pick<Progress, 'id' | 'waitMs'>[]> {
  return await scope.tx.$queryRaw<Pick<Progress, 'id' | 'waitMs'>[]>`
    select outbox.id, ${waitMs}
    from outbox left join graphile_worker.jobs as job on job.key = outbox.id
    where outbox.organization_id = ${scope.organizationId} and outbox.state in ('ready', 'sending')
    order by outbox.created_at, job.run_at, outbox.id`
}

/** Lets the queue leave entries alone for so long from now on, whatever it was told before; in milliseconds by entry. */
export async function putOffEntries(scope: Scope, waits: ReadonlyMap<string, number>): Promise<void> {
  await scope.tx.$queryRaw`
    select graphile_worker.reschedule_jobs(array[job.id],
      run_at := now() + wait.ms * interval '1 millisecond')::text
    from unnest(${[...waits.keys()]}::text[], ${[...waits.values()]}::float8[]) as wait (entry, ms)
    join graphile_worker.jobs as job on job.key = wait.entry`
}
