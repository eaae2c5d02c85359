import { randomUUID } from 'node:crypto'
import { type Figures, figuresSchema } from '../core/digest/figures.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** A program with a digest to post. */
export interface DueDigest {
  readonly programId: string
  /** When it was to be posted. */
  readonly dueAt: Temporal.Instant
}

export async function dueDigests(scope: Scope): Promise<DueDigest[]> {
  const rows = await scope.tx.program.findMany({
    where: { organizationId: scope.organizationId, nextDigestAt: { lte: fromInstant(scope.now) } },
    orderBy: [{ nextDigestAt: 'asc' }, { id: 'asc' }],
    select: { id: true, nextDigestAt: true },
  })
  return rows.flatMap(({ id, nextDigestAt }) =>
    nextDigestAt ? [{ programId: id, dueAt: toInstant(nextDigestAt) }] : [],
  )
}

/** Makes a due digest this transaction's until it ends; false if another process has it, or had it. */
export async function takeDigest(scope: Scope, due: DueDigest): Promise<boolean> {
  const rows = await scope.tx.$queryRaw<unknown[]>`
    select 1 from programs
    where id = ${due.programId} and organization_id = ${scope.organizationId}
      and next_digest_at = ${fromInstant(due.dueAt)}
    for no key update skip locked`
  return rows.length > 0
}

/** When the program's next digest is due; undefined: never again. */
export async function setNextDigest(
  scope: Scope,
  programId: string,
  at: Temporal.Instant | undefined,
): Promise<void> {
  await scope.tx.program.updateMany({
    where: { id: programId, organizationId: scope.organizationId },
    data: { nextDigestAt: at ? fromInstant(at) : null },
  })
}

/** A digest that was posted. Counts only. */
export interface PublishedDigest {
  readonly slot: Temporal.Instant
  readonly figures: Figures
}

export async function lastPublished(scope: Scope, programId: string): Promise<PublishedDigest | undefined> {
  const row = await scope.tx.publishedDigest.findFirst({
    where: { organizationId: scope.organizationId, programId },
    orderBy: { slot: 'desc' },
  })
  if (!row) return undefined
  const figures = figuresSchema.safeParse(row.figures)
  return figures.success ? { slot: toInstant(row.slot), figures: figures.data } : undefined
}

export async function publish(scope: Scope, programId: string, digest: PublishedDigest): Promise<void> {
  const { organizationId } = scope
  const slot = fromInstant(digest.slot)
  await scope.tx.publishedDigest.createMany({
    data: [{ id: randomUUID(), organizationId, programId, slot, figures: digest.figures }],
    skipDuplicates: true,
  })
}
