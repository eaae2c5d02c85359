import type { EnrollmentState } from '../core/people/enrollment.ts'
import type { Joining } from '../core/program/types.ts'
import { toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/** A program that concerns the person: they are in it, coordinate it, or could join it. */
export interface ConcerningProgram {
  readonly id: string
  readonly name: string
  readonly join: Joining
  readonly endsOn?: Temporal.PlainDate
  readonly coordinates: boolean
  readonly enrollment?: {
    readonly id: string
    readonly state: EnrollmentState
    readonly pausedUntil?: Temporal.PlainDate
  }
}

/** An active pair of the person with what its stage and its next check-in hang on. */
export interface PairAtAGlance {
  readonly id: string
  readonly programId: string
  /** peer: in a peer program nobody is a mentor. */
  readonly side: 'mentor' | 'mentee' | 'peer'
  readonly other: string
  readonly hasMet: boolean
  /** Whether a goal stands, open or reached. */
  readonly hasGoal: boolean
  /** Its own last day, where it has one. */
  readonly endsOn?: Temporal.PlainDate
  /** The person's own look back at it, while that is open. */
  readonly reviewId?: string
  readonly openCheckInId?: string
  readonly next?: { readonly at: Temporal.Instant; readonly dueOn: Temporal.PlainDate }
}

/** In one query: the overview is what people look at most. */
export async function programsConcerning(
  { tx, organizationId }: Scope,
  person: { id: string; email: string },
): Promise<ConcerningProgram[]> {
  const rows = await tx.$queryRaw<ProgramRow[]>`
    select p.id, p.settings ->> 'name' as name, p.settings ->> 'join' as join, p.settings ->> 'endsOn' as ends_on,
      jsonb_exists(p.settings -> 'coordinators', ${person.email}) as coordinates,
      e.id as enrollment_id, e.state, e.paused_until
    from programs p
    left join enrollments e on e.program_id = p.id and e.person_id = ${person.id}
    where p.organization_id = ${organizationId}
    order by p.slug`
  return rows.map(toProgram).filter(concerns)
}

/** In one query, as above. The pairs begun first come first. */
export async function pairsAtAGlance(
  { tx, organizationId }: Scope,
  personId: string,
): Promise<PairAtAGlance[]> {
  const rows = await tx.$queryRaw<PairRow[]>`
    select p.id, p.program_id, p.mentor_id = ${personId} as is_mentor, other.name as other,
      program.settings ->> 'type' as type, p.ends_on,
      (select r.id from reviews r where r.pair_id = p.id and r.person_id = ${personId} and r.state = 'open'
        order by r.opened_at desc limit 1) as review_id,
      exists (select from meetings m where m.pair_id = p.id) as has_met,
      exists (select from goals g where g.pair_id = p.id and g.state in ('open', 'reached')) as has_goal,
      (select c.id from check_ins c where c.pair_id = p.id and c.person_id = ${personId} and c.state = 'open'
        order by c.due_on desc limit 1) as open_id,
      waiting.next_at, waiting.due_on
    from pairs p
    join programs program on program.id = p.program_id
    join people other on other.id = case when p.mentor_id = ${personId} then p.mentee_id else p.mentor_id end
    left join lateral (
      select c.next_at, c.due_on from check_ins c
      where c.pair_id = p.id and c.person_id = ${personId} and c.state = 'waiting' and c.next_at is not null
      order by c.due_on limit 1
    ) waiting on true
    where p.organization_id = ${organizationId} and p.state = 'active'
      and (p.mentor_id = ${personId} or p.mentee_id = ${personId})
    order by p.started_on, p.id`
  return rows.map(toPair)
}

interface ProgramRow {
  id: string
  name: string
  join: string
  ends_on: string | null
  coordinates: boolean
  enrollment_id: string | null
  state: string | null
  paused_until: Date | null
}

interface PairRow {
  id: string
  program_id: string
  is_mentor: boolean
  ends_on: Date | null
  review_id: string | null
  type: string
  other: string
  has_met: boolean
  has_goal: boolean
  open_id: string | null
  next_at: Date | null
  due_on: Date | null
}

function toProgram(row: ProgramRow): ConcerningProgram {
  const { enrollment_id: enrollmentId, state, paused_until: pausedUntil } = row
  return {
    id: row.id,
    name: row.name,
    join: row.join as Joining,
    ...(row.ends_on !== null && { endsOn: Temporal.PlainDate.from(row.ends_on) }),
    coordinates: row.coordinates,
    ...(enrollmentId !== null && {
      enrollment: {
        id: enrollmentId,
        state: state as EnrollmentState,
        ...(pausedUntil && { pausedUntil: toPlainDate(pausedUntil) }),
      },
    }),
  }
}

function sideIn({ type, is_mentor: isMentor }: PairRow): PairAtAGlance['side'] {
  if (type === 'peer') return 'peer'
  return isMentor ? 'mentor' : 'mentee'
}

function concerns({ coordinates, enrollment, join }: ConcerningProgram): boolean {
  return coordinates || enrollment !== undefined || join === 'open'
}

function toPair(row: PairRow): PairAtAGlance {
  return {
    id: row.id,
    programId: row.program_id,
    side: sideIn(row),
    other: row.other,
    hasMet: row.has_met,
    hasGoal: row.has_goal,
    ...(row.ends_on && { endsOn: toPlainDate(row.ends_on) }),
    ...(row.review_id !== null && { reviewId: row.review_id }),
    ...(row.open_id !== null && { openCheckInId: row.open_id }),
    ...(row.next_at &&
      row.due_on && { next: { at: toInstant(row.next_at), dueOn: toPlainDate(row.due_on) } }),
  }
}
