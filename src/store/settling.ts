import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** A pair whose beginning is to be looked at. */
export interface Settling {
  readonly pairId: string
  readonly hasMet: boolean
  /** Both take part and have been told what is kept. */
  readonly areBothIn: boolean
}

/** Active pairs that are to be looked at now, the longest due first; each is this transaction's until it ends. */
export async function takeSettling(scope: Scope, limit: number): Promise<Settling[]> {
  return await scope.tx.$queryRaw<Settling[]>`
    select p.id as "pairId", exists (select from meetings m where m.pair_id = p.id) as "hasMet",
      (select count(*) from enrollments e where e.program_id = p.program_id
        and e.person_id in (p.mentor_id, p.mentee_id) and e.state = 'active' and e.noticed_at is not null) = 2
        as "areBothIn"
    from pairs p
    where p.settle_at <= ${fromInstant(scope.now)} and p.state = 'active' and p.organization_id = ${scope.organizationId}
    order by p.settle_at, p.id limit ${limit} for no key update of p skip locked`
}

/** When the beginning of a pair is looked at next; undefined: not again. */
export async function settleNext(
  scope: Scope,
  pairId: string,
  at: Temporal.Instant | undefined,
): Promise<void> {
  await scope.tx.pair.updateMany({
    where: { id: pairId, organizationId: scope.organizationId },
    data: { settleAt: at ? fromInstant(at) : null },
  })
}

/** The two have met for the first time: what waits for that is due now. */
export async function settleSooner(scope: Scope, pairId: string): Promise<void> {
  const now = fromInstant(scope.now)
  await scope.tx.pair.updateMany({
    where: { id: pairId, organizationId: scope.organizationId, settleAt: { gt: now } },
    data: { settleAt: now },
  })
}
