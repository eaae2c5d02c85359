import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** When the next thing is due that Rounds does by itself; undefined if nothing is. */
export async function nextDueAt(scope: Scope): Promise<Temporal.Instant | undefined> {
  const { organizationId } = scope
  const now = fromInstant(scope.now)
  const [row] = await scope.tx.$queryRaw<{ at: Date | null }[]>`
    select min(at) as at from (
      select min(next_at) as at from check_ins where next_at > ${now} and organization_id = ${organizationId}
      union all select min(next_at) from nudges where next_at > ${now} and organization_id = ${organizationId}
      union all select min(next_digest_at) from programs
        where next_digest_at > ${now} and organization_id = ${organizationId}
      union all select min(look_at) from pairs
        where look_at > ${now} and state = 'active' and organization_id = ${organizationId}
      union all select min(next_at) from reviews where next_at > ${now} and organization_id = ${organizationId}
      union all select min(next_at) from actions where next_at > ${now} and organization_id = ${organizationId}
      union all select min(next_at) from offers where next_at > ${now} and organization_id = ${organizationId}
      -- Whoever has somebody is looked at, too, but hears nothing.
      union all select min(look_at) from enrollments e
        where look_at > ${now} and state = 'active' and organization_id = ${organizationId}
          and not exists (select from pairs p where p.program_id = e.program_id and p.state = 'active'
            and e.person_id in (p.mentor_id, p.mentee_id))
    ) as due`
  return row?.at ? toInstant(row.at) : undefined
}
