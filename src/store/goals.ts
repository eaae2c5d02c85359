import { randomUUID } from 'node:crypto'
import type { Goal, Measure, NewGoal } from '../core/goal/goal.ts'
import { Prisma } from './generated/client.ts'
import { fromInstant, fromPlainDate, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** A goal with its latest value and its milestones, as `findGoals` selects them. */
interface GoalRow {
  id: string
  pair_id: string
  owner_id: string
  number: number
  title: Uint8Array
  measure: string
  baseline: number
  target: number
  unit: Uint8Array | null
  starts_on: Date
  due_on: Date
  state: string
  latest: number | null
  /** Their sealed titles in base64. */
  milestones: { id: string; title: string; due_on: string; done: boolean }[]
}

export async function goalById(scope: Scope, id: string): Promise<Goal | undefined> {
  const [goal] = await findGoals(scope, Prisma.sql`g.id = ${id}`)
  return goal
}

export function openGoalsOfPair(scope: Scope, pairId: string): Promise<Goal[]> {
  return openGoalsOfPairs(scope, [pairId])
}

/** The open goals of many pairs at once. */
export async function openGoalsOfPairs(scope: Scope, pairIds: readonly string[]): Promise<Goal[]> {
  if (pairIds.length === 0) return []
  return await findGoals(scope, Prisma.sql`g.pair_id = any(${[...pairIds]}) and g.state = 'open'`)
}

/** The person's own open goals, in pairs that go on. */
export function openGoalsOfOwner(scope: Scope, ownerId: string): Promise<Goal[]> {
  return findGoals(
    scope,
    Prisma.sql`g.owner_id = ${ownerId} and g.state = 'open'
      and exists (select from pairs p where p.id = g.pair_id and p.state = 'active')`,
  )
}

/** All goals the person has set, whatever became of them. */
export function goalsOfOwner(scope: Scope, ownerId: string): Promise<Goal[]> {
  return findGoals(scope, Prisma.sql`g.owner_id = ${ownerId}`)
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
  await tx.goal.create({
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
  })
  const stored = await goalById(scope, id)
  if (!stored) throw new Error('The goal was not stored')
  return stored
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

/** The goal is reached from that instant on. */
export async function markGoalReached(scope: Scope, id: string, at: Temporal.Instant): Promise<void> {
  await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'open' },
    data: { state: 'reached', closedAt: fromInstant(at) },
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

/** In one query: goals are read with every overview and every check-in. */
async function findGoals(scope: Scope, where: Prisma.Sql): Promise<Goal[]> {
  const rows = await scope.tx.$queryRaw<GoalRow[]>`
    select g.*,
      (select p.value from progress_entries p where p.goal_id = g.id order by p.at desc limit 1) as latest,
      (select coalesce(json_agg(json_build_object(
          'id', m.id, 'title', encode(m.title, 'base64'), 'due_on', m.due_on, 'done', m.done_at is not null
        ) order by m.due_on, m.id), '[]')
        from milestones m where m.goal_id = g.id) as milestones
    from goals g
    where g.organization_id = ${scope.organizationId} and ${where}
    order by g.owner_id, g.number`
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
    pairId: row.pair_id,
    ownerId: row.owner_id,
    number: row.number,
    title: seal.open(row.title, titleOf(row.id)),
    measure: row.measure as Measure,
    baseline: row.baseline,
    target: row.target,
    ...(row.unit && { unit: seal.open(row.unit, unitOf(row.id)) }),
    startsOn: toPlainDate(row.starts_on),
    dueOn: toPlainDate(row.due_on),
    state: row.state as Goal['state'],
    value: row.latest ?? row.baseline,
    milestones: row.milestones.map(({ id, title, due_on: dueOn, done }) => ({
      id,
      title: seal.open(Buffer.from(title, 'base64'), milestoneOf(id)),
      dueOn: Temporal.PlainDate.from(dueOn),
      done,
    })),
  }
}

const titleOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'title' })
const unitOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'unit' })
const milestoneOf = (row: string): SealPlace => ({ table: 'milestones', row, column: 'title' })
const noteOf = (row: string): SealPlace => ({ table: 'progress_entries', row, column: 'note' })
