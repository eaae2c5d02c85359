import { setTimeout as later } from 'node:timers/promises'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import { migrateQueue, type Queue, startQueue } from '../../src/jobs/queue.ts'
import { announce, type Presence } from '../../src/store/presence.ts'
import { emptyDatabase, freshDatabase } from '../support/database.ts'

const log = pino({ level: 'silent' })
let database: Database
let presence: Presence
let client: Client
let queue: Queue | undefined

beforeAll(async () => {
  database = await freshDatabase()
  presence = await announce(database.url, 'test')
  client = new Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
})
afterEach(async () => {
  await queue?.stop()
  queue = undefined
  await client.query('truncate graphile_worker._private_jobs')
})
afterAll(async () => {
  await client.end()
  await presence.leave()
  await database.drop()
})

test('the jobs of one lane run one after the other, those of two lanes beside each other', async () => {
  const atWork = new Set<string>()
  const together: string[] = []
  await start(async (entry) => {
    atWork.add(entry)
    together.push([...atWork].sort().join('+'))
    await later(30)
    atWork.delete(entry)
  })

  await add('a1', 'a')
  await add('a2', 'a')
  await add('b1', 'b')

  await expect.poll(jobs, { timeout: 10_000 }).toBe(0)
  expect(together).not.toContain('a1+a2')
  expect(together.some((pair) => pair.includes('b1') && pair.includes('+'))).toBe(true)
})

test('a job that fails is kept for another attempt, without the words of the cause', async () => {
  await start(() => Promise.reject(new Error('what somebody wrote')))

  await add('a1', 'a')

  await expect.poll(lastError, { timeout: 10_000 }).toBe('The entry could not be looked at')
  expect(await jobs()).toBe(1)
})

test('a job of matching carries out what its organization waits for, beside the messages', async () => {
  const asked: string[] = []
  const delivered: string[] = []
  const release = Promise.withResolvers<void>()
  await start(
    (entry) => Promise.try(() => void delivered.push(entry)),
    async (organization) => {
      asked.push(organization)
      await release.promise
    },
  )

  await client.query(
    `select graphile_worker.add_job('match', '{"organization": "org"}', queue_name => 'match:org')`,
  )
  await expect.poll(() => asked, { timeout: 10_000 }).toEqual(['org'])
  await add('a1', 'a')

  await expect.poll(() => delivered, { timeout: 10_000 }).toEqual(['a1'])
  release.resolve()
  await expect.poll(jobs, { timeout: 10_000 }).toBe(0)
})

test('a worker that stops lets those at work finish and leaves the rest', async () => {
  const started = Promise.withResolvers<void>()
  const done: string[] = []
  await start(async (entry) => {
    started.resolve()
    await later(200)
    done.push(entry)
  })
  await add('a1', 'a')
  await add('a2', 'a')

  await started.promise
  await queue?.stop()
  queue = undefined

  expect(done).toEqual(['a1'])
  expect(await jobs()).toBe(1)
})

test('a database that goes away and comes back finds the worker at work', async () => {
  const done: string[] = []
  await start((entry) => Promise.try(() => void done.push(entry)))
  await add('a1', 'a')
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['a1'])

  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  await add('a2', 'a')

  await expect.poll(() => done, { timeout: 15_000 }).toEqual(['a1', 'a2'])
})

test('the tables of the queue are made once, also by processes that start at the same moment', async () => {
  const empty = await emptyDatabase()

  await Promise.all([
    migrateQueue(empty.url, log),
    migrateQueue(empty.url, log),
    migrateQueue(empty.url, log),
  ])

  const fresh = new Client({ connectionString: empty.url })
  await fresh.connect()
  const { rows } = await fresh.query('select count(*)::int as migrations from graphile_worker.migrations')
  expect(rows[0].migrations).toBeGreaterThan(15)
  await fresh.end()
  await empty.drop()
})

async function start(
  deliver: (entry: string) => Promise<void>,
  match: (organization: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  queue = await startQueue({ url: database.url, presence, deliver, match, log })
}

async function add(entry: string, lane: string): Promise<void> {
  await client.query(
    `select graphile_worker.add_job('deliver', json_build_object('entry', $1::text), queue_name => $2, job_key => $1)`,
    [entry, lane],
  )
}

async function jobs(): Promise<number> {
  const { rows } = await client.query('select count(*)::int as jobs from graphile_worker.jobs')
  return rows[0].jobs
}

async function lastError(): Promise<string | null> {
  const { rows } = await client.query('select last_error from graphile_worker.jobs')
  return rows[0].last_error
}
