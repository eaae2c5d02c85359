import { Prisma } from './generated/client.ts'
import { isPresent } from './presence.ts'

/**
 * Frees what dead processes left locked in the queue. The queue itself would wait four hours; who holds a lock
 * is named by its worker pool, which announces itself as the process does.
 */
export async function unlockDeadWorkers(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`
    select 1 as done from graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and not ${isPresent(Prisma.sql`locked_by`)}
        -- A pool that has just started may not have announced itself yet.
        and locked_at < now() - interval '500 milliseconds'))`
}

/**
 * Gives up claims that nobody is at work on: those of dead processes, and those of this one that it could not
 * settle. Their fate is looked into after `waitMs`. Returns how many there were.
 */
export async function loseClaims(
  tx: Prisma.TransactionClient,
  mine: { readonly claimant: string; readonly inFlight: readonly string[]; readonly waitMs: number },
): Promise<number> {
  return await requeue(
    tx,
    Prisma.sql`update outbox set claimed_by = null, attempts = attempts + 1
      where state = 'sending' and claimed_by is not null and (
        not ${isPresent(Prisma.sql`outbox.claimed_by`)}
        or (claimed_by = ${mine.claimant} and not id = any(${[...mine.inFlight]}::text[])))
      returning id, platform, workspace`,
    mine.waitMs,
  )
}

/** Gives a job to entries that have none, however it was lost. Returns how many there were. */
export async function requeueOrphans(tx: Prisma.TransactionClient): Promise<number> {
  return await requeue(
    tx,
    Prisma.sql`select id, platform, workspace from outbox
      where (state = 'ready' or (state = 'sending' and claimed_by is null)) and not exists (
        select 1 from graphile_worker.jobs as job
        where job.key = outbox.id and (job.attempts < job.max_attempts or job.locked_at is not null))
      order by created_at limit 1000`,
    0,
  )
}

/** Deletes the queue's jobs that another one has replaced while they ran. */
export async function pruneJobs(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`
    select count(*)::int as pruned from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where key is null and locked_at is null and attempts >= max_attempts))`
}

async function requeue(tx: Prisma.TransactionClient, entries: Prisma.Sql, waitMs: number): Promise<number> {
  const requeued = await tx.$queryRaw<{ count: number }[]>`
    with entry as (${entries}), spec as (
      select array_agg(('deliver', json_build_object('entry', id), platform || ':' || workspace,
        now() + ${waitMs}::float8 * interval '1 millisecond', null, id, null, null
      )::graphile_worker.job_spec) as jobs from entry
    )
    select count(job.id)::int as count from spec, graphile_worker.add_jobs(spec.jobs) as job
    where spec.jobs is not null`
  return requeued[0]?.count ?? 0
}
