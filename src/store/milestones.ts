import { randomUUID } from 'node:crypto'
import { fromInstant, fromPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

interface NewMilestone {
  readonly title: string
  readonly dueOn: Temporal.PlainDate
}

/** Ticks them off, those that are not yet. */
export async function markMilestonesDone(
  scope: Scope,
  done: { goalId: string; milestoneIds: readonly string[] },
): Promise<void> {
  await scope.tx.milestone.updateMany({
    where: {
      id: { in: [...done.milestoneIds] },
      goalId: done.goalId,
      organizationId: scope.organizationId,
      doneAt: null,
    },
    data: { doneAt: fromInstant(scope.now) },
  })
}

/** They are to be done again. */
export async function markMilestonesOpen(
  scope: Scope,
  open: { goalId: string; milestoneIds: readonly string[] },
): Promise<void> {
  await scope.tx.milestone.updateMany({
    where: {
      id: { in: [...open.milestoneIds] },
      goalId: open.goalId,
      organizationId: scope.organizationId,
    },
    data: { doneAt: null },
  })
}

export async function removeMilestones(
  scope: Scope,
  away: { goalId: string; milestoneIds: readonly string[] },
): Promise<void> {
  await scope.tx.milestone.deleteMany({
    where: {
      id: { in: [...away.milestoneIds] },
      goalId: away.goalId,
      organizationId: scope.organizationId,
    },
  })
}

export async function addMilestones(
  scope: Scope,
  goalId: string,
  milestones: readonly NewMilestone[],
): Promise<void> {
  await scope.tx.milestone.createMany({
    data: milestones.map((milestone) => ({ ...milestoneRow(scope, milestone), goalId })),
  })
}

/** A milestone as it is stored, under an id of its own. */
export function milestoneRow(scope: Scope, { title, dueOn }: NewMilestone) {
  const id = randomUUID()
  return {
    id,
    organizationId: scope.organizationId,
    title: scope.seal.seal(title, milestoneOf(id)),
    dueOn: fromPlainDate(dueOn),
  }
}

export function milestoneOf(row: string): SealPlace {
  return { table: 'milestones', row, column: 'title' }
}
