import type { Scope } from './scope.ts'

/** What the stage of a pair hangs on, beside its dates. */
export interface StageFacts {
  readonly hasMet: boolean
  /** Whether a goal stands, open or reached. */
  readonly hasGoal: boolean
}

/** Of many pairs in one query, by their ids. */
export async function stageFactsOf(
  scope: Scope,
  pairIds: readonly string[],
): Promise<Map<string, StageFacts>> {
  const rows = await scope.tx.$queryRaw<(StageFacts & { id: string })[]>`
    select p.id, exists (select from meetings m where m.pair_id = p.id) as "hasMet",
      exists (select from goals g where g.pair_id = p.id and g.state in ('open', 'reached')) as "hasGoal"
    from pairs p where p.id = any(${[...pairIds]}) and p.organization_id = ${scope.organizationId}`
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
