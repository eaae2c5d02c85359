import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type GoalChange, momentIn } from '../core/goal/change.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** An entry of a goal's history. */
export interface ProgressEntry {
  readonly at: Temporal.Instant
  readonly authorId: string
  readonly value: number
  readonly note?: string
}

/**
 * Adds an entry to the goal's history. Entries of one goal are told one after the other, so that the latest is the
 * last one told, also when the clock was set back. Gives the instant under which the entry stands.
 */
export async function addProgress(
  scope: Scope,
  entry: { goalId: string; authorId: string; value: number; note?: string },
): Promise<Temporal.Instant> {
  const { tx, organizationId } = scope
  const { goalId, authorId, value, note } = entry
  await tx.$queryRaw`select 1 from goals where id = ${goalId} and organization_id = ${organizationId} for update`
  const latest = await tx.progressEntry.findFirst({
    where: { goalId, organizationId },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  const now = fromInstant(scope.now)
  const at = latest && latest.at >= now ? new Date(latest.at.getTime() + 1) : now
  const id = randomUUID()
  const sealed = note === undefined ? null : scope.seal.seal(note, noteOf(id))
  await tx.progressEntry.create({ data: { id, organizationId, goalId, authorId, value, note: sealed, at } })
  return toInstant(at)
}

/** The history of a goal, oldest first. */
export async function progressOf(scope: Scope, goalId: string): Promise<ProgressEntry[]> {
  const rows = await scope.tx.progressEntry.findMany({
    where: { goalId, organizationId: scope.organizationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, at, authorId, value, note }) => ({
    at: toInstant(at),
    authorId,
    value,
    ...(note && { note: scope.seal.open(note, noteOf(id)) }),
  }))
}

/** A change of a goal as it is kept. */
export interface StoredChange extends Omit<GoalChange, 'on'> {
  readonly authorId: string
  readonly at: Temporal.Instant
}

/** What a goal was before it was adjusted, and what it became: the export shows it. */
interface Became {
  readonly before?: unknown
  readonly after?: unknown
}

/** Keeps what became of a goal, and why. */
export async function addGoalChange(scope: Scope, change: Omit<StoredChange, 'at'> & Became): Promise<void> {
  const { goalId, authorId, kind, ...said } = change
  const id = randomUUID()
  const sealed = scope.seal.seal(JSON.stringify(said), changeOf(id))
  const { tx, organizationId, now } = scope
  await tx.goalChange.create({
    data: { id, organizationId, goalId, authorId, kind, sealed, at: fromInstant(now) },
  })
}

const said = z.object({
  why: z.string().optional(),
  moment: z.string().transform(momentIn).optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})

/** What became of goals, oldest first. */
export async function changesOf(
  scope: Scope,
  goalIds: readonly string[],
): Promise<(StoredChange & Became)[]> {
  if (goalIds.length === 0) return []
  const rows = await scope.tx.goalChange.findMany({
    where: { goalId: { in: [...goalIds] }, organizationId: scope.organizationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, goalId, authorId, kind, sealed, at }) => {
    const { why, moment, before, after } = said.parse(JSON.parse(scope.seal.open(sealed, changeOf(id))))
    return {
      goalId,
      authorId,
      kind: kind as GoalChange['kind'],
      at: toInstant(at),
      ...(why !== undefined && { why }),
      ...(moment && { moment }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    }
  })
}

const noteOf = (row: string): SealPlace => ({ table: 'progress_entries', row, column: 'note' })
const changeOf = (row: string): SealPlace => ({ table: 'goal_changes', row, column: 'sealed' })
