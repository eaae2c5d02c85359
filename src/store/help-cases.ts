import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type HelpCase, helpStates } from '../core/help-case/help-case.ts'
import type { Prisma, HelpCase as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import type { Taking } from './taking.ts'

const written = z.object({ words: z.array(z.string()), shared: z.literal(true).optional() })

/** Cases that are not closed, the urgent ones first, then those that wait longest. */
export function openCasesIn(scope: Scope, programIds: readonly string[]): Promise<HelpCase[]> {
  return findCases(scope, { programId: { in: [...programIds] }, state: { not: 'closed' } })
}

/** The person's own that are not closed. */
export function openCasesOf(scope: Scope, personId: string): Promise<HelpCase[]> {
  return findCases(scope, { personId, state: { not: 'closed' } })
}

export async function caseById(scope: Scope, id: string): Promise<HelpCase | undefined> {
  const [found] = await findCases(scope, { id })
  return found
}

/** It is this transaction's until it ends: whoever changes a case reads it by this. */
export async function lockCase(scope: Scope, id: string): Promise<HelpCase | undefined> {
  await scope.tx.$queryRaw`
    select id from help_cases where id = ${id} and organization_id = ${scope.organizationId} for update`
  return caseById(scope, id)
}

/** The case that an answer to a check-in opened; it is this transaction's until it ends. */
export async function lockCaseOfAnswer(scope: Scope, answerId: string): Promise<HelpCase | undefined> {
  const row = await scope.tx.helpCase.findFirst({
    where: { answerId, organizationId: scope.organizationId },
    select: { id: true },
  })
  return row ? lockCase(scope, row.id) : undefined
}

export async function openCase(
  scope: Scope,
  {
    words,
    shared,
    remindAt,
    ...rest
  }: Pick<HelpCase, 'programId' | 'personId' | 'pairId' | 'answerId' | 'urgent' | 'words' | 'shared'> & {
    readonly remindAt: Temporal.Instant
  },
): Promise<HelpCase> {
  const id = randomUUID()
  await scope.tx.helpCase.create({
    data: {
      ...rest,
      id,
      organizationId: scope.organizationId,
      sealed: sealWords(scope, id, { words, ...(shared && { shared }) }),
      state: 'open',
      openedAt: fromInstant(scope.now),
      nextAt: fromInstant(remindAt),
    },
  })
  return { ...rest, id, words, ...(shared && { shared }), state: 'open', openedAt: scope.now }
}

export async function markSeen(scope: Scope, id: string, seenBy: string): Promise<void> {
  await change(scope, id, { state: 'seen', seenBy, seenAt: fromInstant(scope.now), nextAt: null })
}

export async function keepAnswer(
  scope: Scope,
  id: string,
  { by, answer }: { readonly by: string; readonly answer: string },
): Promise<void> {
  await change(scope, id, {
    state: 'answered',
    answeredBy: by,
    answeredAt: fromInstant(scope.now),
    answer: scope.seal.seal(answer, answerOf(id)),
    nextAt: null,
  })
}

/** What was written changes or grows, and nobody has seen that yet. */
export async function askAnew(
  scope: Scope,
  id: string,
  asked: Pick<HelpCase, 'urgent' | 'words' | 'shared'> & { readonly remindAt: Temporal.Instant },
): Promise<void> {
  await change(scope, id, {
    state: 'open',
    urgent: asked.urgent,
    sealed: sealWords(scope, id, asked),
    seenBy: null,
    seenAt: null,
    closedAt: null,
    nextAt: fromInstant(asked.remindAt),
  })
}

export async function closeCase(scope: Scope, id: string): Promise<void> {
  await change(scope, id, { state: 'closed', closedAt: fromInstant(scope.now), nextAt: null })
}

/** Cases of which the coordinators are to be reminded; each is this transaction's until it ends. */
export async function takeDueCases(scope: Scope, { limit, took }: Taking): Promise<HelpCase[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from help_cases where next_at <= ${fromInstant(scope.now)}
      and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  const ids = rows.map(({ id }) => id)
  took(ids)
  return ids.length === 0 ? [] : await findCases(scope, { id: { in: ids } })
}

/** When the coordinators are reminded of it; undefined: not again. */
export async function setCaseNext(
  scope: Scope,
  id: string,
  nextAt: Temporal.Instant | undefined,
): Promise<void> {
  await change(scope, id, { nextAt: nextAt ? fromInstant(nextAt) : null })
}

async function change(
  scope: Scope,
  id: string,
  data: Prisma.HelpCaseUncheckedUpdateManyInput,
): Promise<void> {
  await scope.tx.helpCase.updateMany({ where: { id, organizationId: scope.organizationId }, data })
}

async function findCases(scope: Scope, where: Prisma.HelpCaseWhereInput): Promise<HelpCase[]> {
  const rows = await scope.tx.helpCase.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ urgent: 'desc' }, { openedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => toCase(scope, row))
}

function toCase({ seal }: Scope, row: Row): HelpCase {
  const { id, programId, personId, pairId, answerId, urgent, seenBy, answeredBy } = row
  const { words, shared } = written.parse(JSON.parse(seal.open(row.sealed, sealedOf(id))))
  return {
    id,
    programId,
    personId,
    urgent,
    words,
    ...(shared && { shared }),
    state: helpStates.find((state) => state === row.state) ?? 'closed',
    openedAt: toInstant(row.openedAt),
    ...(pairId !== null && { pairId }),
    ...(answerId !== null && { answerId }),
    ...(seenBy !== null && { seenBy }),
    ...(answeredBy !== null && { answeredBy }),
    ...(row.answer && { answer: seal.open(row.answer, answerOf(id)) }),
  }
}

function sealWords({ seal }: Scope, id: string, { words, shared }: Pick<HelpCase, 'words' | 'shared'>) {
  return seal.seal(JSON.stringify({ words, shared }), sealedOf(id))
}

const sealedOf = (row: string): SealPlace => ({ table: 'help_cases', row, column: 'sealed' })
const answerOf = (row: string): SealPlace => ({ table: 'help_cases', row, column: 'answer' })
