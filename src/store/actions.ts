import { randomUUID } from 'node:crypto'
import type { Action, NewAction } from '../core/plan/action.ts'
import type { Prisma, Action as Row } from './generated/client.ts'
import { fromInstant, fromPlainDate, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import type { Taking } from './taking.ts'

/** The open actions of these pairs, whoever's they are, the first due first. */
export function openActionsOfPairs(scope: Scope, pairIds: readonly string[]): Promise<Action[]> {
  if (pairIds.length === 0) return Promise.resolve([])
  return findActions(scope, { pairId: { in: [...pairIds] }, state: 'open' })
}

/** The action, and it is this transaction's until it ends: whoever changes it reads it by this. */
export async function lockAction(scope: Scope, id: string): Promise<Action | undefined> {
  await scope.tx.$queryRaw`
    select 1 from actions where id = ${id} and organization_id = ${scope.organizationId} for update`
  const [action] = await findActions(scope, { id })
  return action
}

/** The action that a person's answer to a check-in became, if it did. */
export async function actionOfAnswer(scope: Scope, answerId: string): Promise<Action | undefined> {
  const [action] = await findActions(scope, { answerId })
  return action
}

/** `nextAt`: when its owner is reminded first. */
export async function createAction(
  scope: Scope,
  action: NewAction & { readonly answerId?: string; readonly nextAt: Temporal.Instant | undefined },
): Promise<Action> {
  const id = randomUUID()
  const { pairId, ownerId, authorId, title, dueOn, goalId, answerId, nextAt } = action
  const row = await scope.tx.action.create({
    data: {
      id,
      organizationId: scope.organizationId,
      pairId,
      ownerId,
      authorId,
      title: scope.seal.seal(title, titleOf(id)),
      dueOn: fromPlainDate(dueOn),
      state: 'open',
      createdAt: fromInstant(scope.now),
      goalId: goalId ?? null,
      answerId: answerId ?? null,
      nextAt: nextAt ? fromInstant(nextAt) : null,
    },
  })
  return toAction(scope, row)
}

/** What of an open action is different from now on. */
export async function changeAction(
  scope: Scope,
  id: string,
  change: Pick<Action, 'title' | 'dueOn' | 'reminders'> & { readonly nextAt: Temporal.Instant | undefined },
): Promise<void> {
  const { title, dueOn, reminders, nextAt } = change
  await update(scope, id, {
    title: scope.seal.seal(title, titleOf(id)),
    dueOn: fromPlainDate(dueOn),
    reminders,
    nextAt: nextAt ? fromInstant(nextAt) : null,
  })
}

export async function closeAction(scope: Scope, id: string, state: 'done' | 'dropped'): Promise<void> {
  await update(scope, id, { state, closedAt: fromInstant(scope.now), nextAt: null })
}

/** It was never meant for the other's eyes, or is not said any more. */
export async function removeAction(scope: Scope, id: string): Promise<void> {
  await scope.tx.action.deleteMany({ where: { id, organizationId: scope.organizationId } })
}

/** Its owner was reminded, or is to be reminded at another time. */
export async function remindNext(
  scope: Scope,
  id: string,
  { reminders, nextAt }: { readonly reminders?: number; readonly nextAt: Temporal.Instant | undefined },
): Promise<void> {
  await update(scope, id, {
    ...(reminders !== undefined && { reminders }),
    nextAt: nextAt ? fromInstant(nextAt) : null,
  })
}

/** Actions whose reminder is due, oldest first; each is this transaction's until it ends. */
export async function takeDueActions(scope: Scope, { limit, took }: Taking): Promise<Action[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from actions where next_at <= ${fromInstant(scope.now)} and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  const ids = rows.map(({ id }) => id)
  took(ids)
  return ids.length === 0 ? [] : await findActions(scope, { id: { in: ids } })
}

/** Those of these owners whose reminder comes up to then; each is this transaction's until it ends. */
export async function takeComingActions(
  scope: Scope,
  { ownerIds, until }: { readonly ownerIds: readonly string[]; readonly until: Temporal.Instant },
): Promise<Action[]> {
  const ids = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from actions
    where next_at <= ${fromInstant(until)} and owner_id = any(${[...ownerIds]}::text[])
      and organization_id = ${scope.organizationId}
    order by id for update skip locked`
  return findActions(scope, { id: { in: ids.map(({ id }) => id) } })
}

async function update(scope: Scope, id: string, data: Prisma.ActionUpdateManyMutationInput): Promise<void> {
  await scope.tx.action.updateMany({
    where: { id, organizationId: scope.organizationId, state: 'open' },
    data,
  })
}

async function findActions(scope: Scope, where: Prisma.ActionWhereInput): Promise<Action[]> {
  const rows = await scope.tx.action.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => toAction(scope, row))
}

function toAction({ seal }: Scope, row: Row): Action {
  const { id, pairId, ownerId, authorId, goalId, reminders } = row
  return {
    id,
    pairId,
    ownerId,
    authorId,
    title: seal.open(row.title, titleOf(id)),
    dueOn: toPlainDate(row.dueOn),
    state: row.state as Action['state'],
    ...(goalId !== null && { goalId }),
    reminders,
  }
}

function titleOf(row: string): SealPlace {
  return { table: 'actions', row, column: 'title' }
}
