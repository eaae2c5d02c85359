import { beat } from '../app/heartbeat.ts'
import { addPair } from '../app/pair/add-pair.ts'
import { applyProgram } from '../app/program/apply-program.ts'
import { importPeople } from '../app/program/import-people.ts'
import { inOrganization } from '../app/world.ts'
import type { Config } from '../config.ts'
import type { Running, serve as serveRounds } from '../serve.ts'
import { openDatabase } from '../store/embedded.ts'
import { nextDueAt } from '../store/next-due.ts'
import { emptyDatabaseBeside } from '../store/scratch.ts'
import { type StoryClock, storyClock } from './clock.ts'
import { readDemoFiles } from './demo-files.ts'
import { openStage, type Stage } from './hospital/stage.ts'
import { join, type Part, play } from './story.ts'
import { type StoryPost, storyPost } from './story-post.ts'
import { createTeller, type Teller } from './teller.ts'
import { type Arrival, watch } from './watch.ts'

const invited = Temporal.Instant.from('2026-12-28T08:00:00Z')
const paired = Temporal.Instant.from('2027-01-04T08:00:00Z')
const begin = Temporal.Instant.from('2027-01-18T00:00:00Z')
const end = Temporal.Instant.from('2027-02-01T12:00:00Z')
const actor = 'demonstration'

const parts: readonly Part[] = [
  { name: 'Grace Mensah', way: 'form' },
  { name: 'Priya Raman', way: 'chat' },
  { name: 'Fatima Zahra El Amrani', way: 'later' },
  { name: 'Joseph Mathew', way: 'form' },
  { name: 'Jasmine Whitaker', way: 'form' },
  { name: 'Patricia Oyelaran', way: 'form' },
]

/** Rounds without a platform: the demonstration hospital lives through a fortnight before the newcomer's eyes. */
export async function demonstrate(
  config: Config,
  serve: typeof serveRounds,
): Promise<{ stop(): Promise<void> }> {
  const files = await readDemoFiles()
  const stage = await openStage(files)
  const database = await openDatabase({ dataDir: config.dataDir })
  const url = await emptyDatabaseBeside(database.url, 'demonstration')
  const clock = storyClock(invited)
  const running = await serve(
    {
      ...config,
      ...stage.config,
      roles: new Set(['web']),
      database: { url },
      logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
    },
    { now: clock.now, rules: { paces: { slack: noPace, teams: noPace } } },
  )
  stage.slack.deliverTo(`${running.address}/slack/events`)
  stage.teams.connect(`${running.address}/api/messages`)
  const teller = createTeller(clock.now)
  await invite(running, files, teller)
  const post = storyPost(running, clock)
  await live({
    running,
    stage,
    clock,
    teller,
    files,
    post,
    arrivals: watch(stage),
    joining: namesInPairs(files),
    played: new Set(),
  })
  clock.run()
  await running.work()
  teller.end(running.address)
  return {
    stop: async () => {
      await running.stop()
      await stage.close()
      await database.stop()
    },
  }
}

const noPace = { conversation: 0, lane: 0 }

type Files = Awaited<ReturnType<typeof readDemoFiles>>

/** What a coordinator does in the week before: programs and people. */
async function invite(
  { world, organizationId }: Running,
  { programs, rows }: Files,
  teller: Teller,
): Promise<void> {
  await inOrganization(world, organizationId, async (scope) => {
    for (const program of programs) {
      const { programId } = await applyProgram(scope, program, { actor })
      teller.note(`program ${program.slug} applied`)
      if (program.join === 'open') continue
      const report = await importPeople(scope, { programId, rows, overwrite: false, actor })
      teller.note(`${report.created + report.updated} people imported into ${program.slug}`)
    }
  })
}

/** And on the first day: pairs, by hand. */
async function pair(
  { world, organizationId }: Running,
  { programs, pairs }: Files,
  teller: Teller,
): Promise<void> {
  const program = programs[0]?.slug ?? ''
  let made = 0
  for (const two of pairs) {
    const added = await inOrganization(world, organizationId, (scope) =>
      addPair(scope, { program, ...two, actor }),
    )
    if (added.ok) made += 1
    else teller.note(`not paired: ${added.problems.join('; ')}`)
  }
  teller.note(`${made} pairs made by hand`)
}

interface Story {
  readonly running: Running
  readonly stage: Stage
  readonly clock: StoryClock
  readonly teller: Teller
  readonly files: Files
  readonly arrivals: () => Arrival[]
  readonly post: StoryPost
  /** Names of the people who join when they are invited: those who are to be paired. */
  readonly joining: ReadonlySet<string>
  readonly played: Set<string>
}

/** From one due instant to the next, until the fortnight is over. */
async function live(story: Story): Promise<void> {
  const { running, post } = story
  for (let at = invited; isBefore(at, end); ) {
    if (at.equals(paired)) {
      story.clock.set(at)
      await pair(running, story.files, story.teller)
    }
    await pass(story, at)
    const due = await inOrganization(running.world, running.organizationId, nextDueAt)
    at = earliest([due, post.next(), isBefore(at, paired) ? paired : undefined]) ?? end
  }
}

async function pass(
  { running, stage, clock, teller, arrivals, post, joining, played }: Story,
  at: Temporal.Instant,
): Promise<void> {
  clock.set(at)
  await beat(running.world)
  await post.deliver()
  const arrived = arrivals()
  if (isBefore(at, begin)) {
    teller.count(arrived)
    return join(stage, arrived, joining)
  }
  arrived.forEach(teller.arrival)
  for (const part of partsFor(arrived, played)) {
    await play(stage, part, teller.deed)
    await post.deliver()
    for (const arrival of arrivals()) if (isForOthers(arrival, part)) teller.arrival(arrival)
  }
}

function namesInPairs({ rows, pairs }: Files): Set<string> {
  const addresses = new Set(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))
  return new Set(rows.filter(({ email }) => addresses.has(email)).map(({ name }) => name))
}

/** Whom a check-in has reached for the first time. */
function partsFor(arrived: readonly Arrival[], played: Set<string>): Part[] {
  return parts.filter(({ name }) => {
    const asked = arrived.some(({ who, buttons }) => who === name && buttons.includes('Answer here'))
    if (!asked || played.has(name)) return false
    played.add(name)
    return true
  })
}

function isForOthers({ changed, who }: Arrival, { name }: Part): boolean {
  return !changed && who !== name
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

function earliest(instants: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  return instants.filter((instant) => instant !== undefined).sort(Temporal.Instant.compare)[0]
}
