import type { RecordRow } from '../core/record/record.ts'
import type { SectionName } from '../core/record/sections.ts'
import { Prisma } from './generated/client.ts'
import type { Scope } from './scope.ts'

/** Which rows belong into a part of somebody's record, and which of their columns are sealed, by the name they get. */
interface Query {
  readonly rows: (person: string, organization: string) => Prisma.Sql
  readonly sealed?: { readonly table: string; readonly columns: Readonly<Record<string, string>> }
}

/**
 * Everything that is kept about a person, as it is kept, opened. Whom they do not want to be paired with is left out:
 * that is never exported (PRODUCT, *Who may read what*).
 */
export async function readRecordRows(
  scope: Scope,
  personId: string,
): Promise<Record<SectionName, readonly RecordRow[]>> {
  const read: [string, readonly RecordRow[]][] = []
  for (const [name, query] of Object.entries(queries))
    read.push([name, await rowsOf(scope, { query, personId })])
  return Object.fromEntries(read) as Record<SectionName, readonly RecordRow[]>
}

/** How many rows each part has. */
export async function countRecordRows(scope: Scope, personId: string): Promise<Record<SectionName, number>> {
  const counts = Object.entries(queries).map(
    ([name, { rows }]) =>
      Prisma.sql`select ${name} as name, (select count(*) from (${rows(personId, scope.organizationId)}) r)::int as count`,
  )
  const found = await scope.tx.$queryRaw<{ name: string; count: number }[]>(
    Prisma.join(counts, ' union all '),
  )
  return Object.fromEntries(found.map(({ name, count }) => [name, count])) as Record<SectionName, number>
}

async function rowsOf(
  scope: Scope,
  { query, personId }: { readonly query: Query; readonly personId: string },
): Promise<RecordRow[]> {
  const rows = await scope.tx.$queryRaw<{ seal_row?: string; record: Record<string, unknown> }[]>(
    Prisma.sql`select to_jsonb(r) as record from (${query.rows(personId, scope.organizationId)}) as r`,
  )
  return rows.map(({ record }) => opened(scope, query, record))
}

function opened({ seal }: Scope, { sealed }: Query, record: Record<string, unknown>): RecordRow {
  if (!sealed) return record
  const row = String(record['seal_row'])
  const words = Object.entries(sealed.columns).map(([name, column]) => {
    const bytes = record[name]
    if (typeof bytes !== 'string') return [name, undefined] as const
    const text = seal.open(Buffer.from(bytes.replace(/^\\x/, ''), 'hex'), {
      table: sealed.table,
      row,
      column,
    })
    return [name, asWritten(text)] as const
  })
  return { ...record, ...Object.fromEntries(words) }
}

/** Longer things are kept as JSON, single texts as they are. */
function asWritten(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : text
  } catch {
    return text
  }
}

/** The pairs of a person, each with the name of the other. */
const pairsOf = (me: string, org: string) => Prisma.sql`(
  select p.*, o.name as other, g.settings->>'name' as program,
    case when p.mentor_id = ${me} then 'mentor' else 'mentee' end as side
  from pairs p join programs g on g.id = p.program_id
    left join people o on o.id = case when p.mentor_id = ${me} then p.mentee_id else p.mentor_id end
  where p.organization_id = ${org} and ${me} in (p.mentor_id, p.mentee_id))`

const nameOf = (id: string) => Prisma.sql`(select name from people where id = ${Prisma.raw(id)})`
const programOf = (id: string) =>
  Prisma.sql`(select settings->>'name' from programs where id = ${Prisma.raw(id)})`

