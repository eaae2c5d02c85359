import { randomUUID } from 'node:crypto'
import { type Answer, answerValue } from '../core/checkin/answer.ts'
import { type Reader, readers } from '../core/program/script-question.ts'
import type { Prisma, Answer as Row } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

export interface StoredAnswer extends Answer {
  readonly checkInId: string
}

export function answersOf(scope: Scope, checkInIds: readonly string[]): Promise<StoredAnswer[]> {
  return findAnswers(scope, { checkInId: { in: [...checkInIds] } })
}

/** The person's answer that this chat message holds. */
export async function answerInMessage(
  scope: Scope,
  held: { personId: string; message: string },
): Promise<StoredAnswer | undefined> {
  const [answer] = await findAnswers(scope, {
    message: held.message,
    checkIn: { personId: held.personId },
  })
  return answer
}

/** Keeps an answer; one to the same question is replaced. Gives its id. */
export async function saveAnswer(scope: Scope, { checkInId, ...answer }: StoredAnswer): Promise<string> {
  const { organizationId, seal, now } = scope
  const { question, reader, via } = answer
  const known = await scope.tx.answer.findFirst({
    where: { organizationId, checkInId, question },
    select: { id: true },
  })
  const id = known?.id ?? randomUUID()
  const sealed = seal.seal(JSON.stringify(answer.value), sealedOf(id))
  const data = { sealed, reader, via, message: answer.message ?? null, answeredAt: fromInstant(now) }
  await scope.tx.answer.upsert({
    where: { id, organizationId },
    create: { id, organizationId, checkInId, question, ...data },
    update: data,
  })
  return id
}

/** Gives the id of what is gone; undefined if there was nothing. */
export async function removeAnswer(
  scope: Scope,
  answer: { checkInId: string; question: string },
): Promise<string | undefined> {
  const { checkInId, question } = answer
  const where = { organizationId: scope.organizationId, checkInId, question }
  const known = await scope.tx.answer.findFirst({ where, select: { id: true } })
  await scope.tx.answer.deleteMany({ where })
  return known?.id
}

/** Notes that what this check-in shares has gone to the other of the pair. */
export async function markRecapped(scope: Scope, checkInId: string): Promise<void> {
  await scope.tx.checkIn.updateMany({
    where: { id: checkInId, organizationId: scope.organizationId },
    data: { recapAt: fromInstant(scope.now) },
  })
}

export async function isRecapped(scope: Scope, checkInId: string): Promise<boolean> {
  const found = await scope.tx.checkIn.count({
    where: { id: checkInId, organizationId: scope.organizationId, recapAt: { not: null } },
  })
  return found > 0
}

async function findAnswers(scope: Scope, where: Prisma.AnswerWhereInput): Promise<StoredAnswer[]> {
  const rows = await scope.tx.answer.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => toAnswer(scope, row))
}

function toAnswer({ seal }: Scope, row: Row): StoredAnswer {
  return {
    checkInId: row.checkInId,
    question: row.question,
    value: answerValue.parse(JSON.parse(seal.open(row.sealed, sealedOf(row.id)))),
    reader: toReader(row.reader),
    via: row.via === 'form' ? 'form' : 'chat',
    ...(row.message !== null && { message: row.message }),
  }
}

/** A reader that nobody knows lets nobody in. */
export function toReader(written: string | undefined): Reader {
  return readers.find((reader) => reader === written) ?? 'only-me'
}

const sealedOf = (row: string): SealPlace => ({ table: 'answers', row, column: 'sealed' })

/** How many of a person's answers each kind of reader may read. */
export async function countAnswersByReader(
  { tx, organizationId }: Scope,
  personId: string,
): Promise<Readonly<Record<string, number>>> {
  const where = { organizationId, checkIn: { personId } }
  const groups = await tx.answer.groupBy({ by: ['reader'], where, _count: true })
  return Object.fromEntries(groups.map(({ reader, _count }) => [reader, _count]))
}
