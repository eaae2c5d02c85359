import type { Account } from '../core/people/account.ts'
import type { Enrollment } from '../core/people/enrollment.ts'
import { enrollmentsById } from './enrollments.ts'
import { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Somebody the bot cannot write to, as far as it knows. */
export interface Unreached {
  readonly id: string
  readonly name: string
  readonly email: string
}

/**
 * Enrollments whose person is still to be told what is kept, in the order of their ids, from after `after` on. Left
 * out: who cannot be written to yet, and who has a check-in coming, because that brings the notice with it. They are this
 * transaction's until it ends.
 */
export async function takeUnnoticed(
  scope: Scope,
  wanted: { readonly after: string; readonly limit: number },
): Promise<Enrollment[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select e.id from enrollments e
    join programs program on program.id = e.program_id
    where e.organization_id = ${scope.organizationId} and e.id > ${wanted.after}
      and e.noticed_at is null and e.declined_at is null
      and (e.state = 'invited' or (e.state = 'active' and program.settings ->> 'join' = 'required'))
      and exists (select from accounts a where a.person_id = e.person_id and a.gone_at is null)
      and not exists (
        select from check_ins c
        where c.person_id = e.person_id and c.program_id = e.program_id and c.state = 'waiting')
    order by e.id limit ${wanted.limit} for update of e skip locked`
  return enrollmentsById(
    scope,
    rows.map(({ id }) => id),
  )
}

/** The notice is on its way. Where taking part is a condition of work, the person takes part from now on. */
export async function noteNoticed(
  scope: Scope,
  told: readonly { readonly id: string; readonly required: boolean }[],
): Promise<void> {
  const { organizationId, now } = scope
  for (const required of [true, false]) {
    const ids = told.filter((one) => one.required === required).map(({ id }) => id)
    if (ids.length === 0) continue
    await scope.tx.enrollment.updateMany({
      where: { id: { in: ids }, organizationId },
      data: {
        noticedAt: fromInstant(now),
        ...(required && { state: 'active', toPlaceSince: fromInstant(now) }),
      },
    })
  }
}

/** Those who take part, are invited or coordinate and have no account known to the bot. */
export async function withoutAccount(scope: Scope, coordinators: readonly string[]): Promise<Unreached[]> {
  return await scope.tx.$queryRaw<Unreached[]>`
    select p.id, p.name, p.email from people p
    where ${unreached(scope, coordinators)} order by p.name, p.id`
}

/** Of these, those for whom the directories are to be asked (again): never asked first, and each once in a while. */
export async function toSeek(
  scope: Scope,
  wanted: {
    readonly coordinators: readonly string[]
    readonly soughtBefore: Temporal.Instant
    readonly limit: number
  },
): Promise<Unreached[]> {
  return await scope.tx.$queryRaw<Unreached[]>`
    select p.id, p.name, p.email from people p
    where ${unreached(scope, wanted.coordinators)}
      and (p.sought_at is null or p.sought_at < ${fromInstant(wanted.soughtBefore)})
    order by p.sought_at nulls first, p.id limit ${wanted.limit}`
}

export async function noteSought(scope: Scope, personIds: readonly string[]): Promise<void> {
  await scope.tx.person.updateMany({
    where: { id: { in: [...personIds] }, organizationId: scope.organizationId },
    data: { soughtAt: fromInstant(scope.now) },
  })
}

/** Whose account this is already; undefined if nobody's. */
export async function ownerOf(
  scope: Scope,
  { platform, workspace, user }: Account,
): Promise<string | undefined> {
  const row = await scope.tx.account.findUnique({
    where: { platform_workspace_user: { platform, workspace, user } },
    select: { personId: true },
  })
  return row?.personId
}

function unreached(scope: Scope, coordinators: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    p.organization_id = ${scope.organizationId}
    and not p.has_account and not exists (select from accounts a where a.person_id = p.id and a.gone_at is null)
    and (p.email = any(${[...coordinators]}::text[])
      or exists (select from enrollments e where e.person_id = p.id and e.state <> 'left'))`
}
