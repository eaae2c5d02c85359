import { randomUUID } from 'node:crypto'
import type { CheckIn, CheckInState, Stage } from '../core/checkin/checkin.ts'
import { Prisma, type CheckIn as Row } from './generated/client.ts'
import { fromInstant, fromPlainDate, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

export async function checkInById(scope: Scope, id: string): Promise<CheckIn | undefined> {
  const [checkIn] = await findCheckIns(scope, { id })
  return checkIn
}

export function openCheckInsOf(scope: Scope, personId: string): Promise<CheckIn[]> {
  return findCheckIns(scope, { personId, state: 'open', pair: { state: 'active' } })
}

export function checkInsOfNudge(scope: Scope, nudgeId: string): Promise<CheckIn[]> {
  return findCheckIns(scope, { nudgeId })
}

/** What is still to be asked, or being asked, of either side. */
export function unfinishedCheckInsOf(scope: Scope, pairIds: readonly string[]): Promise<CheckIn[]> {
  return findCheckIns(scope, { pairId: { in: [...pairIds] }, state: { in: ['waiting', 'open'] } })
}

/** Both sides' check-ins of one day of the cadence. */
export function checkInsOfDay(
  scope: Scope,
  day: { pairId: string; dueOn: Temporal.PlainDate },
): Promise<CheckIn[]> {
  return findCheckIns(scope, { pairId: day.pairId, dueOn: fromPlainDate(day.dueOn) })
}

/** Those whose answers the person can still give or change: the last one opened of each of their active pairs. */
export async function answerableCheckInsOf(scope: Scope, personId: string): Promise<CheckIn[]> {
  const opened = await findCheckIns(scope, {
    personId,
    pair: { state: 'active' },
    state: { in: ['open', 'answered', 'skipped', 'missed'] },
  })
  return [...new Map(opened.map((checkIn) => [checkIn.pairId, checkIn])).values()]
}

/** The day of the person's check-in about the same pair before this one. */
export async function dueBefore(scope: Scope, checkIn: CheckIn): Promise<Temporal.PlainDate | undefined> {
  const { pairId, personId, dueOn } = checkIn
  const row = await scope.tx.checkIn.findFirst({
    where: { organizationId: scope.organizationId, pairId, personId, dueOn: { lt: fromPlainDate(dueOn) } },
    orderBy: { dueOn: 'desc' },
    select: { dueOn: true },
  })
  return row ? toPlainDate(row.dueOn) : undefined
}

/** Check-ins still open of these pairs, both sides. */
export function openCheckInsOfPairs(scope: Scope, pairIds: readonly string[]): Promise<CheckIn[]> {
  return findCheckIns(scope, { pairId: { in: [...pairIds] }, state: 'open' })
}

export function waitingCheckInsOf(scope: Scope, personIds: readonly string[]): Promise<CheckIn[]> {
  return findCheckIns(scope, { personId: { in: [...personIds] }, state: 'waiting' })
}

/** Those that wait in pairs that still are. */
export function waitingCheckInsOfProgram(scope: Scope, programId: string): Promise<CheckIn[]> {
  return findCheckIns(scope, { programId, state: 'waiting', pair: { state: 'active' } })
}

/** Those of these people that open until then; each is this transaction's until it ends, others' are left out. */
export async function takeComingCheckIns(
  scope: Scope,
  wanted: { personIds: readonly string[]; until: Temporal.Instant },
): Promise<CheckIn[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from check_ins
    where person_id = any(${[...wanted.personIds]}) and state = 'waiting' and next_at <= ${fromInstant(wanted.until)}
      and organization_id = ${scope.organizationId}
    order by next_at, id for update skip locked`
  return findCheckIns(scope, { id: { in: rows.map(({ id }) => id) } })
}

/** Waiting ones to open, or open ones to close as missed, oldest first; each is this transaction's until it ends. */
export async function takeDueCheckIns(
  scope: Scope,
  wanted: { state: 'waiting' | 'open'; limit: number },
): Promise<CheckIn[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from check_ins
    where next_at <= ${fromInstant(scope.now)} and state = ${wanted.state} and organization_id = ${scope.organizationId}
    order by next_at, id limit ${wanted.limit} for update skip locked`
  if (rows.length === 0) return []
  return findCheckIns(scope, { id: { in: rows.map(({ id }) => id) } })
}

/** Looks at a check-in again at that instant, whatever it waits for. */
export async function putOffCheckIn(scope: Scope, id: string, until: Temporal.Instant): Promise<void> {
  await scope.tx.checkIn.updateMany({
    where: { id, organizationId: scope.organizationId, nextAt: { not: null } },
    data: { nextAt: fromInstant(until) },
  })
}

/** A check-in to come; one for that pair, person and day that exists already stays as it is. */
export interface PlannedCheckIn {
  readonly programId: string
  readonly pairId: string
  readonly personId: string
  readonly side: 'mentor' | 'mentee'
  readonly dueOn: Temporal.PlainDate
  readonly opensAt: Temporal.Instant
}

export async function planCheckIns(scope: Scope, planned: readonly PlannedCheckIn[]): Promise<void> {
  await scope.tx.checkIn.createMany({
    data: planned.map(({ opensAt, dueOn, ...rest }) => ({
      ...rest,
      id: randomUUID(),
      organizationId: scope.organizationId,
      dueOn: fromPlainDate(dueOn),
      state: 'waiting',
      nextAt: fromInstant(opensAt),
    })),
    skipDuplicates: true,
  })
}

/** What becomes of a check-in. A field left out stays; `nextAt: undefined` empties it. */
export interface CheckInChange {
  readonly id: string
  /** Changed only if it still is what it was read as: somebody may have answered it meanwhile. */
  readonly from?: CheckInState
  readonly state: CheckInState
  readonly nextAt: Temporal.Instant | undefined
  readonly dueOn?: Temporal.PlainDate
  readonly openedAt?: Temporal.Instant
  readonly closedAt?: Temporal.Instant
  readonly nudgeId?: string
  readonly stage?: Stage
}

/** Applies many changes in one statement. Gives the ids of those that were changed. */
export async function changeCheckIns(scope: Scope, changes: readonly CheckInChange[]): Promise<Set<string>> {
  if (changes.length === 0) return new Set()
  const moment = (instant: Temporal.Instant | undefined) => (instant ? fromInstant(instant) : null)
  const rows = changes.map(
    ({ id, from, state, nextAt, dueOn, openedAt, closedAt, nudgeId, stage }) =>
      Prisma.sql`(${id}, ${from ?? null}::text, ${state}, ${moment(nextAt)}::timestamptz, ${dueOn ? fromPlainDate(dueOn) : null}::date,
        ${moment(openedAt)}::timestamptz, ${moment(closedAt)}::timestamptz, ${nudgeId ?? null}, ${stage ?? null})`,
  )
  const changed = await scope.tx.$queryRaw<{ id: string }[]>`
    update check_ins set state = change.state, next_at = change.next_at,
      due_on = coalesce(change.due_on, check_ins.due_on),
      opened_at = coalesce(change.opened_at, check_ins.opened_at),
      closed_at = coalesce(change.closed_at, check_ins.closed_at),
      nudge_id = coalesce(change.nudge_id, check_ins.nudge_id),
      stage = coalesce(change.stage, check_ins.stage)
    from (values ${Prisma.join(rows)}) as change (id, was, state, next_at, due_on, opened_at, closed_at, nudge_id, stage)
    where check_ins.id = change.id and organization_id = ${scope.organizationId}
      and check_ins.state = coalesce(change.was, check_ins.state)
    returning check_ins.id`
  return new Set(changed.map(({ id }) => id))
}

async function findCheckIns(scope: Scope, where: Prisma.CheckInWhereInput): Promise<CheckIn[]> {
  const rows = await scope.tx.checkIn.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toCheckIn)
}

function toCheckIn(row: Row): CheckIn {
  return {
    id: row.id,
    programId: row.programId,
    pairId: row.pairId,
    personId: row.personId,
    side: row.side === 'mentor' ? 'mentor' : 'mentee',
    dueOn: toPlainDate(row.dueOn),
    state: row.state as CheckInState,
    ...(row.nextAt && { nextAt: toInstant(row.nextAt) }),
    ...(row.openedAt && { openedAt: toInstant(row.openedAt) }),
    ...(row.nudgeId !== null && { nudgeId: row.nudgeId }),
    ...(row.stage !== null && { stage: row.stage as Stage }),
  }
}
