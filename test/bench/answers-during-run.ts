import { setTimeout as wait } from 'node:timers/promises'
import { askForRun } from '../../src/app/match/ask-run.ts'
import { inOrganization, type World } from '../../src/app/world.ts'
import type { Member } from '../../src/core/match/member.ts'
import type { RosterCells } from '../../src/core/people/roster-change.ts'
import { runOf } from '../../src/store/match-runs.ts'
import { newPersonId, savePeople } from '../../src/store/roster.ts'
import { reads } from './commands.ts'
import { against, type Figure } from './figures.ts'
import { addPrograms, withClient } from './hospital.ts'
import type { Crowd } from './load.ts'
import { anybody, poolOf } from './staff.ts'
import { openWorld, organizationOf, type Stage } from './stage.ts'
import { percentile } from './statistics.ts'

const size = { mentees: 10_000, mentors: 5_000, capacity: 3, ...anybody }
/** One more than there are already. */
const programs = 4
const perSecond = 20
const warmUpSeconds = 3
const seconds = 30
const mostTimes = 2
const pollMs = 100
const patienceMs = 120_000

interface Place {
  readonly databaseUrl: string
  readonly dataDir: string
  readonly workspace: string
}

/** How long people wait for words while the same process searches for pairs, again and again, beside when it does not. */
export async function measureDuringRun(
  { stage, crowd }: { readonly stage: Stage; readonly crowd: Crowd },
  place: Place,
): Promise<Figure[]> {
  const world = await openWorld(place.databaseUrl, { ...place, now: () => Temporal.Now.instant() })
  try {
    const program = await addStaff(world, place)
    const address = stage.rounds.commands
    const load = { address, perSecond, seconds, arrivals: 'random', answered: true } as const
    await crowd.send(reads(stage.pairs), { ...load, seconds: warmUpSeconds })
    const p99 = async () => {
      const timings = await crowd.send(reads(stage.pairs), load)
      return percentile(
        timings.map(({ answerMs }) => answerMs),
        99,
      )
    }
    const idle = await p99()
    const runs = keepRunning(world, program)
    const value = await p99().finally(runs.stop)
    await runs.ended
    const what = `command to answer, reads, p99, ${perSecond} a second, while 10,000 × 5,000 are matched`
    return [against({ name: 'at rest', value: idle, times: mostTimes }, { what, value, unit: 'ms' })]
  } finally {
    await world.store.close()
  }
}

interface Matching {
  readonly organizationId: string
  readonly programId: string
  readonly askedBy: string
}

/** A program of people who wait for pairs, and of whom no heartbeat has anything to do. */
async function addStaff(world: World, { databaseUrl, workspace }: Place): Promise<Matching> {
  const organizationId = await organizationOf(world, workspace)
  const pool = poolOf(size)
  const staff = [
    ...pool.mentees.map((member) => ({ role: 'mentee', member, capacity: undefined })),
    ...pool.mentors.map((member) => ({ role: 'mentor', member, capacity: size.capacity })),
  ].map((one) => ({ ...one, id: newPersonId() }))
  const programId = (await addPrograms(world, organizationId, programs)).at(-1) ?? ''
  await inOrganization(world, organizationId, (scope) =>
    savePeople(
      scope,
      staff.map(({ id, member, capacity }) => ({
        id,
        email: member.email,
        cells: { ...cellsOf(member), ...(capacity && { capacity }) },
      })),
    ),
  )
  await withClient(databaseUrl, async (client) => {
    const ids = staff.map(({ id }) => id)
    await client.query('update people set has_account = true where id = any($1)', [ids])
    await client.query(
      `insert into enrollments (id, organization_id, program_id, person_id, role, state, noticed_at, joined_at, look_at)
       select gen_random_uuid(), $1, $2, id, role, 'active', now(), now(), now() + interval '30 days'
       from unnest($3::text[], $4::text[]) as one (id, role)`,
      [organizationId, programId, ids, staff.map(({ role }) => role)],
    )
    await client.query('vacuum analyze people, enrollments')
  })
  return { organizationId, programId, askedBy: staff[0]?.id ?? '' }
}

function cellsOf(member: Member): RosterCells {
  const { name, profession, grade, specialty, sites, registeredOn, skillsOffered, skillsSought } = member
  const { aims, languages, contactStyle, hours, zone, managerEmail } = member
  const known = {
    name,
    profession,
    grade,
    specialty,
    sites,
    registered_on: registeredOn?.toString(),
    skills_offered: skillsOffered,
    skills_sought: skillsSought,
    aims,
    languages,
    contact_style: contactStyle,
    manager_email: managerEmail,
    time_zone: zone,
    contact_days: hours.days,
    contact_from: hours.from,
    contact_to: hours.to,
    leave: [],
  }
  return Object.fromEntries(
    Object.entries(known).flatMap(([column, cell]) => (cell === undefined ? [] : [[column, cell]])),
  )
}

/** One run after the other, so that there is always one on its way; `ended` rejects where one comes to nothing. */
function keepRunning(world: World, program: Matching): { stop(): void; readonly ended: Promise<void> } {
  const { organizationId, programId, askedBy } = program
  const inTurn = async () => {
    do {
      const asked = await inOrganization(world, organizationId, (scope) =>
        askForRun(scope, { programId, askedBy }),
      )
      if ('problem' in asked) throw new Error(asked.problem)
      await isDone(world, program)
    } while (!stopped)
  }
  let stopped = false
  const ended = inTurn()
  ended.catch(() => undefined)
  return {
    ended,
    stop: () => {
      stopped = true
    },
  }
}

async function isDone(world: World, { organizationId, programId }: Matching): Promise<void> {
  const began = performance.now()
  for (;;) {
    const run = await inOrganization(world, organizationId, (scope) => runOf(scope, programId))
    if (run?.state === 'done') return
    const isLate = performance.now() - began > patienceMs
    if (isLate || run?.state === 'failed') throw new Error(`A run is ${run?.state}.`)
    await wait(pollMs)
  }
}
