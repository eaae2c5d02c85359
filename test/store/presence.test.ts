import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { Prisma } from '../../src/store/generated/client.ts'
import { announce, isPresent } from '../../src/store/presence.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase } from '../support/database.ts'

let database: Database
let store: Store
beforeAll(async () => {
  database = await freshDatabase()
  store = openStore(database.url, createSeal([{ id: 'k1', key: Buffer.alloc(32, 7) }]))
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

test('a process is present until it leaves, under each of its names', async () => {
  const other = randomUUID()

  const presence = await announce(database.url, 'host:1')
  const { name } = presence
  await presence.hold(other)
  const during = [await seen(name), await seen(other), await seen(randomUUID())]
  await presence.letGo(other)
  const without = [await seen(name), await seen(other)]
  await presence.leave()

  expect(during).toEqual([true, true, false])
  expect(without).toEqual([true, false])
  await expect.poll(() => seen(name)).toBe(false)
})

test('a process whose connection broke knows it, and comes back under all its names', async () => {
  const other = randomUUID()
  const presence = await announce(database.url, 'host:1')
  const { name } = presence
  await presence.hold(other)

  await store.transaction(
    (tx) => tx.$queryRaw`
      select pg_terminate_backend(l.pid)::text as ended from pg_locks l
      where l.locktype = 'advisory' and l.pid <> pg_backend_pid()
        -- Other tests have databases on the same server.
        and l.database = (select oid from pg_database where datname = current_database())`,
  )

  await expect.poll(() => presence.present()).toBe(false)
  await expect.poll(() => presence.present(), { timeout: 5_000 }).toBe(true)
  expect([await seen(name), await seen(other)]).toEqual([true, true])
  await presence.leave()
})

test('two processes of the same label are two', async () => {
  const [first, second] = [await announce(database.url, 'host:1'), await announce(database.url, 'host:1')]

  await first.leave()

  await expect.poll(() => seen(first.name)).toBe(false)
  expect(await seen(second.name)).toBe(true)
  await second.leave()
})

async function seen(name: string): Promise<boolean> {
  const [row] = await store.transaction(
    (tx) => tx.$queryRaw<{ present: boolean }[]>`select ${isPresent(Prisma.sql`${name}`)} as present`,
  )
  return row?.present ?? false
}
