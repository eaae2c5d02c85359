import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** The points that a pair has ticked off. */
export async function ticksOf(scope: Scope, pairId: string): Promise<ReadonlySet<string>> {
  const rows = await scope.tx.orientationTick.findMany({
    where: { pairId, organizationId: scope.organizationId },
    select: { point: true },
  })
  return new Set(rows.map(({ point }) => point))
}

/** Ticks points off; who ticked a point first stays. */
export async function tickOff(
  scope: Scope,
  { pairId, personId, points }: { pairId: string; personId: string; points: readonly string[] },
): Promise<void> {
  await scope.tx.orientationTick.createMany({
    data: points.map((point) => ({
      organizationId: scope.organizationId,
      pairId,
      point,
      tickedBy: personId,
      tickedAt: fromInstant(scope.now),
    })),
    skipDuplicates: true,
  })
}

export async function takeTicksBack(scope: Scope, pairId: string, points: readonly string[]): Promise<void> {
  await scope.tx.orientationTick.deleteMany({
    where: { pairId, point: { in: [...points] }, organizationId: scope.organizationId },
  })
}
