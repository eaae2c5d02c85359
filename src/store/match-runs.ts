import { randomUUID } from 'node:crypto'
import type { MatchRun as RunRow } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

export type RunState = 'waiting' | 'working' | 'done' | 'cancelled' | 'failed'

/** A run of matching that a coordinator asked for. */
export interface StoredRun {
  readonly id: string
  readonly programId: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly state: RunState
  /** 0 to 100. */
  readonly percent: number
}

export async function createRun(
  scope: Scope,
  { programId, askedBy }: { readonly programId: string; readonly askedBy: string },
): Promise<string> {
  const id = randomUUID()
  const { organizationId } = scope
  await scope.tx.matchRun.create({
    data: { id, organizationId, programId, askedBy, askedAt: fromInstant(scope.now), state: 'waiting' },
  })
  return id
}

/** The latest run of a program. */
export async function runOf(scope: Scope, programId: string): Promise<StoredRun | undefined> {
  const row = await scope.tx.matchRun.findFirst({
    where: { programId, organizationId: scope.organizationId },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  })
  return row ? toRun(row) : undefined
}

function toRun(row: RunRow): StoredRun {
  const { id, programId, askedBy, state, percent } = row
  return { id, programId, askedBy, askedAt: toInstant(row.askedAt), state: state as RunState, percent }
}
