import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** What the bot has done about one person and one pair since they last answered. */
export interface TriedRow {
  readonly pairId: string
  readonly personId: string
  readonly checkIns: number
  readonly reminders: number
  readonly later: number
}

/** Of everybody in the program's active pairs who has been asked anything since they last answered. One query. */
export async function triedIn(scope: Scope, programId: string): Promise<TriedRow[]> {
  return await scope.tx.$queryRaw<TriedRow[]>`
    select c.pair_id as "pairId", c.person_id as "personId", count(*)::int as "checkIns",
      coalesce(sum(n.reminders), 0)::int as reminders, coalesce(sum(n.put_offs), 0)::int as later
    from check_ins c join pairs p on p.id = c.pair_id left join nudges n on n.id = c.nudge_id
    where c.organization_id = ${scope.organizationId} and c.program_id = ${programId} and p.state = 'active'
      and c.opened_at is not null and not exists (
        select from check_ins later where later.pair_id = c.pair_id and later.person_id = c.person_id
          and later.state = 'answered' and later.due_on >= c.due_on)
    group by c.pair_id, c.person_id`
}

/** How far back it is looked for what coordinators have done. */
const DAYS = 28

/** What a coordinator has tried with a pair, and when last. */
export interface CoordinatorTried {
  readonly pairId: string
  readonly action: 'digest.nudge' | 'pair.rematch-offer'
  readonly at: Temporal.Instant
}

/** The last of each kind within four weeks. */
export async function coordinatorsTried(
  scope: Scope,
  pairIds: readonly string[],
): Promise<CoordinatorTried[]> {
  const since = fromInstant(scope.now.subtract({ hours: DAYS * 24 }))
  const rows = await scope.tx.$queryRaw<{ pairId: string; action: CoordinatorTried['action']; at: Date }[]>`
    select subject as "pairId", action, max(at) as at from audit
    where organization_id = ${scope.organizationId} and at > ${since}
      and action in ('digest.nudge', 'pair.rematch-offer') and subject = any(${[...pairIds]})
    group by subject, action`
  return rows.map(({ at, ...rest }) => ({ ...rest, at: toInstant(at) }))
}
