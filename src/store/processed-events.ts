import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Notes that this deed is being done; false if it was done before. In the deed's own transaction. */
export async function firstTime(scope: Scope, key: string): Promise<boolean> {
  const { count } = await scope.tx.processedEvent.createMany({
    data: [{ key: `${scope.organizationId}:${key}`, at: fromInstant(scope.now) }],
    skipDuplicates: true,
  })
  return count === 1
}
