import { randomBytes } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { inject } from 'vitest'
import { openEmbedded } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'

/** A database of a test's own, migrated, with the queue's tables, and empty. */
export interface TestDatabase {
  url: string
  /** Drops it, with whatever connections are still open. */
  drop(): Promise<void>
}

const template = 'rounds_template'
const templateLock = 1

// Faster, and nothing is to outlive the run. Autovacuum would connect to the template while it is copied.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

let server: Promise<string> | undefined

/**
 * Gives a new database, cloned in some 20 ms (on a slow disk 300 ms) from a template that was migrated once for the whole run. Use one
 * a test file: `beforeAll(async () => { database = await freshDatabase() })`, `afterAll(() => database.drop())`.
 */
export function freshDatabase(): Promise<TestDatabase> {
  return createFrom(template)
}

/** Gives a new database without any table, for tests of migrating. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createFrom('template0')
}

async function createFrom(source: string): Promise<TestDatabase> {
  server ??= startServer()
  const home = await server
  const name = `test_${randomBytes(8).toString('hex')}`
  await execute(home, `create database ${name} template ${source} strategy file_copy`)
  return {
    url: at(home, name),
    drop: () => execute(home, `drop database if exists ${name} with (force)`),
  }
}

async function startServer(): Promise<string> {
  const { url } = await openEmbedded({ dataDir: inject('databaseFolder'), settings })
  await withClient(url, async (client) => {
    await client.query(`select pg_advisory_lock(${templateLock})`)
    const { rowCount } = await client.query(`select from pg_database where datname = '${template}'`)
    if (rowCount === 0) await createTemplate(client, url)
  })
  return url
}

// Renamed when it is complete, so that a template of this name is a whole one.
async function createTemplate(client: Client, home: string): Promise<void> {
  const draft = `${template}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft} template template0`)
  await migrate(at(home, draft))
  await runMigrations({ connectionString: at(home, draft) })
  await client.query(`alter database ${draft} rename to ${template}`)
}

function at(home: string, name: string): string {
  return home.replace(/[^/]+$/, name)
}

function execute(url: string, sql: string): Promise<void> {
  return withClient(url, async (client) => {
    await client.query(sql)
  })
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
