import { randomUUID } from 'node:crypto'
import type { EnrollmentState, Role } from '../core/people/enrollment.ts'
import type { RosterCells } from '../core/people/roster-change.ts'
import { batches } from './batches.ts'
import { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Statements carry so many rows at most: whatever the size of a file, none grows beyond some megabytes. */
const ROWS_AT_ONCE = 5_000

/** A person as the staff list knows them. */
export interface ListedPerson {
  readonly id: string
  readonly email: string
  readonly cells: RosterCells
  /** Columns that the person set themselves. */
  readonly edited: readonly string[]
}

/** Everything that the staff list says of a person, as one value. */
const listedCells = Prisma.sql`profile || jsonb_strip_nulls(jsonb_build_object('name', name, 'time_zone', time_zone,
  'contact_days', contact_days, 'contact_from', contact_from, 'contact_to', contact_to, 'leave', leave,
  'manager_email', manager_email, 'leaves_on', leaves_on))`

export function newPersonId(): string {
  return randomUUID()
}

/** What is known of these people, by e-mail. They are this transaction's until it ends. */
export async function listedByEmail(
  scope: Scope,
  emails: readonly string[],
): Promise<Map<string, ListedPerson>> {
  const rows = await scope.tx.$queryRaw<ListedPerson[]>`
    select id, email, coalesce(edited, '{}') as edited, ${listedCells} as cells
    from people where organization_id = ${scope.organizationId} and email = any(${[...emails]}::text[])
    order by id for update`
  return new Map(rows.map((row) => [row.email, row]))
}

/** A person of the staff list with their place in a program. */
export interface EnrolledPerson extends Omit<ListedPerson, 'edited'> {
  readonly role: Role
  readonly state: EnrollmentState
  /** They have an account that can be written to. */
  readonly isReachable: boolean
}

/** Everybody in a program, whatever their state, with what the staff list says of them. */
export async function enrolledIn(scope: Scope, programId: string): Promise<EnrolledPerson[]> {
  return (await Array.fromAsync(enrolledPages(scope, programId))).flat()
}

/** People are read so many at a time: of a program of thousands none holds the process up for long. */
const PEOPLE_A_PAGE = 500

/** The same, a page at a time, in the order of their ids. */
export async function* enrolledPages(scope: Scope, programId: string): AsyncGenerator<EnrolledPerson[]> {
  for (let last = ''; ; ) {
    const page = await scope.tx.$queryRaw<EnrolledPerson[]>`
      select people.id, email, role, state, ${listedCells} as cells,
        exists (select from accounts a where a.person_id = people.id and a.gone_at is null) as "isReachable"
      from enrollments join people on people.id = enrollments.person_id
      where program_id = ${programId} and enrollments.organization_id = ${scope.organizationId}
        and enrollments.person_id > ${last}
      order by enrollments.person_id limit ${PEOPLE_A_PAGE}`
    yield page
    const { id } = page.at(-1) ?? {}
    if (id === undefined || page.length < PEOPLE_A_PAGE) return
    last = id
  }
}

/** What the staff list says of one person. */
export async function listedById(scope: Scope, id: string): Promise<ListedPerson | undefined> {
  const [row] = await scope.tx.$queryRaw<ListedPerson[]>`
    select id, email, coalesce(edited, '{}') as edited, ${listedCells} as cells
    from people where organization_id = ${scope.organizationId} and id = ${id}`
  return row
}

/** Columns of the profile as somebody has set them; `null` empties one. */
export type OwnCells = Readonly<Record<string, RosterCells[string] | null>>

/** Keeps columns of the profile as the person has set them: an import leaves them alone from now on. */
export async function saveOwnProfile(scope: Scope, id: string, cells: OwnCells): Promise<void> {
  const columns = Object.keys(cells)
  await scope.tx.$executeRaw`
    update people set profile = jsonb_strip_nulls(profile || ${JSON.stringify(cells)}::jsonb),
      edited = array(select unnest(edited) union select unnest(${columns}::text[]))
    where id = ${id} and organization_id = ${scope.organizationId}`
}

/** All addresses of the staff list. */
export async function listedEmails(scope: Scope): Promise<string[]> {
  const rows = await scope.tx.person.findMany({
    where: { organizationId: scope.organizationId },
    select: { email: true },
    orderBy: { email: 'asc' },
  })
  return rows.map(({ email }) => email)
}

/** Creates people, or replaces what the staff list says of them. */
export async function savePeople(
  scope: Scope,
  people: readonly Omit<ListedPerson, 'edited'>[],
): Promise<void> {
  for (const batch of batches(people, ROWS_AT_ONCE)) {
    const rows = JSON.stringify(batch.map(toRow))
    await moveContracts(scope, rows)
    await scope.tx.$executeRaw`
      insert into people (id, organization_id, email, name, time_zone, contact_days, contact_from, contact_to,
        leave, manager_email, leaves_on, profile, edited)
      select id, ${scope.organizationId}, email, name, time_zone, contact_days, contact_from, contact_to,
        leave, manager_email, leaves_on, profile, '{}'
      from jsonb_to_recordset(${rows}::jsonb) as r(id text, email text, name text, time_zone text,
        contact_days int[], contact_from text, contact_to text, leave text[], manager_email text, leaves_on date,
        profile jsonb)
      on conflict (organization_id, email) do update set name = excluded.name, time_zone = excluded.time_zone,
        contact_days = excluded.contact_days, contact_from = excluded.contact_from,
        contact_to = excluded.contact_to, leave = excluded.leave, manager_email = excluded.manager_email,
        leaves_on = excluded.leaves_on, profile = excluded.profile,
        farewell_at = case when people.leaves_on is not distinct from excluded.leaves_on
          then people.farewell_at end`
  }
}

/** Pairs that were to end with a contract end with it further on, where its last day has changed. */
async function moveContracts(scope: Scope, rows: string): Promise<void> {
  await scope.tx.$executeRaw`
    update pairs set ends_on = moved.leaves_on, look_at = ${fromInstant(scope.now)}
    from (
      select people.id, people.leaves_on as before, r.leaves_on
      from jsonb_to_recordset(${rows}::jsonb) as r(email text, leaves_on date)
      join people on people.email = r.email and people.organization_id = ${scope.organizationId}
      where people.leaves_on is not null and people.leaves_on is distinct from r.leaves_on
    ) moved
    where pairs.organization_id = ${scope.organizationId} and pairs.state = 'active'
      and moved.id in (pairs.mentor_id, pairs.mentee_id) and pairs.ends_on = moved.before`
}

/** From now on an import may change these columns again. */
export async function forgetEdited(
  scope: Scope,
  overwritten: readonly { readonly id: string; readonly columns: readonly string[] }[],
): Promise<void> {
  for (const batch of batches(overwritten, ROWS_AT_ONCE)) {
    await scope.tx.$executeRaw`
      update people set edited = array(
        select unnest(people.edited) except select jsonb_array_elements_text(r.columns))
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r(id text, columns jsonb)
      where people.id = r.id and organization_id = ${scope.organizationId}`
  }
}

/** Enrolls people who are not in the program yet, and sets the role of those who are. */
export async function saveEnrollments(
  scope: Scope,
  programId: string,
  entries: readonly { readonly personId: string; readonly role: Role; readonly state: EnrollmentState }[],
): Promise<void> {
  for (const batch of batches(entries, ROWS_AT_ONCE)) {
    await scope.tx.$executeRaw`
      insert into enrollments (id, organization_id, program_id, person_id, role, state, to_place_since)
      select gen_random_uuid()::text, ${scope.organizationId}, ${programId}, "personId", role, state,
        case when state = 'active' then ${fromInstant(scope.now)}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r("personId" text, role text, state text)
      on conflict (program_id, person_id) do update set role = excluded.role,
        to_place_since = case when enrollments.role = excluded.role then enrollments.to_place_since
          else ${fromInstant(scope.now)}::timestamptz end`
  }
}

/** The roles that people have in a program, by person. */
export async function rolesIn(scope: Scope, programId: string): Promise<Map<string, Role>> {
  const rows = await scope.tx.enrollment.findMany({
    where: { programId, organizationId: scope.organizationId },
    select: { personId: true, role: true },
  })
  return new Map(rows.map(({ personId, role }) => [personId, role as Role]))
}

export interface ListedAccount {
  readonly personId: string
  readonly platform: 'slack' | 'teams'
  readonly workspace: string
  readonly user: string
}

/** Whose these accounts are already, by `platform:workspace:user`. */
export async function accountOwners(
  scope: Scope,
  accounts: readonly ListedAccount[],
): Promise<Map<string, string>> {
  const rows = await scope.tx.$queryRaw<ListedAccount[]>`
    select person_id as "personId", platform, workspace, "user" from accounts
    where "user" = any(${accounts.map(({ user }) => user)}::text[])`
  return new Map(rows.map((row) => [accountKey(row), row.personId]))
}

export function accountKey({ platform, workspace, user }: Omit<ListedAccount, 'personId'>): string {
  return `${platform}:${workspace}:${user}`
}

/** Links accounts that a staff list names; nobody has spoken from them yet. */
export async function linkListed(scope: Scope, accounts: readonly ListedAccount[]): Promise<void> {
  for (const batch of batches(accounts, ROWS_AT_ONCE)) {
    await scope.tx.$executeRaw`
      insert into accounts (id, organization_id, person_id, platform, workspace, "user")
      select gen_random_uuid()::text, ${scope.organizationId}, "personId", platform, workspace, "user"
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r("personId" text, platform text,
        workspace text, "user" text)
      on conflict do nothing`
    await scope.tx.$executeRaw`
      update people set has_account = true
      where id = any(${batch.map(({ personId }) => personId)}::text[])
        and organization_id = ${scope.organizationId}
        and exists (select from accounts a where a.person_id = people.id and a.gone_at is null)`
  }
}

/** One row of the audit for each person whom an import created or changed. */
export async function auditImported(
  scope: Scope,
  { actor, changed }: { actor: string; changed: readonly { personId: string; fields: readonly string[] }[] },
): Promise<void> {
  for (const batch of batches(changed, ROWS_AT_ONCE)) {
    await scope.tx.$executeRaw`
      insert into audit (id, organization_id, at, actor, action, subject, details)
      select gen_random_uuid()::text, ${scope.organizationId}, ${fromInstant(scope.now)}, ${actor}, 'person.import',
        "personId", jsonb_build_object('fields', fields)
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r("personId" text, fields jsonb)`
  }
}

/** The columns that the table has of its own; the others make up the profile. */
function toRow({ id, email, cells }: Omit<ListedPerson, 'edited'>) {
  const {
    name,
    time_zone,
    contact_days,
    contact_from,
    contact_to,
    leave,
    manager_email,
    leaves_on,
    ...profile
  } = cells
  return {
    id,
    email,
    name,
    time_zone,
    contact_days,
    contact_from,
    contact_to,
    leave,
    manager_email,
    leaves_on,
    profile,
  }
}
