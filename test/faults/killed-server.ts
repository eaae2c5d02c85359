import { Client } from 'pg'
import { pino } from 'pino'
import { vi } from 'vitest'
import { inOrganization, type World } from '../../src/app/world.ts'
import { createDirectMatcher } from '../../src/catalogue/direct-matcher.ts'
import { openStore } from '../../src/store/database.ts'
import { ensureOrganization } from '../../src/store/organizations.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase } from '../support/database.ts'
import { type Actor, onSlack, onTeams } from '../whole/actors.ts'
import { cast, slackChannel, teamsPeople } from '../whole/cast.ts'
import { bringIn, pairUp } from '../whole/staff.ts'
import { key, openFarEnds, type Stage } from '../whole/stage.ts'
import { type DatabaseProxy, openDatabaseProxy } from './database-proxy.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** A server in a process of its own, to be killed and started again on what the dead one left. */
export interface Killable extends Pick<Stage, 'slack' | 'teams' | 'sql' | 'within'> {
  readonly way: DatabaseProxy
  readonly ola: Actor
  readonly leo: Actor
  readonly organizationId: string
  start(): Promise<ServerProcess>
  /** Nobody else can change this person until it is called: their deeds wait in their transactions. */
  hold(person: Actor): Promise<() => Promise<void>>
  /** Resolves when a deed waits for what `hold` holds. */
  deedWaits(): Promise<unknown>
  close(): Promise<void>
}

/** A pair across the platforms, both active. */
export async function openKillable(): Promise<Killable> {
  const database = await freshDatabase()
  const way = await openDatabaseProxy(database.url)
  const far = await openFarEnds({ cast })
  const store = openStore(database.url, createSeal([key]))
  const world: World = {
    store,
    now: () => Temporal.Now.instant(),
    directories: {},
    matcher: createDirectMatcher(),
    log: pino({ level: 'silent' }),
  }
  const organizationId = await store.transaction((tx) =>
    ensureOrganization(tx, {
      slug: 'default',
      workspaces: [
        { platform: 'slack', id: far.slack.world.team },
        { platform: 'teams', id: far.app.tenantId },
      ],
    }),
  )
  const within: Stage['within'] = (work) => inOrganization(world, organizationId, work)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const sql: Stage['sql'] = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as Row[]
  const [ola, leo] = [onSlack(far, 'U0OLA001'), onTeams(far, teamsPeople[2]?.id ?? '')]
  const coordinator = onSlack(far, 'U0AMIRA001')
  const digest = { platform: 'slack', channel: slackChannel } as const
  const startsOn = Temporal.Now.plainDateISO().subtract({ days: 7 }).toString()
  await bringIn({ within }, { slug: 'career', coordinator, mentor: ola, mentee: leo, digest, startsOn })
  await sql(`update enrollments set state = 'active', noticed_at = now()`)
  await pairUp({ within }, { slug: 'career', mentor: ola, mentee: leo })
  // What pairing has to say is not what this is about.
  await sql('truncate outbox, graphile_worker._private_jobs cascade')

  return {
    ...far,
    sql,
    within,
    way,
    ola,
    leo,
    organizationId,
    start: async () => {
      const server = await startServer({
        DATABASE_URL: way.url,
        ROUNDS_KEYS: `${key.id}:${key.key.toString('base64')}`,
        SLACK_BOT_TOKEN: far.config.slack.botToken,
        SLACK_SIGNING_SECRET: far.slack.credentials.signingSecret,
        SLACK_API_URL: far.config.slack.apiUrl,
        TEAMS_APP_ID: far.app.appId,
        TEAMS_APP_PASSWORD: far.app.password,
        TEAMS_TENANT_ID: far.app.tenantId,
        TEAMS_OPENID_METADATA_URL: far.teams.openIdMetadataUrl,
        TEAMS_LOGIN_URL: far.teams.loginUrl,
      })
      far.slack.deliverTo(`${server.address}/slack/events`)
      far.teams.connect(`${server.address}/api/messages`)
      return server
    },
    hold: async (person) => {
      const holder = new Client({ connectionString: database.url })
      await holder.connect()
      await holder.query('begin')
      await holder.query('select 1 from people where email = $1 for update', [person.email])
      return () => holder.end()
    },
    deedWaits: () =>
      vi.waitUntil(
        async () =>
          (
            await sql(
              `select 1 from pg_stat_activity
               where datname = current_database() and wait_event_type = 'Lock' and query like '%for update%'`,
            )
          ).length > 0,
        { timeout: 10_000, interval: 20 },
      ),
    close: async () => {
      await far.close()
      await store.close()
      await client.end()
      await way.close()
      await database.drop()
    },
  }
}
