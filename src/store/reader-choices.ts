import type { Reader } from '../core/program/script-question.ts'
import { toReader } from './answers.ts'
import type { Scope } from './scope.ts'

/** The narrower readers a person chose last, by the script question's id. */
export async function readerChoicesOf(scope: Scope, personId: string): Promise<Map<string, Reader>> {
  const rows = await scope.tx.readerChoice.findMany({
    where: { personId, organizationId: scope.organizationId },
  })
  return new Map(rows.map(({ question, reader }) => [question, toReader(reader)]))
}

export async function rememberReader(
  scope: Scope,
  choice: { personId: string; question: string; reader: Reader },
): Promise<void> {
  const { personId, question, reader } = choice
  await scope.tx.readerChoice.upsert({
    where: { personId_question: { personId, question }, organizationId: scope.organizationId },
    create: { personId, question, reader, organizationId: scope.organizationId },
    update: { reader },
  })
}
