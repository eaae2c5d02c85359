import { fromInstant, fromPlainDate, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/** Somebody whose last day in the organization is known. */
export interface Leaver {
  readonly personId: string
  readonly leavesOn: Temporal.PlainDate
}

interface Wanted {
  readonly day: Temporal.PlainDate
  /** Who was looked at already. */
  readonly except: readonly string[]
  readonly limit: number
}

/** Those whose last day is that day or sooner and who were not spoken to about it; this transaction's until it ends. */
export async function takeLeaving(scope: Scope, { day, except, limit }: Wanted): Promise<Leaver[]> {
  const rows = await scope.tx.$queryRaw<LeaverRow[]>`
    select id as "personId", leaves_on as "leavesOn" from people
    where leaves_on <= ${fromPlainDate(day)}::date and farewell_at is null
      and organization_id = ${scope.organizationId} and id <> all(${[...except]}::text[])
    order by leaves_on, id limit ${limit} for no key update skip locked`
  return rows.map(toLeaver)
}

/** They have been spoken to, or there was nothing to say. */
export async function noteFarewell(scope: Scope, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await scope.tx.person.updateMany({
    where: { id: { in: [...personIds] }, organizationId: scope.organizationId },
    data: { farewellAt: fromInstant(scope.now) },
  })
}

/**
 * Those whose last day is before that day and who still have a place in a program; a place that they took after it does
 * not count: they are back. This transaction's until it ends.
 */
export async function takeGoneByDate(scope: Scope, { day, except, limit }: Wanted): Promise<Leaver[]> {
  const rows = await scope.tx.$queryRaw<LeaverRow[]>`
    select p.id as "personId", p.leaves_on as "leavesOn" from people p
    where p.leaves_on < ${fromPlainDate(day)}::date and p.organization_id = ${scope.organizationId}
      and p.id <> all(${[...except]}::text[])
      and exists (select from enrollments e where e.person_id = p.id and e.state <> 'left'
        and coalesce(e.joined_at, e.noticed_at, '-infinity'::timestamptz) < p.leaves_on + 1)
    order by p.leaves_on, p.id limit ${limit} for no key update of p skip locked`
  return rows.map(toLeaver)
}

/** Somebody none of whose accounts can be written to any more, and since when. */
export interface Lost {
  readonly personId: string
  readonly goneAt: Temporal.Instant
}

/**
 * Those who have a place in a program and whose last account went before `before`: all of them are gone. A workspace
 * that the bot was taken out of says nothing about its people. Theirs are this transaction's until it ends.
 */
export async function takeLost(
  scope: Scope,
  { before, except, limit }: { before: Temporal.Instant } & Pick<Wanted, 'except' | 'limit'>,
): Promise<Lost[]> {
  const rows = await scope.tx.$queryRaw<{ personId: string; goneAt: Date }[]>`
    select p.id as "personId", gone.at as "goneAt" from people p
    join lateral (
      select max(a.gone_at) as at from accounts a
      where a.person_id = p.id
      having bool_and(a.gone_at is not null and not exists (
        select from workspaces w where w.platform = a.platform and w.external_id = a.workspace
          and w.uninstalled_at is not null))
    ) gone on gone.at <= ${fromInstant(before)}
    where not p.has_account and p.organization_id = ${scope.organizationId}
      and p.id <> all(${[...except]}::text[])
      and exists (select from enrollments e where e.person_id = p.id and e.state <> 'left')
    order by p.id limit ${limit} for no key update of p skip locked`
  return rows.map(({ personId, goneAt }) => ({ personId, goneAt: toInstant(goneAt) }))
}

/** Pairs end with the contract of one of the two at the latest, where its last day is known. */
export async function endWithContracts(scope: Scope, pairIds: readonly string[]): Promise<void> {
  await scope.tx.$executeRaw`
    update pairs set ends_on = contract.ends_on, look_at = ${fromInstant(scope.now)}
    from (
      select pair.id, least(mentor.leaves_on, mentee.leaves_on) as ends_on from pairs pair
      join people mentor on mentor.id = pair.mentor_id
      join people mentee on mentee.id = pair.mentee_id
      where pair.id = any(${[...pairIds]}::text[])
    ) contract
    join pairs known on known.id = contract.id
    join programs program on program.id = known.program_id
    where pairs.id = contract.id and pairs.organization_id = ${scope.organizationId} and pairs.state = 'active'
      and contract.ends_on < coalesce(pairs.ends_on, (program.settings ->> 'endsOn')::date, 'infinity'::date)`
}

interface LeaverRow {
  readonly personId: string
  readonly leavesOn: Date
}

function toLeaver({ personId, leavesOn }: LeaverRow): Leaver {
  return { personId, leavesOn: toPlainDate(leavesOn) }
}