const queries: Record<SectionName, Query> = {
  person: {
    rows: (me, org) => Prisma.sql`select * from people where id = ${me} and organization_id = ${org}`,
  },
  accounts: {
    rows: (me, org) => Prisma.sql`
      select * from accounts where person_id = ${me} and organization_id = ${org} order by platform, id`,
  },
  programs: {
    rows: (me, org) => Prisma.sql`
      select e.*, ${programOf('e.program_id')} as program from enrollments e
      where person_id = ${me} and organization_id = ${org} order by joined_at, id`,
  },
  pairs: { rows: (me, org) => Prisma.sql`select * from ${pairsOf(me, org)} p order by started_on, id` },
  briefings: {
    rows: (me, org) => Prisma.sql`
      select b.side, b.confirmed_at, b.sealed as words, ${programOf('e.program_id')} as program,
        b.enrollment_id || ':' || b.side as seal_row
      from briefings b join enrollments e on e.id = b.enrollment_id
      where e.person_id = ${me} and b.organization_id = ${org} order by b.updated_at`,
    sealed: { table: 'briefings', columns: { words: 'sealed' } },
  },
  agreements: {
    rows: (me, org) => Prisma.sql`
      select a.*, a.sealed as words, a.id as seal_row, p.other from agreements a join ${pairsOf(me, org)} p on p.id = a.pair_id
      order by a.pair_id, a.version`,
    sealed: { table: 'agreements', columns: { words: 'sealed' } },
  },
  orientation: {
    rows: (me, org) => Prisma.sql`
      select * from orientation_ticks where ticked_by = ${me} and organization_id = ${org} order by ticked_at, point`,
  },
  'check-ins': {
    rows: (me, org) => Prisma.sql`
      select c.due_on, c.state, p.other from check_ins c join ${pairsOf(me, org)} p on p.id = c.pair_id
      where c.person_id = ${me} and c.state not in ('waiting', 'cancelled') order by c.due_on, c.id`,
  },
  answers: {
    rows: (me, org) => Prisma.sql`
      select a.question, a.reader, a.answered_at, a.sealed as words, a.id as seal_row, c.due_on, p.other
      from answers a join check_ins c on c.id = a.check_in_id join ${pairsOf(me, org)} p on p.id = c.pair_id
      where c.person_id = ${me} order by a.answered_at, a.id`,
    sealed: { table: 'answers', columns: { words: 'sealed' } },
  },
  goals: {
    rows: (me, org) => Prisma.sql`
      select g.*, g.id as seal_row from goals g where owner_id = ${me} and organization_id = ${org} order by number`,
    sealed: {
      table: 'goals',
      columns: { title: 'title', unit: 'unit', attainable: 'attainable', relevant: 'relevant' },
    },
  },
  milestones: {
    rows: (me, org) => Prisma.sql`
      select m.*, m.id as seal_row, g.number from milestones m join goals g on g.id = m.goal_id
      where g.owner_id = ${me} and m.organization_id = ${org} order by g.number, m.due_on, m.id`,
    sealed: { table: 'milestones', columns: { title: 'title' } },
  },
  progress: {
    rows: (me, org) => Prisma.sql`
      select e.*, e.id as seal_row, g.number, ${nameOf('e.author_id')} as "by"
      from progress_entries e join goals g on g.id = e.goal_id
      where ${me} in (e.author_id, g.owner_id) and e.organization_id = ${org} order by e.at, e.id`,
    sealed: { table: 'progress_entries', columns: { note: 'note' } },
  },
  'goal-changes': {
    rows: (me, org) => Prisma.sql`
      select c.*, c.sealed as words, c.id as seal_row, g.number from goal_changes c join goals g on g.id = c.goal_id
      where c.author_id = ${me} and c.organization_id = ${org} order by c.at, c.id`,
    sealed: { table: 'goal_changes', columns: { words: 'sealed' } },
  },
  actions: {
    rows: (me, org) => Prisma.sql`
      select a.*, a.id as seal_row, a.owner_id = ${me} as mine, p.other from actions a
      join ${pairsOf(me, org)} p on p.id = a.pair_id
      where ${me} in (a.owner_id, a.author_id) order by a.due_on, a.id`,
    sealed: { table: 'actions', columns: { title: 'title' } },
  },
  meetings: {
    rows: (me, org) => Prisma.sql`
      select m.*, m.id as seal_row, p.other from meetings m join ${pairsOf(me, org)} p on p.id = m.pair_id
      order by m.held_on, m.id`,
    sealed: { table: 'meetings', columns: { note: 'note' } },
  },
  'planned-meetings': {
    rows: (me, org) => Prisma.sql`
      select m.*, m.id as seal_row, p.other from planned_meetings m join ${pairsOf(me, org)} p on p.id = m.pair_id
      order by m.created_at, m.id`,
    sealed: { table: 'planned_meetings', columns: { place: 'place' } },
  },
  skills: {
    rows: (me, org) => Prisma.sql`
      select s.moment, s.at, s.sealed as words, s.pair_id || ':' || s.person_id || ':' || s.moment as seal_row
      from skill_ratings s where person_id = ${me} and organization_id = ${org} order by at`,
    sealed: { table: 'skill_ratings', columns: { words: 'sealed' } },
  },
  reviews: {
    rows: (me, org) => Prisma.sql`
      select r.moment, r.state, r.answered_at, r.sealed as words, r.id as seal_row, p.other from reviews r
      join ${pairsOf(me, org)} p on p.id = r.pair_id where r.person_id = ${me} order by r.opened_at, r.id`,
    sealed: { table: 'reviews', columns: { words: 'sealed' } },
  },
  reflections: {
    rows: (me, org) => Prisma.sql`
      select r.moment, r.at, r.sealed as words, r.id as seal_row from reflections r
      where person_id = ${me} and organization_id = ${org} order by at, id`,
    sealed: { table: 'reflections', columns: { words: 'sealed' } },
  },
  thanks: {
    rows: (me, org) => Prisma.sql`
      select t.counted, t.at, t.sealed as words, t.id as seal_row,
        ${nameOf('t.from_id')} as "from", ${nameOf('t.to_id')} as "to"
      from thanks t where ${me} in (t.from_id, t.to_id) and t.organization_id = ${org} order by t.at, t.id`,
    sealed: { table: 'thanks', columns: { words: 'sealed' } },
  },
  introductions: {
    rows: (me, org) => Prisma.sql`
      select i.asked_at, i.sealed as words,
        -- That it was the colleague who would rather not is between them and the mentor.
        case when i.mentee_id = ${me} and i.reached = 'colleague' and i.state in ('declined', 'expired', 'withdrawn')
          then 'over-for-you' else i.state end as state, i.id as seal_row,
        ${nameOf('i.mentee_id')} as mentee, ${nameOf('i.colleague_id')} as colleague
      from introductions i join pairs p on p.id = i.pair_id
      where i.organization_id = ${org}
        -- Whoever was never asked does not learn of it.
        and (p.mentor_id = ${me} or (i.mentee_id = ${me} and i.reached <> 'nobody')
          or (i.colleague_id = ${me} and i.reached = 'colleague'))
      order by i.asked_at, i.id`,
    sealed: { table: 'introductions', columns: { words: 'sealed' } },
  },
  opportunities: {
    rows: (me, org) => Prisma.sql`
      select o.*, o.sealed as words, o.id as seal_row from opportunities o
      join ${pairsOf(me, org)} p on p.id = o.pair_id order by o.at, o.id`,
    sealed: { table: 'opportunities', columns: { words: 'sealed', outcome: 'outcome' } },
  },
  help: {
    rows: (me, org) => Prisma.sql`
      select h.*, h.sealed as words, h.id as seal_row from help_cases h
      where person_id = ${me} and organization_id = ${org} order by opened_at, id`,
    sealed: { table: 'help_cases', columns: { words: 'sealed', answer: 'answer' } },
  },
  preferences: {
    rows: (me, org) => Prisma.sql`
      select f.rank, ${nameOf('f.mentor_id')} as mentor, ${programOf('f.program_id')} as program from preferences f
      where mentee_id = ${me} and organization_id = ${org} order by program_id, rank`,
  },
  offers: {
    rows: (me, org) => Prisma.sql`
      select o.state, o.offered_at, o.id as seal_row, ${programOf('o.program_id')} as program,
        case when o.state = 'declined' and (o.asked = 'mentor') = (o.mentor_id = ${me}) then o.why end as why,
        (select name from people where id = case when o.mentor_id = ${me} then o.mentee_id else o.mentor_id end) as other
      from offers o where o.organization_id = ${org}
        -- A mentee learns of an offer once the mentor has said yes.
        and (o.mentor_id = ${me} or (o.mentee_id = ${me} and (o.asked = 'mentee' or o.state = 'accepted')))
      order by o.offered_at, o.id`,
    sealed: { table: 'offers', columns: { why: 'why' } },
  },
  unfinished: {
    rows: (me, org) => Prisma.sql`
      select u.kind, u.updated_at, u.sealed as words, u.id as seal_row from unfinished u
      where person_id = ${me} and organization_id = ${org} order by updated_at, id`,
    sealed: { table: 'unfinished', columns: { words: 'sealed' } },
  },
  noted: {
    rows: (me, org) => Prisma.sql`
      select a.at, a.action, case when a.actor = ${me} then 'you'
        else coalesce((select name from people where id = a.actor), a.actor) end as "by"
      from audit a where a.organization_id = ${org} and ${me} in (a.actor, a.subject) order by a.at, a.id`,
  },
}
