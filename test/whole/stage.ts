import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as later } from 'node:timers/promises'
import { Client } from 'pg'
import { pino } from 'pino'
import { vi } from 'vitest'
import { beat } from '../../src/app/heartbeat.ts'
import { inOrganization } from '../../src/app/world.ts'
import type { Config } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { type SlackStandIn, startSlack } from '../../src/playground/slack/server.ts'
import type { SlackChannel, SlackUser } from '../../src/playground/slack/world.ts'
import { startTeamsStandIn, type TeamsStandIn } from '../../src/playground/teams/server.ts'
import type { PlayedPerson, PlayedTeam } from '../../src/playground/teams/tenant.ts'
import { type Running, serve } from '../../src/serve.ts'
import type { Scope } from '../../src/store/scope.ts'
import { type Arrival, watchArrivals } from '../support/arrivals.ts'
import { freshDatabase } from '../support/database.ts'

export interface Cast {
  readonly slackUsers: readonly SlackUser[]
  readonly slackChannels?: readonly SlackChannel[]
  readonly teamsPeople: readonly PlayedPerson[]
  readonly teams?: readonly PlayedTeam[]
}

interface StageOptions {
  readonly cast: Cast
  readonly slack?: 'http' | 'socket'
  /** How the server reaches the database, given where it really is. */
  readonly database?: (url: string) => Promise<string>
  readonly config?: Partial<Config>
  readonly roles?: Config['roles']
  /** How long people in Slack wait for something to be seen, in milliseconds. */
  readonly patience?: number
}

/** A whole server, with everything real but the far ends of the two platforms and the clock. */
export interface Stage {
  readonly slack: SlackStandIn
  readonly teams: TeamsStandIn
  readonly config: Config
  readonly running: Running
  /** Every line that was logged, down to debug. */
  readonly logged: string[]
  /** Of the database itself, whatever lies between it and the server. */
  readonly databaseUrl: string
  /** Sets the clock. */
  at(instant: string): void
  now(): Temporal.Instant
  within<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Stops the server and starts it again on the same database. */
  restart(): Promise<void>
  /** One heartbeat, and all that it leads to has been delivered. */
  beat(): Promise<void>
  /** Whatever can be sent by now has been. */
  settled(): Promise<void>
  /** What has reached people since the last time. */
  arrivals(): readonly Arrival[]
  close(): Promise<void>
}

/** Opens a server of its own on a database of its own. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const database = await freshDatabase()
  const far = await openFarEnds(options)
  const logged: string[] = []
  let now = Temporal.Instant.from('2027-01-04T09:30:00Z')
  const config: Config = { ...baseConfig, ...far.config, ...options.config }
  const url = (await options.database?.(database.url)) ?? database.url
  const start = async () => {
    const started = await serve(
      { ...config, database: { url }, roles: options.roles ?? config.roles },
      {
        log: capturingLog(logged),
        now: () => now,
        rules: { paces: { slack: noPace, teams: noPace }, settleMs: 1000 },
      },
    )
    if ((options.slack ?? 'http') === 'http') far.slack.deliverTo(`${started.address}/slack/events`)
    far.teams.connect(`${started.address}/api/messages`)
    return started
  }
  let running = await start()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const sql = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as Row[]
  const settled = () => untilSettled(sql)
  const arrivals = watchArrivals(far)

  return {
    ...far,
    config,
    get running() {
      return running
    },
    logged,
    databaseUrl: database.url,
    at: (instant) => {
      now = Temporal.Instant.from(instant)
    },
    now: () => now,
    within: (work) => inOrganization(running.world, running.organizationId, work),
    sql,
    beat: async () => {
      await beat(running.world)
      // The server's own beat may have held what this one has passed over: once it has let go, again.
      for (const table of ['enrollments', 'check_ins', 'nudges', 'offers']) {
        await sql(`select id from ${table} for update`)
      }
      await beat(running.world)
      await settled()
    },
    restart: async () => {
      await running.stop()
      running = await start()
    },
    settled,
    arrivals,
    close: async () => {
      await running.stop()
      await far.close()
      await client.end()
      await database.drop()
    },
  }
}

const noPace = { conversation: 0, lane: 0 }

export const key = { id: 'k1', key: randomBytes(32) }

const baseConfig: Config = {
  http: { port: 0, host: '127.0.0.1', publicUrl: undefined },
  database: { url: undefined },
  dataDir: '/nonexistent',
  keys: [key],
  slack: undefined,
  teams: undefined,
  metricsToken: undefined,
  logLevel: 'debug',
  roles: new Set(['web', 'worker']),
  production: false,
  notYetUsed: [],
}

/** The two platforms, and a configuration that takes them for real. */
export async function openFarEnds({
  cast,
  slack: way = 'http',
  patience = 4000,
}: Pick<StageOptions, 'cast' | 'slack' | 'patience'>) {
  const slack = await startSlack({
    users: cast.slackUsers,
    channels: cast.slackChannels ?? [],
    patience,
  })
  const app = { appId: randomUUID(), password: randomUUID(), tenantId: randomUUID() }
  const teams = await startTeamsStandIn({ ...app, people: cast.teamsPeople, teams: cast.teams ?? [] })
  const { apiUrl, botToken, appToken, signingSecret } = slack.credentials
  return {
    slack,
    teams,
    app,
    config: {
      slack:
        way === 'http'
          ? ({ mode: 'http', apiUrl, botToken, signingSecret } as const)
          : ({ mode: 'socket', apiUrl, botToken, appToken } as const),
      teams: {
        app,
        tenantId: app.tenantId,
        allowAnonymous: false,
        openIdMetadataUrl: teams.openIdMetadataUrl,
        loginUrl: teams.loginUrl,
        serviceUrl: teams.serviceUrl,
      },
    },
    close: async () => {
      await Promise.all([slack.close(), teams.stop()])
    },
  }
}

/** What the product logs, errors cut down as it cuts them down. */
function capturingLog(lines: string[]) {
  const real: unknown = Reflect.get(
    createLog({ level: 'silent', pretty: false }),
    pino.symbols.serializersSym,
  )
  return pino(
    { level: 'debug', base: null, serializers: Object(real) },
    { write: (line) => void lines.push(line) },
  )
}

async function untilSettled(sql: Stage['sql']): Promise<void> {
  const waiting = async () => {
    const rows = await sql<{ key: string }>(
      `select outbox.key from outbox left join graphile_worker.jobs as job on job.key = outbox.id
       where outbox.state in ('ready', 'sending') and coalesce(job.run_at, now()) < now() + interval '3 seconds'`,
    )
    return rows.map((row) => row.key)
  }
  await vi.waitUntil(async () => (await waiting()).length === 0, { timeout: 60_000, interval: 20 })
  // The stand-ins tell who did it a moment later than the database knows.
  await later(10)
}
