import type { Prisma } from './generated/client.ts'

/** How the outbox stands, over all organizations. */
export interface OutboxHealth {
  /** Entries whose time came more than five minutes ago. */
  readonly late: number
  /** Entries given up in the last seven days, by the platform's code. */
  readonly givenUp: readonly { readonly code: string; readonly count: number }[]
}

export async function outboxHealth(tx: Prisma.TransactionClient): Promise<OutboxHealth> {
  const [late] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from outbox left join graphile_worker.jobs as job on job.key = outbox.id
    where outbox.state in ('ready', 'sending')
      and coalesce(job.run_at, outbox.created_at) < now() - interval '5 minutes'`
  const givenUp = await tx.$queryRaw<{ code: string; count: number }[]>`
    select coalesce(fault, 'unknown') as code, count(*)::int as count from outbox
    where state = 'failed' and created_at > now() - interval '7 days' group by 1 order by 2 desc, 1`
  return { late: late?.count ?? 0, givenUp }
}

/** Ids of the keys that the newest texts are sealed with: the id stands at their head (sealed.ts). */
export async function keysInUse(tx: Prisma.TransactionClient): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select distinct convert_from(substring(text from 3 for get_byte(text, 1)), 'UTF8') as key from (
      (select sealed as text from answers order by answered_at desc limit 200)
      union all (select title as text from goals limit 200)
      union all (select body as text from outbox where body is not null order by created_at desc limit 200)
    ) as texts`
  return rows.map(({ key }) => key)
}
