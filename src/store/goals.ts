import { randomUUID } from 'node:crypto'
import type { Goal, Measure, NewGoal } from '../core/goal/goal.ts'
import type { Prisma } from './generated/client.ts'
import { fromInstant, fromPlainDate, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

const withParts = {
  milestones: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] },
  progress: { orderBy: { at: 'desc' }, take: 1 },
} satisfies Prisma.GoalInclude

type GoalRow = Prisma.GoalGetPayload<{ include: typeof withParts }>

export async function goalById(scope: Scope, id: string): Promise<Goal | undefined> {
  const [goal] = await findGoals(scope, { id })
  return goal
}

export function openGoalsOfPair(scope: Scope, pairId: string): Promise<Goal[]> {
  return findGoals(scope, { pairId, state: 'open' })
}

/** The open goals of many pairs at once. */
export function openGoalsOfPairs(scope: Scope, pairIds: readonly string[]): Promise<Goal[]> {
  return findGoals(scope, { pairId: { in: [...pairIds] }, state: 'open' })
}

/** The person's own open goals, in pairs that go on. */
export function openGoalsOfOwner(scope: Scope, ownerId: string): Promise<Goal[]> {
  return findGoals(scope, { ownerId, state: 'open', pair: { state: 'active' } })
}

/** All goals the person has set, whatever became of them. */
export function goalsOfOwner(scope: Scope, ownerId: string): Promise<Goal[]> {
  return findGoals(scope, { ownerId })
}

/** Stores the goal under its owner's next number. */
export async function createGoal(scope: Scope, goal: NewGoal): Promise<Goal> {
  const { tx, organizationId } = scope
  const { nextGoal } = await tx.person.update({
    where: { id: goal.ownerId, organizationId },
    data: { nextGoal: { increment: 1 } },
    select: { nextGoal: true },
  })
  const id = randomUUID()
  const { milestones, title, unit, startsOn, dueOn, ...plain } = goal
  const row = await tx.goal.create({
    data: {
      ...plain,
      id,
      organizationId,
      number: nextGoal - 1,
      state: 'open',
      title: scope.seal.seal(title, titleOf(id)),
      unit: unit === undefined ? null : scope.seal.seal(unit, unitOf(id)),
      startsOn: fromPlainDate(startsOn),
      dueOn: fromPlainDate(dueOn),
      milestones: { create: milestones.map((milestone) => newMilestone(scope, milestone)) },
    },
    include: withParts,
  })
  return toGoal(scope, row)
}

/**
 * Adds an entry to the goal's history. Entries of one goal are told one after the other, so that the latest is the
 * last one told, also when the clock was set back.
 */
export async function addProgress(
  scope: Scope,
  entry: { goalId: string; authorId: string; value: number; note?: string },
): Promise<void> {
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
}

/** The goal is reached from now on. */
export async function markGoalReached(scope: Scope, id: string): Promise<void> {
  await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'open' },
    data: { state: 'reached', closedAt: fromInstant(scope.now) },
  })
}

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

async function findGoals(scope: Scope, where: Prisma.GoalWhereInput): Promise<Goal[]> {
  const rows = await scope.tx.goal.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ ownerId: 'asc' }, { number: 'asc' }],
    include: withParts,
  })
  return rows.map((row) => toGoal(scope, row))
}

function newMilestone(scope: Scope, { title, dueOn }: { title: string; dueOn: Temporal.PlainDate }) {
  const id = randomUUID()
  return {
    id,
    organizationId: scope.organizationId,
    title: scope.seal.seal(title, milestoneOf(id)),
    dueOn: fromPlainDate(dueOn),
  }
}

function toGoal({ seal }: Scope, row: GoalRow): Goal {
  return {
    id: row.id,
    pairId: row.pairId,
    ownerId: row.ownerId,
    number: row.number,
    title: seal.open(row.title, titleOf(row.id)),
    measure: row.measure as Measure,
    baseline: row.baseline,
    target: row.target,
    ...(row.unit && { unit: seal.open(row.unit, unitOf(row.id)) }),
    startsOn: toPlainDate(row.startsOn),
    dueOn: toPlainDate(row.dueOn),
    state: row.state as Goal['state'],
    value: row.progress[0]?.value ?? row.baseline,
    milestones: row.milestones.map(({ id, title, dueOn, doneAt }) => ({
      id,
      title: seal.open(title, milestoneOf(id)),
      dueOn: toPlainDate(dueOn),
      done: doneAt !== null,
    })),
  }
}

const titleOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'title' })
const unitOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'unit' })
const milestoneOf = (row: string): SealPlace => ({ table: 'milestones', row, column: 'title' })
const noteOf = (row: string): SealPlace => ({ table: 'progress_entries', row, column: 'note' })
