import { Client } from 'pg'
import { inOrganization, type World } from '../../src/app/world.ts'
import { parseProgram } from '../../src/core/program/parse-program.ts'
import { createGoal } from '../../src/store/goals.ts'
import { pairsById } from '../../src/store/pairs.ts'
import { saveProgram } from '../../src/store/programs.ts'

/** How much there is of everything. */
export interface Size {
  readonly organizationId: string
  readonly workspace: string
  readonly programs: readonly string[]
  readonly pairs: number
  /** Check-ins that wait, a side. */
  readonly waiting: number
  /** The first of them; the others follow, two weeks apart. */
  readonly firstDay: string
}

/** Runs statements on a connection of their own. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Programs whose check-ins go out at nine o'clock every second Tuesday; gives their ids. */
export async function addPrograms(
  world: World,
  organizationId: string,
  count: number,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const parsed = parseProgram({
      slug: `program-${number}`,
      name: `Career mentoring ${number}`,
      type: 'career',
      starts_on: '2026-01-05',
      cadence: { every: '2 weeks', weekday: 'tuesday', at: '09:00' },
    })
    if (!('program' in parsed)) throw new Error('the program of the benchmark is not one')
    const { program } = parsed
    ids.push(
      await inOrganization(world, organizationId, (scope) =>
        saveProgram(scope, { program, nextDigestAt: undefined }),
      ),
    )
  }
  return ids
}

/** The Slack user on one side of the n-th pair. */
export function userOf(side: 'mentor' | 'mentee', pair: number): string {
  return `U${side.toUpperCase()}${pair}`
}

/** Pairs of active people who have had the notice, each pair in one of the programs, with check-ins that wait. */
export async function seedHospital(client: Client, size: Size): Promise<void> {
  const { organizationId, workspace, programs, pairs, waiting, firstDay } = size
  await client.query('set synchronous_commit = off')
  for (const side of ['mentor', 'mentee']) {
    await client.query(
      `insert into people (id, organization_id, email, name, time_zone, contact_days, contact_from, contact_to, leave, edited, has_account)
       select ${idOf('$2', 'n')}, $1, $2 || n || '@hospital.example', initcap($2) || ' ' || n, 'Europe/London',
         '{1,2,3,4,5}', '09:00', '19:00', '{}', '{}', true
       from generate_series(1, $3::int) n`,
      [organizationId, side, pairs],
    )
    await client.query(
      `insert into accounts (id, organization_id, person_id, platform, workspace, "user", last_seen_at)
       select ${idOf("'account of ' || $2", 'n')}, $1, ${idOf('$2', 'n')}, 'slack', $4, 'U' || upper($2) || n, now()
       from generate_series(1, $3::int) n`,
      [organizationId, side, pairs, workspace],
    )
    await client.query(
      `insert into enrollments (id, organization_id, program_id, person_id, role, state, noticed_at, joined_at)
       select ${idOf("'enrollment of ' || $2", 'n')}, $1, ${programOf('$4')}, ${idOf('$2', 'n')}, $2, 'active', now(), now()
       from generate_series(1, $3::int) n`,
      [organizationId, side, pairs, programs],
    )
  }
  await client.query(
    `insert into pairs (id, organization_id, program_id, mentor_id, mentee_id, state, started_on)
     select ${idOf("'pair'", 'n')}, $1, ${programOf('$3')}, ${idOf("'mentor'", 'n')}, ${idOf("'mentee'", 'n')}, 'active', '2026-01-05'
     from generate_series(1, $2::int) n`,
    [organizationId, pairs, programs],
  )
  await client.query(
    `${insertCheckIns}
     select gen_random_uuid(), $1, ${programOf('$3')}, ${idOf("'pair'", 'n')}, ${idOf('side', 'n')}, side,
       $4::date + 14 * k, 'waiting', $4::date + 14 * k + interval '9 hours' + n % 600 * interval '1 minute'
     from generate_series(0, $5::int - 1) k, generate_series(1, $2::int) n, unnest('{mentor,mentee}'::text[]) side`,
    [organizationId, pairs, programs, firstDay, waiting],
  )
  await client.query('vacuum analyze')
}

/** Check-ins that are due at this instant: one for either side of so many pairs, all over the hospital. */
export async function addDueCheckIns(
  client: Client,
  { organizationId, programs, pairs }: Size,
  due: { readonly pairs: number; readonly at: string },
): Promise<void> {
  await client.query(
    `${insertCheckIns}
     select gen_random_uuid(), $1, ${programOf('$3')}, ${idOf("'pair'", 'n')}, ${idOf('side', 'n')}, side,
       $4::date, 'waiting', $4::timestamptz
     from (select i * ($2::int / $5::int) as n from generate_series(1, $5::int) i) of_all,
       unnest('{mentor,mentee}'::text[]) side`,
    [organizationId, pairs, programs, due.at, due.pairs],
  )
}

/** A goal of fifty ward rounds for the mentee of every pair. */
export async function addGoals(world: World, organizationId: string, client: Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from pairs')
  const pairs = await inOrganization(world, organizationId, (scope) =>
    pairsById(
      scope,
      rows.map(({ id }) => id),
    ),
  )
  const startsOn = Temporal.Now.plainDateISO('UTC')
  for (const { id: pairId, menteeId: ownerId } of pairs) {
    await inOrganization(world, organizationId, (scope) =>
      createGoal(scope, {
        pairId,
        ownerId,
        title: 'Lead ward rounds by myself',
        measure: 'percent',
        baseline: 0,
        target: 100,
        startsOn,
        dueOn: startsOn.add({ months: 3 }),
        milestones: [],
      }),
    )
  }
}

const insertCheckIns =
  'insert into check_ins (id, organization_id, program_id, pair_id, person_id, side, due_on, state, next_at)'

/** Ids that can be worked out again, as scattered as random ones. */
function idOf(what: string, number: string): string {
  return `md5(${what} || ' ' || ${number})::uuid::text`
}

function programOf(programs: string): string {
  return `(${programs}::text[])[1 + n % cardinality(${programs}::text[])]`
}
