import { fromInstant, fromPlainDate, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/** What the digest asks of a program's active pairs, each in one query, however many they are. */

/** How far back a run of missed check-ins is followed. */
const LATEST_CHECK_INS = 10

/** The active pairs that have met; with `since`, those that met after that day or told of it after that instant. */
export async function pairsThatMet(
  scope: Scope,
  wanted: { programId: string; since?: { day: Temporal.PlainDate; instant: Temporal.Instant } },
): Promise<Set<string>> {
  const { programId, since } = wanted
  const rows = await scope.tx.meeting.groupBy({
    by: ['pairId'],
    where: {
      organizationId: scope.organizationId,
      pair: { programId, state: 'active' },
      ...(since && {
        OR: [{ heldOn: { gt: fromPlainDate(since.day) } }, { loggedAt: { gt: fromInstant(since.instant) } }],
      }),
    },
  })
  return new Set(rows.map(({ pairId }) => pairId))
}

interface Finished {
  readonly pairId: string
  readonly personId: string
  readonly dueOn: Temporal.PlainDate
  readonly missed: boolean
}

/** The latest finished check-ins of each person about each active pair, the newest first. */
export async function latestFinished(scope: Scope, programId: string): Promise<Finished[]> {
  const rows = await scope.tx.$queryRaw<{ pair: string; person: string; due: Date; state: string }[]>`
    select pair, person, due, state from (
      select c.pair_id as pair, c.person_id as person, c.due_on as due, c.state as state,
        row_number() over (partition by c.pair_id, c.person_id order by c.due_on desc) as place
      from check_ins c join pairs p on p.id = c.pair_id
      where c.organization_id = ${scope.organizationId} and c.program_id = ${programId} and p.state = 'active'
        and c.state in ('answered', 'skipped', 'missed')
    ) as latest
    where place <= ${LATEST_CHECK_INS} order by due desc`
  return rows.map(({ pair, person, due, state }) => ({
    pairId: pair,
    personId: person,
    dueOn: toPlainDate(due),
    missed: state === 'missed',
  }))
}

/** Check-ins opened after an instant, and how many of them have been answered. */
export async function answeredSince(
  scope: Scope,
  wanted: { programId: string; since: Temporal.Instant },
): Promise<{ opened: number; answered: number }> {
  const rows = await scope.tx.checkIn.groupBy({
    by: ['state'],
    where: {
      organizationId: scope.organizationId,
      programId: wanted.programId,
      openedAt: { gt: fromInstant(wanted.since) },
    },
    _count: true,
  })
  const count = (states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0)
  return { opened: count(rows.map(({ state }) => state)), answered: count(['answered']) }
}

/** When each of these people was last lost: the platform said that their account cannot be reached. */
export async function lostSince(
  scope: Scope,
  personIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  const rows = await scope.tx.account.groupBy({
    by: ['personId'],
    where: { organizationId: scope.organizationId, personId: { in: [...personIds] }, goneAt: { not: null } },
    _max: { goneAt: true },
  })
  return new Map(
    rows.flatMap(({ personId, _max }) => (_max.goneAt ? [[personId, toInstant(_max.goneAt)] as const] : [])),
  )
}

/** Pairs of the program that ended after an instant. */
export function pairsEndedSince(
  scope: Scope,
  wanted: { programId: string; since: Temporal.Instant },
): Promise<number> {
  return scope.tx.pair.count({
    where: {
      organizationId: scope.organizationId,
      programId: wanted.programId,
      state: 'closed',
      closedAt: { gt: fromInstant(wanted.since) },
    },
  })
}

/** Goals of the program that were reached after an instant. */
export function goalsReachedSince(
  scope: Scope,
  wanted: { programId: string; since: Temporal.Instant },
): Promise<number> {
  return scope.tx.goal.count({
    where: {
      organizationId: scope.organizationId,
      pair: { programId: wanted.programId },
      state: 'reached',
      closedAt: { gt: fromInstant(wanted.since) },
    },
  })
}
