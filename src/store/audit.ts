import { randomUUID } from 'node:crypto'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** One row for every change a person makes and every time a coordinator looks at a person. Ids and counts only. */
export async function audit(
  scope: Scope,
  entry: {
    actor: string
    action: string
    subject?: string
    details?: Record<string, string | number | boolean | string[]>
  },
): Promise<void> {
  await scope.tx.auditEntry.create({
    data: {
      id: randomUUID(),
      organizationId: scope.organizationId,
      at: fromInstant(scope.now),
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject ?? null,
      details: entry.details ?? {},
    },
  })
}
