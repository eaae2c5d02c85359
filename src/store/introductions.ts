import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Introduction, type IntroductionState, introductionStates } from '../core/intro/introduction.ts'
import type { Prisma, Introduction as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import type { Taking } from './taking.ts'

const written = z.object({ why: z.string() })

export async function createIntroduction(
  scope: Scope,
  {
    why,
    nextAt,
    reached,
    ...rest
  }: Pick<Introduction, 'pairId' | 'menteeId' | 'colleagueId' | 'why'> & {
    readonly nextAt: Temporal.Instant
    readonly reached: 'nobody' | 'mentee'
  },
): Promise<Introduction> {
  const id = randomUUID()
  await scope.tx.introduction.create({
    data: {
      ...rest,
      id,
      organizationId: scope.organizationId,
      state: 'proposed',
      reached,
      sealed: scope.seal.seal(JSON.stringify({ why }), sealedOf(id)),
      askedAt: fromInstant(scope.now),
      nextAt: fromInstant(nextAt),
    },
  })
  return { ...rest, id, why, state: 'proposed', askedAt: scope.now }
}

/** It is this transaction's until it ends: whoever changes one reads it by this. */
export async function lockIntroduction(scope: Scope, id: string): Promise<Introduction | undefined> {
  await scope.tx.$queryRaw`
    select id from introductions where id = ${id} and organization_id = ${scope.organizationId} for update`
  const [found] = await findIntroductions(scope, { id })
  return found
}

/** All of a pair, the latest first. */
export function introductionsOfPair(scope: Scope, pairId: string): Promise<Introduction[]> {
  return findIntroductions(scope, { pairId })
}

/** `nextAt`: when something is due about it again; undefined: it is over. `reached`: the colleague is asked from now on. */
export async function changeIntroduction(
  scope: Scope,
  id: string,
  change: {
    readonly state: IntroductionState
    readonly nextAt?: Temporal.Instant
    readonly reached?: 'colleague'
  },
): Promise<void> {
  const { state, nextAt, reached } = change
  const now = fromInstant(scope.now)
  await scope.tx.introduction.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: {
      state,
      ...(reached && { reached }),
      nextAt: nextAt ? fromInstant(nextAt) : null,
      ...(state === 'asked' ? { askedAt: now } : { answeredAt: now }),
    },
  })
}

/** What is due about it next is due then. */
export async function putOffIntroduction(scope: Scope, id: string, nextAt: Temporal.Instant): Promise<void> {
  await scope.tx.introduction.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: { nextAt: fromInstant(nextAt) },
  })
}

/** Those whose reminder or end is due; each is this transaction's until it ends. */
export async function takeDueIntroductions(scope: Scope, { limit, took }: Taking): Promise<Introduction[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from introductions where next_at <= ${fromInstant(scope.now)}
      and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  const ids = rows.map(({ id }) => id)
  took(ids)
  return ids.length === 0 ? [] : await findIntroductions(scope, { id: { in: ids } })
}

async function findIntroductions(
  scope: Scope,
  where: Prisma.IntroductionWhereInput,
): Promise<Introduction[]> {
  const rows = await scope.tx.introduction.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => toIntroduction(scope, row))
}

function toIntroduction({ seal }: Scope, row: Row): Introduction {
  const { id, pairId, menteeId, colleagueId } = row
  return {
    id,
    pairId,
    menteeId,
    colleagueId,
    state: introductionStates.find((state) => state === row.state) ?? 'withdrawn',
    why: written.parse(JSON.parse(seal.open(row.sealed, sealedOf(id)))).why,
    askedAt: toInstant(row.askedAt),
  }
}

const sealedOf = (row: string): SealPlace => ({ table: 'introductions', row, column: 'sealed' })
