import { randomUUID } from 'node:crypto'
import { inOrganization } from '../../app/world.ts'
import type { Config } from '../../config.ts'
import type { Routes } from '../../http/server.ts'
import type { Running, serve as Serve } from '../../serve.ts'
import { moveAddresses } from '../../store/addresses.ts'
import { databaseBeside, emptyDatabaseBeside } from '../../store/scratch.ts'
import { type StoryClock, storyClock } from '../clock.ts'
import { type DemoFiles, readDemoFiles } from '../demo-files.ts'
import { forThisMachine } from '../door/guard.ts'
import type { HospitalKept } from './kept.ts'
import { createLife, type Life } from './life.ts'
import { type LiveHospital, liveOn } from './live.ts'
import { lives } from './lives.ts'
import { arrival, invited, joinedLater, livePast } from './past.ts'
import { makeUpForThePause } from './post.ts'
import { openStage, type Stage } from './stage.ts'

/** Where the hospital is. */
export interface Place {
  readonly config: Config
  readonly serve: typeof Serve
  /** Served besides what the bot serves. */
  readonly routes: Routes
  /** Of the embedded server. */
  readonly databaseUrl: string
}

/** How a life begins: as the demonstration does, without anybody, or where another process left it. */
export type Beginning = 'demonstration' | 'nothing' | HospitalKept

const databaseName = 'demonstration'
const noPace = { conversation: 0, lane: 0 }

/** Whether what was kept can be gone on with: its database is there. */
export async function isThere(databaseUrl: string): Promise<boolean> {
  return (await databaseBeside(databaseUrl, databaseName)) !== undefined
}

/** Begins a life of the hospital, or goes on with one. What is in the way is an `Error` that says what to do. */
export async function openHospital(place: Place, beginning: Beginning): Promise<LiveHospital> {
  const kept = typeof beginning === 'string' ? undefined : beginning
  const files = beginning === 'demonstration' ? await readDemoFiles() : undefined
  const clock = storyClock(startOf(beginning))
  const stage = await openStage({
    now: clock.now,
    ...(files && { files }),
    ...(kept && { kept: kept.stage }),
  })
  try {
    const url = kept ? await databaseBeside(place.databaseUrl, databaseName) : undefined
    const running = await openServer(place, {
      stage,
      clock,
      url: url ?? (await emptyDatabaseBeside(place.databaseUrl, databaseName)),
    })
    const life = createLife({
      run: kept?.run ?? randomUUID(),
      stage,
      running,
      clock,
      joining: files ? joinersOf(files) : new Map(),
      ...(kept && { kept }),
    })
    return await bringToLife(life, { files, kept })
  } catch (cause) {
    await stage.close()
    throw cause
  }
}

async function bringToLife(
  life: Life,
  { files, kept }: { files: DemoFiles | undefined; kept: HospitalKept | undefined },
): Promise<LiveHospital> {
  try {
    if (kept) {
      await followTeams(life, kept.stage.teams.port)
      await makeUpForThePause(life.running, kept.post)
    }
    if (files) await livePast(life.running, life.flow, files)
    const hospital = await liveOn(life, kept)
    await life.running.work()
    return hospital
  } catch (cause) {
    await life.running.stop()
    throw cause
  }
}

/** The bot has kept where conversations are; another program may have taken the port of Teams meanwhile. */
async function followTeams({ running, stage }: Life, before: number): Promise<void> {
  const { port } = stage.teams
  if (port === before) return
  const at = (one: number) => `http://127.0.0.1:${one}/`
  await inOrganization(running.world, running.organizationId, (scope) =>
    moveAddresses(scope, { platform: 'teams', from: at(before), to: at(port) }),
  )
}

function startOf(beginning: Beginning): Temporal.Instant {
  if (beginning === 'demonstration') return invited
  return beginning === 'nothing' ? arrival : Temporal.Instant.from(beginning.now)
}

async function openServer(
  { config, serve, routes }: Place,
  { stage, clock, url }: { readonly stage: Stage; readonly clock: StoryClock; readonly url: string },
): Promise<Running> {
  const running = await serve(
    {
      ...config,
      ...stage.config,
      roles: new Set(['web']),
      database: { url },
      logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
    },
    { now: clock.now, routes, guard: forThisMachine, rules: { paces: { slack: noPace, teams: noPace } } },
  )
  stage.slack.deliverTo(`${running.address}/slack/events`)
  stage.teams.connect(`${running.address}/api/messages`)
  return running
}

/** When who joins: those who are paired from the start, and later those who wait for a coordinator to match them. */
function joinersOf({ rows, pairs }: DemoFiles): Map<string, Temporal.Instant> {
  const addresses = new Set(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))
  const paired = rows.filter(({ email }) => addresses.has(email))
  return new Map([
    ...lives.map(({ name }) => [name, joinedLater] as const),
    ...paired.map(({ name }) => [name, invited] as const),
  ])
}
