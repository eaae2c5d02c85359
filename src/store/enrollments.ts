import { randomUUID } from 'node:crypto'
import type { Enrollment, EnrollmentState, Role } from '../core/people/enrollment.ts'
import type { Enrollment as EnrollmentRow, Prisma } from './generated/client.ts'
import { fromInstant, fromPlainDate, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

export function enrollmentsOfPerson(scope: Scope, personId: string): Promise<Enrollment[]> {
  return findEnrollments(scope, { personId })
}

export function enrollmentsOfPeople(scope: Scope, personIds: readonly string[]): Promise<Enrollment[]> {
  return findEnrollments(scope, { personId: { in: [...personIds] } })
}

/** In the order of their ids. */
export async function enrollmentsById(scope: Scope, ids: readonly string[]): Promise<Enrollment[]> {
  return ids.length === 0 ? [] : await findEnrollments(scope, { id: { in: [...ids] } })
}

export function enrollmentsOfProgram(scope: Scope, programId: string): Promise<Enrollment[]> {
  return findEnrollments(scope, { programId })
}

/**
 * Breaks that end on that day or before, in the order of their ids, from after `after` on; those without a day go on
 * until the person says so. They are this transaction's until it ends: a person who leaves meanwhile has left.
 */
export async function takePausedUntil(
  scope: Scope,
  wanted: { readonly day: Temporal.PlainDate; readonly after: string; readonly limit: number },
): Promise<Enrollment[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from enrollments
    where paused_until <= ${fromPlainDate(wanted.day)}::date and state = 'paused'
      and organization_id = ${scope.organizationId} and id > ${wanted.after}
    order by id limit ${wanted.limit} for update skip locked`
  return enrollmentsById(
    scope,
    rows.map(({ id }) => id),
  )
}

export async function enroll(
  scope: Scope,
  entry: { programId: string; personId: string; role: Role; state: EnrollmentState },
): Promise<string> {
  const id = randomUUID()
  await scope.tx.enrollment.create({ data: { id, organizationId: scope.organizationId, ...entry } })
  return id
}

/** What the people of a program let mentees see of them, by person. */
export async function shownIn(scope: Scope, programId: string): Promise<Map<string, readonly string[]>> {
  const rows = await scope.tx.enrollment.findMany({
    where: { programId, organizationId: scope.organizationId },
    select: { personId: true, shows: true },
  })
  return new Map(rows.map(({ personId, shows }) => [personId, shows]))
}

/** What can change of an enrollment; `null` empties a field. */
export interface EnrollmentChange {
  readonly role?: Role
  readonly state?: EnrollmentState
  readonly noticedAt?: Temporal.Instant
  readonly declinedAt?: Temporal.Instant | null
  readonly joinedAt?: Temporal.Instant
  readonly pausedUntil?: Temporal.PlainDate | null
  readonly silences?: number
  readonly askedToGoOnAt?: Temporal.Instant | null
  /** What mentees see of a mentor; empty: nothing. */
  readonly shows?: readonly string[]
}

/** Whoever becomes active is to be placed where the others have been matched already: see `takeToPlace`. */
export async function changeEnrollment(scope: Scope, id: string, change: EnrollmentChange): Promise<void> {
  const { noticedAt, declinedAt, joinedAt, pausedUntil, askedToGoOnAt, shows, ...plain } = change
  await scope.tx.enrollment.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: {
      ...plain,
      ...(plain.state === 'active' && { toPlaceSince: fromInstant(scope.now) }),
      ...(noticedAt && { noticedAt: fromInstant(noticedAt) }),
      ...(joinedAt && { joinedAt: fromInstant(joinedAt) }),
      ...(declinedAt !== undefined && { declinedAt: declinedAt && fromInstant(declinedAt) }),
      ...(pausedUntil !== undefined && { pausedUntil: pausedUntil && fromPlainDate(pausedUntil) }),
      ...(shows && { shows: [...shows] }),
      ...(askedToGoOnAt !== undefined && { askedToGoOnAt: askedToGoOnAt && fromInstant(askedToGoOnAt) }),
    },
  })
}

async function findEnrollments(scope: Scope, where: Prisma.EnrollmentWhereInput): Promise<Enrollment[]> {
  const rows = await scope.tx.enrollment.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: { id: 'asc' },
  })
  return rows.map(toEnrollment)
}

function toEnrollment(row: EnrollmentRow): Enrollment {
  return {
    id: row.id,
    programId: row.programId,
    personId: row.personId,
    role: row.role as Role,
    state: row.state as EnrollmentState,
    silences: row.silences,
    ...(row.noticedAt && { noticedAt: toInstant(row.noticedAt) }),
    ...(row.declinedAt && { declinedAt: toInstant(row.declinedAt) }),
    ...(row.pausedUntil && { pausedUntil: toPlainDate(row.pausedUntil) }),
    ...(row.askedToGoOnAt && { askedToGoOnAt: toInstant(row.askedToGoOnAt) }),
  }
}
