import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import { type Claim, createClaim } from '../../src/jobs/claim.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { pruneSlots } from '../../src/store/slots.ts'
import { freshDatabase } from '../support/database.ts'

let database: Database
let stores: readonly [Store, Store]
let claim: Claim
let elsewhere: Claim
let noon = Temporal.Instant.from('2027-03-02T12:00:00Z')

beforeAll(async () => {
  database = await freshDatabase()
  const seal = createSeal([{ id: 'k1', key: Buffer.alloc(32, 7) }])
  stores = [openStore(database.url, seal), openStore(database.url, seal)]
  claim = createClaim(stores[0])
  elsewhere = createClaim(stores[1])
})
afterAll(async () => {
  for (const store of stores) await store.close()
  await database.drop()
})

const heartbeat = { task: 'heartbeat', everyMinutes: 1, afterMinutes: 0 } as const

test('two processes: of many that want a slot at once, one gets it', async () => {
  const now = nextDay()

  const got = await Promise.all(
    Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? claim : elsewhere)(heartbeat, now)),
  )

  expect(got.filter(Boolean)).toHaveLength(1)
})

test('two clocks that differ by seconds: the slot still runs once', async () => {
  const now = nextDay()

  const got = [
    await claim(heartbeat, now.add({ seconds: 1 })),
    await elsewhere(heartbeat, now.add({ seconds: 40 })),
  ]

  expect(got).toEqual([true, false])
})

test('clock set back: what ran does not run again, and what comes after it does', async () => {
  const now = nextDay()
  await claim(heartbeat, now)
  await claim(heartbeat, now.add({ minutes: 1 }))

  const got = [
    await claim(heartbeat, now),
    await claim(heartbeat, now.add({ minutes: 1 })),
    await claim(heartbeat, now.add({ minutes: 2 })),
  ]

  expect(got).toEqual([false, false, true])
})

test('clock set forward by mistake and back again: the present is not taken for the past', async () => {
  const now = nextDay()
  await claim(heartbeat, now.add({ hours: 24 * 365 }))

  expect(await claim(heartbeat, now)).toBe(true)
})

test('missed slot: a task that slept through its slots runs once', async () => {
  const now = nextDay()
  await claim(heartbeat, now)

  const got = [
    await claim(heartbeat, now.add({ minutes: 45 })),
    await claim(heartbeat, now.add({ minutes: 45, seconds: 30 })),
  ]

  expect(got).toEqual([true, false])
})

test('slots of long ago are forgotten, those of late are not', async () => {
  const now = nextDay()
  await claim(heartbeat, now.subtract({ hours: 10 }))
  await claim(heartbeat, now)

  await stores[0].transaction((tx) => pruneSlots(tx, now.subtract({ hours: 1 })))

  expect(await claim(heartbeat, now.subtract({ hours: 10 }))).toBe(true)
  expect(await claim(heartbeat, now)).toBe(false)
})

/** A day of its own for each test. */
function nextDay(): Temporal.Instant {
  noon = noon.add({ hours: 24 * 1000 })
  return noon
}
