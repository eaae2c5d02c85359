import { randomUUID } from 'node:crypto'
import type { Account } from '../core/people/account.ts'
import type { Person } from '../core/people/person.ts'
import type { ContactHours } from '../core/time/contact-window.ts'
import type { DateRange } from '../core/time/date-range.ts'
import { parseDateRange } from '../core/time/date-range.ts'
import type { Weekday } from '../core/time/weekday.ts'
import type { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

const withAccounts = {
  accounts: {
    where: { goneAt: null },
    orderBy: [{ lastSeenAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  },
} satisfies Prisma.PersonInclude

type PersonRow = Prisma.PersonGetPayload<{ include: typeof withAccounts }>

export async function personById(scope: Scope, id: string): Promise<Person | undefined> {
  const [person] = await peopleById(scope, [id])
  return person
}

export async function peopleById(scope: Scope, ids: readonly string[]): Promise<Person[]> {
  return ids.length === 0 ? [] : await findPeople(scope, { id: { in: [...ids] } })
}

export function peopleByEmail(scope: Scope, emails: readonly string[]): Promise<Person[]> {
  return findPeople(scope, { email: { in: emails.map((email) => email.toLowerCase()) } })
}

export async function personByAccount(scope: Scope, account: Account): Promise<Person | undefined> {
  const { platform, workspace, user } = account
  const [person] = await findPeople(scope, { accounts: { some: { platform, workspace, user } } })
  return person
}

/** Keeps when a person may be written to, and adds `edited` to the columns that an import leaves alone. */
export async function saveHours(
  scope: Scope,
  id: string,
  saved: {
    readonly zone: string
    readonly contact: ContactHours
    readonly leave: readonly DateRange[]
    readonly edited: readonly string[]
  },
): Promise<void> {
  const { zone, contact, leave, edited } = saved
  const where = { id, organizationId: scope.organizationId }
  const before = await scope.tx.person.findFirstOrThrow({ where, select: { edited: true } })
  await scope.tx.person.updateMany({
    where,
    data: {
      timeZone: zone,
      contactDays: [...contact.days],
      contactFrom: contact.from,
      contactTo: contact.to,
      leave: leave.map(({ from, to }) => `${from}/${to}`),
      edited: [...new Set([...before.edited, ...edited])],
    },
  })
}

/** One deed of a person at a time: a second one waits until the first is committed. */
export async function lockPerson(scope: Scope, id: string): Promise<void> {
  await scope.tx
    .$queryRaw`select 1 from people where id = ${id} and organization_id = ${scope.organizationId} for update`
}

/** The same for many. */
export async function lockPeople(scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await scope.tx.$queryRaw`
    select 1 from people where id = any(${[...ids]}::text[]) and organization_id = ${scope.organizationId}
    order by id for update`
}

/** Makes the account this person's. An account belongs to one person for ever; linking it again only marks it as seen. */
export async function linkAccount(scope: Scope, link: { personId: string; account: Account }): Promise<void> {
  const { platform, workspace, user } = link.account
  const seen = { lastSeenAt: fromInstant(scope.now), goneAt: null }
  await scope.tx.account.upsert({
    where: { platform_workspace_user: { platform, workspace, user } },
    create: {
      id: randomUUID(),
      organizationId: scope.organizationId,
      personId: link.personId,
      platform,
      workspace,
      user,
      ...seen,
    },
    update: seen,
  })
  await scope.tx.person.updateMany({
    where: { id: link.personId, organizationId: scope.organizationId },
    data: { hasAccount: true },
  })
}

/** The account spoke just now: from now on it is where the person is written to. */
export async function markSeen(scope: Scope, account: Account): Promise<void> {
  const { platform, workspace, user } = account
  await scope.tx.account.updateMany({
    where: { organizationId: scope.organizationId, platform, workspace, user },
    data: { lastSeenAt: fromInstant(scope.now), goneAt: null },
  })
}

/** The platform says that this account cannot be reached any more. */
export async function markGone(scope: Scope, account: Account): Promise<void> {
  const { platform, workspace, user } = account
  await scope.tx.account.updateMany({
    where: { organizationId: scope.organizationId, platform, workspace, user, goneAt: null },
    data: { goneAt: fromInstant(scope.now) },
  })
  await scope.tx.person.updateMany({
    where: { organizationId: scope.organizationId, accounts: { some: { platform, workspace, user } } },
    data: { hasAccount: false },
  })
}

async function findPeople(scope: Scope, where: Prisma.PersonWhereInput): Promise<Person[]> {
  const rows = await scope.tx.person.findMany({
    where: { ...where, organizationId: scope.organizationId },
    include: withAccounts,
    orderBy: { id: 'asc' },
  })
  return rows.map(toPerson)
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    locale: row.locale,
    zone: row.timeZone,
    contact: { days: row.contactDays as Weekday[], from: row.contactFrom, to: row.contactTo },
    leave: row.leave.map(parseDateRange).filter((range): range is DateRange => range !== undefined),
    ...(row.managerEmail !== null && { managerEmail: row.managerEmail }),
    accounts: row.accounts.map(({ platform, workspace, user }) => ({
      platform: platform === 'slack' ? 'slack' : 'teams',
      workspace,
      user,
    })),
  }
}
