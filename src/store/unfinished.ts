import { randomUUID } from 'node:crypto'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** Whose, and what for: one person has at most one unfinished thing of a kind about a row. */
export interface UnfinishedPlace {
  readonly personId: string
  /** `goal`, `agreement`, `closing`, … */
  readonly kind: string
  /** The row it is about; empty where there is none yet. */
  readonly about: string
}

/** A longer flow as the person left it. */
export interface Unfinished {
  /** The step that is asked next. */
  readonly step: string
  /** What was written so far: JSON of the flow's own making, so it is to be read with care. */
  readonly data: unknown
  readonly updatedAt: Temporal.Instant
}

/** Tells one thing begun from the next of its kind. */
export function newUnfinishedId(): string {
  return randomUUID()
}

/** What the person began and did not finish; undefined if there is nothing. */
export async function readUnfinished(scope: Scope, place: UnfinishedPlace): Promise<Unfinished | undefined> {
  const row = await scope.tx.unfinished.findFirst({
    where: { ...place, organizationId: scope.organizationId },
  })
  if (!row) return undefined
  return {
    step: row.step,
    data: JSON.parse(scope.seal.open(row.sealed, sealedOf(row.id))) as unknown,
    updatedAt: toInstant(row.updatedAt),
  }
}

/** Keeps what was written so far, in the place of what was kept before. */
export async function keepUnfinished(
  scope: Scope,
  { data, step, ...place }: UnfinishedPlace & { step: string; data: unknown },
): Promise<void> {
  const { tx, organizationId, seal, now } = scope
  const where = { ...place, organizationId }
  const known = await tx.unfinished.findFirst({ where, select: { id: true } })
  const id = known?.id ?? randomUUID()
  const kept = { step, sealed: seal.seal(JSON.stringify(data), sealedOf(id)), updatedAt: fromInstant(now) }
  await tx.unfinished.upsert({
    where: { id, organizationId },
    create: { ...where, id, ...kept },
    update: kept,
  })
}

/** It is finished, or not wanted any more. */
export async function dropUnfinished(scope: Scope, place: UnfinishedPlace): Promise<void> {
  await scope.tx.unfinished.deleteMany({ where: { ...place, organizationId: scope.organizationId } })
}

function sealedOf(row: string): SealPlace {
  return { table: 'unfinished', row, column: 'sealed' }
}
