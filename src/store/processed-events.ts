import type { Prisma } from './generated/client.ts'
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

/** The deed was not done after all: the same key may come again. */
export async function forgetTime(scope: Scope, key: string): Promise<void> {
  await scope.tx.processedEvent.deleteMany({ where: { key: `${scope.organizationId}:${key}` } })
}

/** Forgets deeds done before an instant: no platform delivers them again by then. */
export async function pruneProcessedEvents(
  tx: Prisma.TransactionClient,
  before: Temporal.Instant,
): Promise<void> {
  await tx.processedEvent.deleteMany({ where: { at: { lt: fromInstant(before) } } })
}
