import { randomUUID } from 'node:crypto'
import { Prisma, type MatchRun as RunRow } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import { isPresent } from './presence.ts'
import type { Scope } from './scope.ts'

export type RunState = 'waiting' | 'working' | 'done' | 'cancelled' | 'failed'

/** A run of matching that a coordinator asked for. */
export interface StoredRun {
  readonly id: string
  readonly programId: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly state: RunState
  /** 0 to 100. */
  readonly percent: number
}

/**
 * Notes that a run is asked for, and in the same transaction queues the job that carries it out. One waits or works
 * per program: where there is one already it is given back instead.
 */
export async function createRun(
  scope: Scope,
  { programId, askedBy }: { readonly programId: string; readonly askedBy: string },
): Promise<{ readonly runId: string; readonly underWay?: StoredRun }> {
  const { organizationId, tx } = scope
  // Two who ask at once do so one after the other.
  await tx.$queryRaw`
    select id from programs where id = ${programId} and organization_id = ${organizationId} for update`
  const underWay = await tx.matchRun.findFirst({
    where: { programId, organizationId, state: { in: ['waiting', 'working'] } },
  })
  if (underWay) return { runId: underWay.id, underWay: toRun(underWay) }
  const id = randomUUID()
  await tx.matchRun.create({
    data: { id, organizationId, programId, askedBy, askedAt: fromInstant(scope.now), state: 'waiting' },
  })
  await queueRuns(scope, Prisma.sql`id = ${id}`)
  return { runId: id }
}

/** The latest run of a program. */
export async function runOf(scope: Scope, programId: string): Promise<StoredRun | undefined> {
  const row = await scope.tx.matchRun.findFirst({
    where: { programId, organizationId: scope.organizationId },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  })
  return row ? toRun(row) : undefined
}

/** Calls a run off that waits or works. False where it is over already. */
export async function callOffRun(scope: Scope, runId: string): Promise<boolean> {
  const { count } = await scope.tx.matchRun.updateMany({
    where: { id: runId, organizationId: scope.organizationId, state: { in: ['waiting', 'working'] } },
    data: { state: 'cancelled', claimedBy: null },
  })
  return count === 1
}

/** Nothing was heard for so long of a process that says something every half a second: it does not work any more. */
const silence = Prisma.sql`interval '1 minute'`

/** Runs that nobody works on: those that wait, and those whose process has died or does not move. */
const untended = Prisma.sql`(state = 'waiting' or (state = 'working' and (
  claimed_by is null or claimed_at < clock_timestamp() - ${silence}
  or not ${isPresent(Prisma.sql`match_runs.claimed_by`)})))`

/** Signs the run that has waited longest over to a process; undefined where none waits. */
export async function claimRun(scope: Scope, claimant: string): Promise<StoredRun | undefined> {
  const { organizationId, tx } = scope
  const [claimed] = await tx.$queryRaw<{ id: string }[]>`
    update match_runs set state = 'working', percent = 0, claimed_by = ${claimant}, claimed_at = clock_timestamp()
    where id = (
      select id from match_runs where organization_id = ${organizationId} and ${untended}
      order by asked_at, id limit 1 for update skip locked)
    returning id`
  if (!claimed) return undefined
  return toRun(await tx.matchRun.findUniqueOrThrow({ where: { id: claimed.id } }))
}

/** A run as the process that works on it names it. */
export interface ClaimedRun {
  readonly id: string
  readonly claimant: string
}

/** Says how far it is. False where it is not the claimant's any more: called off, or taken up by another process. */
export async function noteProgress(scope: Scope, run: ClaimedRun, percent: number): Promise<boolean> {
  const count = await scope.tx.$executeRaw`
    update match_runs set percent = ${percent}, claimed_at = clock_timestamp()
    where ${claimedIn(scope, run)}`
  return count === 1
}

/** Ends a run. False where it is not the claimant's any more; else it is this transaction's until it ends. */
export async function endRun(
  scope: Scope,
  run: ClaimedRun,
  state: Extract<RunState, 'done' | 'failed'>,
): Promise<boolean> {
  const count = await scope.tx.$executeRaw`
    update match_runs set state = ${state}, percent = case when ${state} = 'done' then 100 else percent end,
      claimed_by = null
    where ${claimedIn(scope, run)}`
  return count === 1
}

/** Gives a run back, for another process to begin it anew. */
export async function releaseRun(scope: Scope, run: ClaimedRun): Promise<void> {
  await scope.tx.$executeRaw`
    update match_runs set state = 'waiting', percent = 0, claimed_by = null where ${claimedIn(scope, run)}`
  await queueRuns(scope, Prisma.sql`id = ${run.id} and state = 'waiting'`)
}

/** Queues a job for every run that nobody works on and that has none, however it was lost. Returns how many. */
export function requeueRuns(scope: Scope): Promise<number> {
  return queueRuns(
    scope,
    Prisma.sql`${untended} and not exists (
      select 1 from graphile_worker.jobs as job
      where job.key = match_runs.id and (job.attempts < job.max_attempts or job.locked_at is not null))`,
  )
}

/** One at a time in each organization: the others of the lane wait without holding a worker. */
async function queueRuns(scope: Scope, which: Prisma.Sql): Promise<number> {
  const queued = await scope.tx.$queryRaw<{ count: number }[]>`
    with run as (
      select id, organization_id from match_runs where organization_id = ${scope.organizationId} and ${which}
    ), spec as (
      select array_agg(('match', json_build_object('organization', organization_id),
        'match:' || organization_id, now(), null, id, null, null)::graphile_worker.job_spec) as jobs from run
    )
    select count(job.id)::int as count from spec, graphile_worker.add_jobs(spec.jobs) as job
    where spec.jobs is not null`
  return queued[0]?.count ?? 0
}

function claimedIn({ organizationId }: Scope, { id, claimant }: ClaimedRun): Prisma.Sql {
  return Prisma.sql`id = ${id} and organization_id = ${organizationId} and state = 'working'
    and claimed_by = ${claimant}`
}

function toRun(row: RunRow): StoredRun {
  const { id, programId, askedBy, state, percent } = row
  return { id, programId, askedBy, askedAt: toInstant(row.askedAt), state: state as RunState, percent }
}
