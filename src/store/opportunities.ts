import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Opportunity, readKind } from '../core/opportunity/opportunity.ts'
import type { Prisma, Opportunity as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import type { Taking } from './taking.ts'

const written = z.object({ title: z.string(), on: z.string().optional() })

/** All of these pairs, the open ones first, then the latest first. */
export async function opportunitiesOfPairs(scope: Scope, pairIds: readonly string[]): Promise<Opportunity[]> {
  const found = await findOpportunities(scope, { pairId: { in: [...pairIds] } })
  return found.toSorted((one, other) => Number(other.state === 'open') - Number(one.state === 'open'))
}

/** The same, and it is this transaction's until it ends: whoever changes one reads it by this. */
export async function lockOpportunity(scope: Scope, id: string): Promise<Opportunity | undefined> {
  await scope.tx.$queryRaw`
    select id from opportunities where id = ${id} and organization_id = ${scope.organizationId} for update`
  return opportunityById(scope, id)
}

export async function opportunityById(scope: Scope, id: string): Promise<Opportunity | undefined> {
  const [found] = await findOpportunities(scope, { id })
  return found
}

export async function createOpportunity(
  scope: Scope,
  {
    askAt,
    title,
    on,
    ...rest
  }: Pick<Opportunity, 'pairId' | 'authorId' | 'kind' | 'title' | 'on'> & {
    readonly askAt: Temporal.Instant
  },
): Promise<string> {
  const id = randomUUID()
  const words = JSON.stringify({ title, ...(on && { on: on.toString() }) })
  await scope.tx.opportunity.create({
    data: {
      ...rest,
      id,
      organizationId: scope.organizationId,
      sealed: scope.seal.seal(words, sealedOf(id)),
      state: 'open',
      at: fromInstant(scope.now),
      nextAt: fromInstant(askAt),
    },
  })
  return id
}

/** What became of it; nobody is asked any more. */
export async function closeOpportunity(
  scope: Scope,
  id: string,
  { state, outcome }: { readonly state: 'taken' | 'not-taken'; readonly outcome?: string },
): Promise<void> {
  await scope.tx.opportunity.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: {
      state,
      outcome: outcome === undefined ? null : scope.seal.seal(outcome, outcomeOf(id)),
      closedAt: fromInstant(scope.now),
      nextAt: null,
    },
  })
}

/** Open ones whose author is to be asked; each is this transaction's until it ends. */
export async function takeDueOpportunities(scope: Scope, { limit, took }: Taking): Promise<Opportunity[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from opportunities where next_at <= ${fromInstant(scope.now)}
      and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  const ids = rows.map(({ id }) => id)
  took(ids)
  return ids.length === 0 ? [] : await findOpportunities(scope, { id: { in: ids } })
}

/** When its author is asked next; undefined: never. */
export async function setOpportunityNext(
  scope: Scope,
  id: string,
  nextAt: Temporal.Instant | undefined,
): Promise<void> {
  await scope.tx.opportunity.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: { nextAt: nextAt ? fromInstant(nextAt) : null },
  })
}

async function findOpportunities(scope: Scope, where: Prisma.OpportunityWhereInput): Promise<Opportunity[]> {
  const rows = await scope.tx.opportunity.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => toOpportunity(scope, row))
}

function toOpportunity({ seal }: Scope, row: Row): Opportunity {
  const { title, on } = written.parse(JSON.parse(seal.open(row.sealed, sealedOf(row.id))))
  return {
    id: row.id,
    pairId: row.pairId,
    authorId: row.authorId,
    kind: readKind(row.kind),
    title,
    ...(on !== undefined && { on: Temporal.PlainDate.from(on) }),
    state: row.state === 'taken' || row.state === 'not-taken' ? row.state : 'open',
    ...(row.outcome && { outcome: seal.open(row.outcome, outcomeOf(row.id)) }),
    at: toInstant(row.at),
  }
}

const sealedOf = (row: string): SealPlace => ({ table: 'opportunities', row, column: 'sealed' })
const outcomeOf = (row: string): SealPlace => ({ table: 'opportunities', row, column: 'outcome' })
