import { randomUUID } from 'node:crypto'
import { type EndedBy, endings, type Pair } from '../core/pair/pair.ts'
import type { Pair as PairRow, Prisma } from './generated/client.ts'
import { fromInstant, fromPlainDate, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

export async function pairById(scope: Scope, id: string): Promise<Pair | undefined> {
  const [pair] = await findPairs(scope, { id })
  return pair
}

export async function pairsById(scope: Scope, ids: readonly string[]): Promise<Pair[]> {
  return ids.length === 0 ? [] : await findPairs(scope, { id: { in: [...ids] } })
}

/** The person's active pairs, on either side. */
export function activePairsOf(scope: Scope, personId: string): Promise<Pair[]> {
  return findPairs(scope, { state: 'active', OR: [{ mentorId: personId }, { menteeId: personId }] })
}

/** The pairs in which this person is or was the mentee of that program, the one begun first first. */
export function pairsOfMentee(
  scope: Scope,
  { programId, menteeId }: Pick<Pair, 'programId' | 'menteeId'>,
): Promise<Pair[]> {
  return findPairs(scope, { programId, menteeId })
}

export function activePairsOfProgram(scope: Scope, programId: string): Promise<Pair[]> {
  return findPairs(scope, { state: 'active', programId })
}

/** Every pair that these two are or were, in whatever program. */
export function pairsBetween(
  scope: Scope,
  { mentorId, menteeId }: Pick<Pair, 'mentorId' | 'menteeId'>,
): Promise<Pair[]> {
  return findPairs(scope, { mentorId, menteeId })
}

/** All pairs of the organization that are active, and those that are over: of this program, or of any. */
export function pairsAround(
  scope: Scope,
  { programId, closedInAny }: { readonly programId: string; readonly closedInAny: boolean },
): Promise<Pair[]> {
  const closed: Prisma.PairWhereInput = { state: 'closed', ...(!closedInAny && { programId }) }
  return findPairs(scope, { OR: [{ state: 'active' }, closed] })
}

interface NewPair {
  readonly programId: string
  readonly mentorId: string
  readonly menteeId: string
  readonly startedOn: Temporal.PlainDate
}

export async function createPair(scope: Scope, pair: NewPair): Promise<Pair> {
  const [created] = await createPairs(scope, [pair])
  if (!created) throw new Error('the pair was not made')
  return created
}

/** In the order in which they were given, in one statement. The next beat looks what their calendar brings. */
export async function createPairs(scope: Scope, pairs: readonly NewPair[]): Promise<Pair[]> {
  const created = pairs.map((pair) => ({ ...pair, id: randomUUID(), state: 'active' as const }))
  await scope.tx.pair.createMany({
    data: created.map((pair) => ({
      ...pair,
      organizationId: scope.organizationId,
      startedOn: fromPlainDate(pair.startedOn),
      lookAt: fromInstant(scope.now),
      agreementLookAt: fromInstant(scope.now),
      settleAt: fromInstant(scope.now.add({ hours: 24 })),
    })),
  })
  return created
}

export function closePair(scope: Scope, id: string): Promise<void> {
  return closePairs(scope, [id], 'coordinator')
}

/** Endings by which nobody is left waiting for somebody new. */
const done: readonly EndedBy[] = ['date', 'agreement']

/** From now on their mentees are without a mentor (see `takeToPlace`), unless the time of the pair was simply up. */
export async function closePairs(scope: Scope, ids: readonly string[], endedBy: EndedBy): Promise<void> {
  await scope.tx.pair.updateMany({
    where: { id: { in: [...ids] }, organizationId: scope.organizationId },
    data: { state: 'closed', closedAt: fromInstant(scope.now), endedBy, lookAt: null, agreementLookAt: null },
  })
  if (done.includes(endedBy)) return
  await scope.tx.$executeRaw`
    update enrollments e set to_place_since = ${fromInstant(scope.now)} from pairs p
    where p.id = any(${[...ids]}::text[]) and p.organization_id = ${scope.organizationId}
      and e.program_id = p.program_id and e.person_id = p.mentee_id`
}

/** Active pairs whose calendar is to be looked at, the longest due first; each is this transaction's until it ends. */
export async function takePairsToLookAt(scope: Scope, limit: number): Promise<Pair[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from pairs
    where look_at <= ${fromInstant(scope.now)} and state = 'active' and organization_id = ${scope.organizationId}
    order by look_at, id limit ${limit} for no key update skip locked`
  return pairsById(
    scope,
    rows.map(({ id }) => id),
  )
}

/** When the calendars of these pairs are looked at next; undefined: never, as it stands. */
export async function lookAtPairs(
  scope: Scope,
  ids: readonly string[],
  at: Temporal.Instant | undefined,
): Promise<void> {
  await scope.tx.pair.updateMany({
    where: { id: { in: [...ids] }, organizationId: scope.organizationId, state: 'active' },
    data: { lookAt: at ? fromInstant(at) : null },
  })
}

/** Gives the pair a last day of its own, or takes it away again; the next beat looks what that brings. */
export async function setLastDay(
  scope: Scope,
  id: string,
  endsOn: Temporal.PlainDate | undefined,
): Promise<void> {
  await scope.tx.pair.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'active' },
    data: { endsOn: endsOn ? fromPlainDate(endsOn) : null, lookAt: fromInstant(scope.now) },
  })
}

export async function snoozePair(scope: Scope, id: string, until: Temporal.PlainDate): Promise<void> {
  await scope.tx.pair.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: { snoozedUntil: fromPlainDate(until) },
  })
}

async function findPairs(scope: Scope, where: Prisma.PairWhereInput): Promise<Pair[]> {
  const rows = await scope.tx.pair.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toPair)
}

function toPair(row: PairRow): Pair {
  return {
    id: row.id,
    programId: row.programId,
    mentorId: row.mentorId,
    menteeId: row.menteeId,
    state: row.state === 'active' ? 'active' : 'closed',
    startedOn: toPlainDate(row.startedOn),
    ...(row.snoozedUntil && { snoozedUntil: toPlainDate(row.snoozedUntil) }),
    ...(row.endsOn && { endsOn: toPlainDate(row.endsOn) }),
    ...(row.closedAt && { closedAt: toInstant(row.closedAt) }),
    ...endingOf(row),
  }
}

function endingOf({ endedBy }: PairRow): Pick<Pair, 'endedBy'> {
  const known = endings.find((one) => one === endedBy)
  return known ? { endedBy: known } : {}
}
