import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { migrateQueue } from '../jobs/queue.ts'
import { migrate } from '../store/migrate.ts'
import type { Database } from './hospital.ts'

/** Throw-away databases on one server. */
export interface Databases {
  /** Migrated and empty: cloned in some 20 ms (on a slow disk 300 ms) from a template that is made once a server. */
  fresh(): Promise<Database>
  /** Without any table. */
  empty(): Promise<Database>
}

/** Faster, for servers of which nothing is to outlive the run. Autovacuum would connect to the template while it is copied. */
export const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

const template = 'rounds_template'
const templateLock = 1

/** `home`: the address of a database on the server. Makes the template, unless another process has. */
export async function openDatabases(home: string): Promise<Databases> {
  await withClient(home, async (client) => {
    await client.query(`select pg_advisory_lock(${templateLock})`)
    const { rowCount } = await client.query(`select from pg_database where datname = '${template}'`)
    if (rowCount === 0) await createTemplate(client, home)
  })
  return { fresh: () => createFrom(home, template), empty: () => createFrom(home, 'template0') }
}

async function createFrom(home: string, source: string): Promise<Database> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await execute(home, `create database ${name} template ${source} strategy file_copy`)
  return {
    url: at(home, name),
    drop: () => execute(home, `drop database if exists ${name} with (force)`),
  }
}

// Renamed when it is complete, so that a template of this name is a whole one.
async function createTemplate(client: Client, home: string): Promise<void> {
  const draft = `${template}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft} template template0`)
  await migrate(at(home, draft))
  await migrateQueue(at(home, draft), pino({ level: 'silent' }))
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
