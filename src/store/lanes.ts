import type { Platform } from '../core/people/account.ts'
import type { Recipient } from '../ports/messenger.ts'
import type { Prisma } from './generated/client.ts'

/** Where a message travels: the lane of its workspace or tenant, and its conversation within it. */
export interface Route {
  readonly lane: string
  readonly conversation: string
}

/** How long to wait before the next message, in milliseconds; 0 is now. */
export interface Waits {
  /** The platform asked the whole lane to wait. */
  readonly paused: number
  readonly lane: number
  readonly conversation: number
}

/** The name of a workspace's or tenant's lane; it is also the name of its queue of jobs, which is a serial one. */
export function laneOf(platform: Platform, workspace: string): string {
  return `${platform}:${workspace}`
}

export function routeOf(platform: Platform, to: Recipient): Route {
  const lane = laneOf(platform, to.workspace)
  return { lane, conversation: `${lane}/${conversationOf(to)}` }
}

function conversationOf(to: Recipient): string {
  if ('user' in to) return to.user
  return 'users' in to ? to.users.toSorted().join('+') : to.channel
}

/** How long this route has to wait, by the database's clock, which is the same for every process. */
export async function waitsOf(tx: Prisma.TransactionClient, route: Route): Promise<Waits> {
  const rows = await tx.$queryRaw<{ name: string; paused: number; wait: number }[]>`
    select name,
      greatest(0, coalesce(extract(epoch from paused_until - clock_timestamp()) * 1000, 0))::float8 as paused,
      greatest(0, coalesce(extract(epoch from next_at - clock_timestamp()) * 1000, 0))::float8 as wait
    from lanes where name in (${route.lane}, ${route.conversation})`
  const lane = rows.find(({ name }) => name === route.lane)
  const conversation = rows.find(({ name }) => name === route.conversation)
  return { paused: lane?.paused ?? 0, lane: lane?.wait ?? 0, conversation: conversation?.wait ?? 0 }
}

/** Notes that a message travels now: the next one of the lane, and of the conversation, keeps its distance. */
export async function occupy(
  tx: Prisma.TransactionClient,
  route: Route,
  distance: { readonly lane: number; readonly conversation: number },
): Promise<void> {
  await tx.$executeRaw`
    insert into lanes (name, next_at) values
      (${route.lane}, clock_timestamp() + ${distance.lane}::float8 * interval '1 millisecond'),
      (${route.conversation}, clock_timestamp() + ${distance.conversation}::float8 * interval '1 millisecond')
    on conflict (name) do update set next_at = excluded.next_at`
}

/** Stops a lane for a while: its jobs that wait are moved behind the pause, in their order. */
export async function pauseLane(tx: Prisma.TransactionClient, lane: string, ms: number): Promise<void> {
  await tx.$executeRaw`
    insert into lanes (name, paused_until) values (${lane}, now() + ${ms}::float8 * interval '1 millisecond')
    on conflict (name) do update set paused_until = greatest(lanes.paused_until, excluded.paused_until)`
  await tx.$queryRaw`
    with waiting as (
      select job.id, lanes.paused_until, row_number() over (order by job.run_at, job.id) as position
      from graphile_worker.jobs as job join lanes on lanes.name = job.queue_name
      where lanes.name = ${lane} and job.locked_at is null and job.run_at < lanes.paused_until
    )
    select count(*)::int as moved from waiting, graphile_worker.reschedule_jobs(
      array[waiting.id], run_at => waiting.paused_until + waiting.position * interval '1 microsecond')`
}

/** Forgets lanes and conversations that nothing waits for any more. */
export async function pruneLanes(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    delete from lanes
    where greatest(paused_until, next_at) < now() - interval '1 day'`
}
