import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** When the next thing is due that Rounds does by itself; undefined if nothing is. */
export async function nextDueAt(scope: Scope): Promise<Temporal.Instant | undefined> {
  const { organizationId } = scope
  const now = fromInstant(scope.now)
  const [row] = await scope.tx.$queryRaw<{ at: Date | null }[]>`
    select min(at) as at from (
      select min(next_at) as at from check_ins where next_at > ${now} and organization_id = ${organizationId}
      union all select min(next_at) from nudges where next_at > ${now} and organization_id = ${organizationId}
      union all select min(next_digest_at) from programs
        where next_digest_at > ${now} and organization_id = ${organizationId}
    ) as due`
  return row?.at ? toInstant(row.at) : undefined
}

/** Entries of the outbox that are still to be sent, with the time the queue leaves them alone, in milliseconds. */
export async function unsent(scope: Scope): Promise<{ id: string; waitMs: number }[]> {
  return await scope.tx.$queryRaw<{ id: string; waitMs: number }[]>`
    select outbox.id,
      greatest(0, coalesce(extract(epoch from job.run_at - clock_timestamp()) * 1000, 0))::float8 as "waitMs"
    from outbox left join graphile_worker.jobs as job on job.key = outbox.id
    where outbox.organization_id = ${scope.organizationId} and outbox.state in ('ready', 'sending')
    order by outbox.created_at, job.run_at, outbox.id`
}
