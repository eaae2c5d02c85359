import { FAREWELL_DAYS, GRACE_DAYS } from '../core/people/leaving.ts'
import { instantAt } from '../core/time/wall-clock.ts'
import { isTimeZone } from '../core/time/zone.ts'
import { Prisma } from './generated/client.ts'
import { fromInstant, toInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/** Tables whose rows say themselves when something is due about them. */
const timed = [
  'check_ins',
  'nudges',
  'reviews',
  'actions',
  'offers',
  'planned_meetings',
  'opportunities',
  'introductions',
  'help_cases',
]
/** The same of an active pair. */
const timedOfPairs = ['look_at', 'settle_at', 'agreement_look_at']

/**
 * When the next thing is due that Rounds does by itself; undefined if nothing is. That directories are asked again for
 * people without an account is left out: they rarely know more than the day before.
 */
export async function nextDueAt(scope: Scope): Promise<Temporal.Instant | undefined> {
  const { organizationId } = scope
  const now = fromInstant(scope.now)
  const rows = timed.map(
    (table) => Prisma.sql`
      select min(next_at) as at from ${Prisma.raw(table)} where next_at > ${now} and organization_id = ${organizationId}`,
  )
  const pairs = timedOfPairs.map(
    (column) => Prisma.sql`
      select min(${Prisma.raw(column)}) as at from pairs
      where ${Prisma.raw(column)} > ${now} and state = 'active' and organization_id = ${organizationId}`,
  )
  const [row] = await scope.tx.$queryRaw<{ at: Date | null }[]>`
    select min(at) as at from (
      ${Prisma.join([...rows, ...pairs], ' union all ')}
      union all select min(next_digest_at) from programs
        where next_digest_at > ${now} and organization_id = ${organizationId}
      -- Whoever has somebody is looked at, too, but hears nothing.
      union all select min(look_at) from enrollments e
        where look_at > ${now} and state = 'active' and organization_id = ${organizationId}
          and not exists (select from pairs p where p.program_id = e.program_id and p.state = 'active'
            and e.person_id in (p.mentor_id, p.mentee_id))
    ) as due`
  const all = [
    ...(row?.at ? [toInstant(row.at)] : []),
    ...(await endsOfBreaks(scope)),
    ...(await lastDays(scope)),
    ...(await endsOfGrace(scope)),
  ]
  return all.filter((at) => Temporal.Instant.compare(at, scope.now) > 0).toSorted(Temporal.Instant.compare)[0]
}

/** A break ends on the person's own calendar. */
async function endsOfBreaks(scope: Scope): Promise<Temporal.Instant[]> {
  const rows = await scope.tx.$queryRaw<{ day: Date; zone: string }[]>`
    select distinct e.paused_until as day, p.time_zone as zone from enrollments e join people p on p.id = e.person_id
    where e.state = 'paused' and e.paused_until is not null and e.organization_id = ${scope.organizationId}`
  return rows.filter(({ zone }) => isTimeZone(zone)).map(({ day, zone }) => midnight(toPlainDate(day), zone))
}

/** The farewell before a last day goes by UTC's calendar; the end after it by the later of that and the person's own. */
async function lastDays(scope: Scope): Promise<Temporal.Instant[]> {
  const rows = await scope.tx.$queryRaw<{ day: Date; zone: string; told: boolean }[]>`
    select distinct leaves_on as day, time_zone as zone, farewell_at is not null as told from people
    where leaves_on is not null and organization_id = ${scope.organizationId}`
  return rows.flatMap(({ day, zone, told }) => {
    const last = toPlainDate(day)
    const after = last.add({ days: 1 })
    const own = midnight(after, isTimeZone(zone) ? zone : 'UTC')
    return [
      ...(told ? [] : [midnight(last.subtract({ days: FAREWELL_DAYS }), 'UTC')]),
      Temporal.Instant.compare(own, midnight(after, 'UTC')) > 0 ? own : midnight(after, 'UTC'),
    ]
  })
}

/** An account that is gone ends its person's pairs after a while. */
async function endsOfGrace(scope: Scope): Promise<Temporal.Instant[]> {
  const rows = await scope.tx.$queryRaw<{ at: Date }[]>`
    select max(a.gone_at) as at from accounts a join people p on p.id = a.person_id
    where not p.has_account and p.organization_id = ${scope.organizationId}
    group by p.id having max(a.gone_at) is not null`
  return rows.map(({ at }) => toInstant(at).add({ hours: GRACE_DAYS * 24 }))
}

function midnight(date: Temporal.PlainDate, zone: string): Temporal.Instant {
  return instantAt({ date, time: '00:00', zone })
}
