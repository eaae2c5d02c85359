import { randomUUID } from 'node:crypto'
import type { LeftOut } from '../core/peer/rounds.ts'
import type { PeerRound as PeerRoundRow, Prisma } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Who meets whom in a round. */
export interface RoundPlan {
  /** Twos and trios of people's ids. */
  readonly groups: readonly (readonly string[])[]
  readonly leftOut: readonly LeftOut[]
  /** How many meetings could not be first ones when it was planned. */
  readonly repeats: number
  /** The last change: a person's id, or `command line`, and what they did. */
  readonly by: string
  readonly did: 'propose' | 'swap'
}

export interface StoredRound extends RoundPlan {
  readonly id: string
  readonly programId: string
  readonly number: number
  /** Grows with every change to the draft. */
  readonly version: number
  /** Undefined: a draft. */
  readonly publishedAt?: Temporal.Instant
}

/** The published rounds of a peer program and the draft of the next, in their order. */
export async function roundsOf(scope: Scope, programId: string): Promise<StoredRound[]> {
  const rows = await scope.tx.peerRound.findMany({
    where: { programId, organizationId: scope.organizationId },
    orderBy: { number: 'asc' },
  })
  return rows.map(toRound)
}

export async function roundById(scope: Scope, id: string): Promise<StoredRound | undefined> {
  const row = await scope.tx.peerRound.findFirst({ where: { id, organizationId: scope.organizationId } })
  return row ? toRound(row) : undefined
}

/** Lets one transaction after the other change the rounds of a program. */
export async function lockRounds(scope: Scope, programId: string): Promise<void> {
  await scope.tx.$queryRaw`
    select id from programs where id = ${programId} and organization_id = ${scope.organizationId} for update`
}

/** Makes the draft of a round, or puts another plan in the place of what it was. */
export async function saveRoundDraft(
  scope: Scope,
  round: { readonly programId: string; readonly number: number; readonly plan: RoundPlan },
): Promise<void> {
  const { programId, number } = round
  const groups: Prisma.InputJsonValue = JSON.parse(JSON.stringify(round.plan))
  const proposedAt = fromInstant(scope.now)
  await scope.tx.peerRound.upsert({
    where: { programId_number: { programId, number } },
    create: {
      id: randomUUID(),
      organizationId: scope.organizationId,
      programId,
      number,
      state: 'draft',
      groups,
      proposedAt,
    },
    update: { groups, proposedAt, version: { increment: 1 } },
  })
}

export async function discardRoundDraft(scope: Scope, id: string): Promise<void> {
  await scope.tx.peerRound.deleteMany({
    where: { id, organizationId: scope.organizationId, state: 'draft' },
  })
}

export async function markRoundPublished(scope: Scope, id: string): Promise<void> {
  await scope.tx.peerRound.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: { state: 'published', publishedAt: fromInstant(scope.now) },
  })
}

function toRound(row: PeerRoundRow): StoredRound {
  const { id, programId, number, version, publishedAt } = row
  const plan = row.groups as unknown as RoundPlan
  return {
    ...plan,
    id,
    programId,
    number,
    version,
    ...(publishedAt && { publishedAt: toInstant(publishedAt) }),
  }
}
