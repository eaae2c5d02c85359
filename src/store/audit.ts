import { randomUUID } from 'node:crypto'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

interface Deed {
  readonly actor: string
  readonly action: string
  readonly subject?: string
  readonly details?: Record<string, string | number | boolean | string[]>
}

/** One row for every change a person makes and every time a coordinator looks at a person. Ids and counts only. */
export function audit(scope: Scope, deed: Deed): Promise<void> {
  return auditAll(scope, [deed])
}

/** The same for many, in one statement. */
export async function auditAll(scope: Scope, deeds: readonly Deed[]): Promise<void> {
  await scope.tx.auditEntry.createMany({
    data: deeds.map(({ actor, action, subject, details }) => ({
      id: randomUUID(),
      organizationId: scope.organizationId,
      at: fromInstant(scope.now),
      actor,
      action,
      subject: subject ?? null,
      details: details ?? {},
    })),
  })
}
