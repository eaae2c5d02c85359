import { randomUUID } from 'node:crypto'
import type { Thanks as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

export interface Thanks {
  readonly id: string
  readonly pairId: string
  readonly fromId: string
  readonly toId: string
  readonly words: string
  /** Whether the digest may count it. */
  readonly counted: boolean
  readonly at: Temporal.Instant
}

export async function createThanks(scope: Scope, thanks: Omit<Thanks, 'id' | 'at'>): Promise<string> {
  const id = randomUUID()
  const { words, ...rest } = thanks
  await scope.tx.thanks.create({
    data: {
      ...rest,
      id,
      organizationId: scope.organizationId,
      sealed: scope.seal.seal(words, sealedOf(id)),
      at: fromInstant(scope.now),
    },
  })
  return id
}

/** What a person said and was told, the latest first. */
export async function thanksOf(scope: Scope, personId: string): Promise<Thanks[]> {
  const rows = await scope.tx.thanks.findMany({
    where: { organizationId: scope.organizationId, OR: [{ fromId: personId }, { toId: personId }] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => toThanks(scope, row))
}

/** The person's active pairs, and those that closed after an instant. */
export async function pairsToThankIn(
  scope: Scope,
  { personId, closedAfter }: { readonly personId: string; readonly closedAfter: Temporal.Instant },
): Promise<string[]> {
  const rows = await scope.tx.pair.findMany({
    where: {
      organizationId: scope.organizationId,
      AND: [
        { OR: [{ mentorId: personId }, { menteeId: personId }] },
        { OR: [{ state: 'active' }, { closedAt: { gt: fromInstant(closedAfter) } }] },
      ],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** How often somebody of the program said thanks after an instant and let it be counted. */
export async function thanksCountedSince(
  scope: Scope,
  { programId, since }: { readonly programId: string; readonly since: Temporal.Instant },
): Promise<number> {
  const rows = await scope.tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from thanks t join pairs p on p.id = t.pair_id
    where t.organization_id = ${scope.organizationId} and p.program_id = ${programId} and t.counted
      and t.at > ${fromInstant(since)}`
  return rows[0]?.count ?? 0
}

function toThanks({ seal }: Scope, row: Row): Thanks {
  const { id, pairId, fromId, toId, counted } = row
  const words = seal.open(row.sealed, sealedOf(id))
  return { id, pairId, fromId, toId, counted, words, at: toInstant(row.at) }
}

const sealedOf = (row: string): SealPlace => ({ table: 'thanks', row, column: 'sealed' })
