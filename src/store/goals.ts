import { randomUUID } from 'node:crypto'
import type { Goal, Measure, NewGoal } from '../core/goal/goal.ts'
import { Prisma } from './generated/client.ts'
import { fromInstant, fromPlainDate, toPlainDate } from './instants.ts'
import { milestoneOf, milestoneRow } from './milestones.ts'
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
  attainable: Uint8Array | null
  relevant: Uint8Array | null
  latest: number | null
  /** Their sealed titles in base64. */
  milestones: { id: string; title: string; due_on: string; done_at: string | null }[]
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
  const { milestones, title, unit, attainable, relevant, startsOn, dueOn, ...plain } = goal
  const sealed = (text: string | undefined, place: SealPlace) =>
    text === undefined ? null : scope.seal.seal(text, place)
  await tx.goal.create({
    data: {
      ...plain,
      id,
      organizationId,
      number: nextGoal - 1,
      state: 'open',
      title: scope.seal.seal(title, titleOf(id)),
      unit: sealed(unit, unitOf(id)),
      attainable: sealed(attainable, attainableOf(id)),
      relevant: sealed(relevant, relevantOf(id)),
      startsOn: fromPlainDate(startsOn),
      dueOn: fromPlainDate(dueOn),
      milestones: { create: milestones.map((milestone) => milestoneRow(scope, milestone)) },
    },
  })
  const stored = await goalById(scope, id)
  if (!stored) throw new Error('The goal was not stored')
  return stored
}

/** The same as `goalById`, and it is this transaction's until it ends: whoever changes a goal reads it by this. */
export async function lockGoal(scope: Scope, id: string): Promise<Goal | undefined> {
  await scope.tx.$queryRaw`
    select 1 from goals where id = ${id} and organization_id = ${scope.organizationId} for update`
  return goalById(scope, id)
}

/** What of an open goal is different from now on. */
export async function changeGoal(
  scope: Scope,
  id: string,
  { title, target, dueOn }: Pick<Goal, 'title' | 'target' | 'dueOn'>,
): Promise<void> {
  await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'open' },
    data: { title: scope.seal.seal(title, titleOf(id)), target, dueOn: fromPlainDate(dueOn) },
  })
}

/** The goal is reached from that instant on. */
export async function markGoalReached(scope: Scope, id: string, at: Temporal.Instant): Promise<void> {
  await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'open' },
    data: { state: 'reached', closedAt: fromInstant(at) },
  })
}

/** The goal is let go. */
export async function retireGoal(scope: Scope, id: string): Promise<void> {
  await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'open' },
    data: { state: 'retired', closedAt: fromInstant(scope.now) },
  })
}

/** A goal that was let go is open again. */
export async function reopenGoal(scope: Scope, id: string): Promise<void> {
  await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'retired' },
    data: { state: 'open', closedAt: null },
  })
}

/** Whether it is the first time that the goal is celebrated; from now on it was. */
export async function celebrateOnce(scope: Scope, id: string): Promise<boolean> {
  const { count } = await scope.tx.goal.updateMany({
    where: { id, organizationId: scope.organizationId, celebratedAt: null },
    data: { celebratedAt: fromInstant(scope.now) },
  })
  return count > 0
}

/** In one query: goals are read with every overview and every check-in. */
async function findGoals(scope: Scope, where: Prisma.Sql): Promise<Goal[]> {
  const rows = await scope.tx.$queryRaw<GoalRow[]>`
    select g.*,
      (select p.value from progress_entries p where p.goal_id = g.id order by p.at desc limit 1) as latest,
      (select coalesce(json_agg(json_build_object(
          'id', m.id, 'title', encode(m.title, 'base64'), 'due_on', m.due_on, 'done_at', m.done_at
        ) order by m.due_on, m.id), '[]')
        from milestones m where m.goal_id = g.id) as milestones
    from goals g
    where g.organization_id = ${scope.organizationId} and ${where}
    order by g.owner_id, g.number`
  return rows.map((row) => toGoal(scope, row))
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
    ...(row.attainable && { attainable: seal.open(row.attainable, attainableOf(row.id)) }),
    ...(row.relevant && { relevant: seal.open(row.relevant, relevantOf(row.id)) }),
    value: row.latest ?? row.baseline,
    milestones: row.milestones.map(({ id, title, due_on: dueOn, done_at: doneAt }) => ({
      id,
      title: seal.open(Buffer.from(title, 'base64'), milestoneOf(id)),
      dueOn: Temporal.PlainDate.from(dueOn),
      done: doneAt !== null,
      ...(doneAt !== null && { doneAt: Temporal.Instant.from(doneAt) }),
    })),
  }
}

const titleOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'title' })
const unitOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'unit' })
const attainableOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'attainable' })
const relevantOf = (row: string): SealPlace => ({ table: 'goals', row, column: 'relevant' })
