import type { EnrollmentState, Role } from '../core/people/enrollment.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Somebody in a program who has begun to take part, or is without a mentor again. */
export interface ToPlace {
  readonly enrollmentId: string
  readonly personId: string
  /** Active, and neither a mentor nor an offer nor a row in the draft yet. */
  readonly looksForMentor: boolean
  readonly came: 'joined' | 'back' | 'unpaired'
}

/** Programs in which somebody is to be placed. */
export async function programsToPlaceIn(scope: Scope): Promise<string[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select distinct program_id as id from enrollments
    where to_place_since is not null and organization_id = ${scope.organizationId} order by program_id`
  return rows.map(({ id }) => id)
}

/** Whoever is to be placed in a program, in the order in which they came; each is this transaction's until it ends. */
export async function takeToPlace(scope: Scope, programId: string): Promise<ToPlace[]> {
  return await scope.tx.$queryRaw<ToPlace[]>`
    select e.id as "enrollmentId", e.person_id as "personId",
      e.state = 'active' and e.role <> 'mentor'
        and not exists (select from pairs p
          where p.program_id = e.program_id and p.mentee_id = e.person_id and p.state = 'active')
        and not exists (select from offers o
          where o.program_id = e.program_id and o.mentee_id = e.person_id and o.state = 'open')
        and not exists (select from draft_rows r join match_drafts d on d.id = r.draft_id
          where d.program_id = e.program_id and r.mentee_id = e.person_id) as "looksForMentor",
      case
        when exists (select from pairs p
          where p.program_id = e.program_id and p.mentee_id = e.person_id and p.state = 'closed') then 'unpaired'
        when coalesce(e.joined_at, e.noticed_at, e.to_place_since) >= e.to_place_since then 'joined'
        else 'back'
      end as came
    from enrollments e
    where e.to_place_since is not null and e.program_id = ${programId}
      and e.organization_id = ${scope.organizationId}
    order by e.to_place_since, e.id for update of e skip locked`
}

/** They may be found somebody now who could not before: where they take part, the next beat looks. */
export async function placeAnew(scope: Scope, personId: string): Promise<void> {
  await scope.tx.$executeRaw`
    update enrollments set to_place_since = ${fromInstant(scope.now)}::timestamptz
    where person_id = ${personId} and organization_id = ${scope.organizationId}
      and state = 'active' and to_place_since is null`
}

/** Nobody needs to look at these any more. */
export async function notePlaced(
  scope: Scope,
  programId: string,
  enrollmentIds: readonly string[],
): Promise<void> {
  await scope.tx.$executeRaw`
    update enrollments set to_place_since = null
    where program_id = ${programId} and organization_id = ${scope.organizationId}
      and id = any(${[...enrollmentIds]}::text[])`
}

/** Somebody in a program, and whom they have there. */
export interface Standing {
  readonly enrollmentId: string
  readonly programId: string
  readonly personId: string
  readonly role: Role
  readonly state: EnrollmentState
  readonly hasMentor: boolean
  readonly hasMentee: boolean
  /** When they last heard how things stand: by joining, by the end of a pair, by a word; undefined if not known. */
  readonly heardAt: Temporal.Instant | undefined
  /** They were looked at before. */
  readonly isKnown: boolean
}

/** People who are to be looked at now, whether they wait for somebody; each is this transaction's until it ends. */
export async function takeToLookAt(scope: Scope, limit: number): Promise<Standing[]> {
  const now = fromInstant(scope.now)
  const rows = await scope.tx.$queryRaw<(Omit<Standing, 'heardAt'> & { heardAt: Date | null })[]>`
    select e.id as "enrollmentId", e.program_id as "programId", e.person_id as "personId", e.role, e.state,
      exists (select from pairs p
        where p.program_id = e.program_id and p.mentee_id = e.person_id and p.state = 'active') as "hasMentor",
      exists (select from pairs p
        where p.program_id = e.program_id and p.mentor_id = e.person_id and p.state = 'active') as "hasMentee",
      greatest(e.told_waiting_at, coalesce(e.joined_at, e.noticed_at), (
        select max(p.closed_at) from pairs p
        where p.program_id = e.program_id and e.person_id in (p.mentor_id, p.mentee_id))) as "heardAt",
      e.look_at is not null as "isKnown"
    from enrollments e
    where (e.look_at is null or e.look_at <= ${now}) and e.organization_id = ${scope.organizationId}
    order by e.look_at nulls first, e.id limit ${limit} for update of e skip locked`
  return rows.map(({ heardAt, ...row }) => ({ ...row, heardAt: heardAt ? toInstant(heardAt) : undefined }))
}

/** When each is looked at next; with `told`, how things stand was said to them now. One statement. */
export async function lookAgain(
  scope: Scope,
  looks: readonly { readonly enrollmentId: string; readonly at: Temporal.Instant; readonly told: boolean }[],
): Promise<void> {
  const rows = JSON.stringify(
    looks.map(({ enrollmentId: id, at, told }) => ({ id, at: at.toString(), told })),
  )
  await scope.tx.$executeRaw`
    update enrollments e set look_at = look.at,
      told_waiting_at = case when look.told then ${fromInstant(scope.now)} else e.told_waiting_at end
    from jsonb_to_recordset(${rows}::jsonb) as look(id text, at timestamptz, told boolean)
    where e.id = look.id and e.organization_id = ${scope.organizationId}`
}
