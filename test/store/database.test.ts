import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase } from '../support/database.ts'

const seal = createSeal([{ id: 'test', key: Buffer.alloc(32, 1) }])
let database: Database
let store: Store
beforeAll(async () => {
  database = await freshDatabase()
  store = openStore(database.url, seal)
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

function addOrganization(slug: string): Promise<unknown> {
  return store.transaction((tx) => tx.organization.create({ data: { id: slug, slug, name: slug } }))
}

function find(slug: string): Promise<unknown> {
  return store.transaction((tx) => tx.organization.findUnique({ where: { id: slug } }))
}

async function endAllConnections(): Promise<void> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

test('what a failing transaction wrote is not stored, nor is the job it queued', async () => {
  const failing = store.transaction(async (tx) => {
    await tx.organization.create({ data: { id: 'lost', slug: 'lost', name: 'Lost' } })
    await tx.$queryRaw`select graphile_worker.add_job('deliver', '{}'::json)`
    throw new Error('changed my mind')
  })

  await expect(failing).rejects.toThrow('changed my mind')
  const jobs = await store.transaction((tx) => tx.$queryRaw`select id from graphile_worker.jobs`)
  expect(jobs).toEqual([])
  expect(await find('lost')).toBeNull()
})

test('two transactions that wait for one another are both carried out, one after the other', async () => {
  await addOrganization('left')
  await addOrganization('right')
  const arrived = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const rename = async (mine: 0 | 1, [first, second]: readonly [string, string]) =>
    store.transaction(async (tx) => {
      await tx.organization.update({ where: { id: first }, data: { name: `first of ${mine}` } })
      arrived[mine].resolve()
      await arrived[mine === 0 ? 1 : 0].promise
      await tx.$queryRaw`select 1 from organizations where id = ${second} for update`
      await tx.organization.update({ where: { id: second }, data: { name: `second of ${mine}` } })
    })

  await Promise.all([rename(0, ['left', 'right']), rename(1, ['right', 'left'])])

  const names = [await find('left'), await find('right')].map((row) => Object(row).name)
  expect([
    ['first of 0', 'second of 0'],
    ['second of 1', 'first of 1'],
  ]).toContainEqual(names)
})

test('the store goes on when the database has ended all its connections', async () => {
  await addOrganization('before')
  await endAllConnections()

  // What is asked at the very moment may still be asked of a connection that has just ended.
  await expect
    .poll(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  await addOrganization('after')

  expect(await find('after')).toMatchObject({ slug: 'after' })
})

test('a ping to a database that is not there fails', async () => {
  const elsewhere = openStore('postgresql://rounds:none@127.0.0.1:1/rounds', seal)

  await expect(elsewhere.ping()).rejects.toThrow()
  await elsewhere.close()
})
