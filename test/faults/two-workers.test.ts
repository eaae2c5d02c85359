import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Platform } from '../../src/core/people/account.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { type NewEntry, queue } from '../../src/store/outbox.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { type FarEnd, openFarEnd } from './far-end.ts'

const key = Buffer.alloc(32, 7)
const workers = new Set<ChildProcess>()
let database: TestDatabase
let store: Store
let farEnd: FarEnd

beforeAll(async () => {
  database = await freshDatabase()
  store = openStore(database.url, createSeal([{ id: 'k1', key }]))
})
beforeEach(async () => {
  farEnd = await openFarEnd({ beforeMs: 3, afterMs: 8 })
})
afterEach(async () => {
  await Promise.all([...workers].map((worker) => kill(worker, 'SIGKILL')))
  await farEnd.close()
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

test('two processes on one database send each of 500 due messages once', async () => {
  await Promise.all([startWorker(), startWorker()])

  await queueBatch({ name: 'five-hundred', count: 500, platform: 'slack', repeat: 'never' })

  await expect.poll(() => unsettled('five-hundred'), { timeout: 40_000, interval: 200 }).toBe(0)
  expect(farEnd.taken.size).toBe(500)
  expect(farEnd.copies()).toBe(500)
}, 120_000)

test('of two processes one is killed in the middle, twenty times over: nothing lost, nothing doubled where the platform can be asked', async () => {
  await killTwentyTimes([{ name: 'slack', count: 24, platform: 'slack', repeat: 'never' }])

  expect(farEnd.taken.size).toBe(480)
  expect(farEnd.copies()).toBe(480)
  expect(await ends('slack')).toEqual(new Set(['sent']))
}, 120_000)

test('killed in the middle on Teams: a nudge is never repeated, a digest once at most, and it says so', async () => {
  await killTwentyTimes([
    { name: 'nudge', count: 12, platform: 'teams', repeat: 'never' },
    { name: 'digest', count: 12, platform: 'teams', repeat: 'once' },
  ])

  const nudges = await copiesOf('nudge')
  const digests = await copiesOf('digest')
  // Killed at the wrong moment: nobody knows whether it arrived, and the next nudge covers it.
  expect(outside(nudges, ['sent: plain', 'abandoned: plain', 'abandoned: '])).toEqual([])
  expect(nudges.filter((way) => way.startsWith('abandoned')).length).toBeGreaterThan(0)
  // Killed at the wrong moment twice: nobody knows of either copy, and the coordinators are told.
  const sent = ['sent: plain', 'sent: plain repeated', 'sent: repeated']
  const givenUp = ['abandoned: ', 'abandoned: plain', 'abandoned: repeated', 'abandoned: plain repeated']
  expect(outside(digests, [...sent, ...givenUp])).toEqual([])
  expect(digests.filter((way) => way.endsWith('repeated')).length).toBeGreaterThan(0)
  expect([nudges.length, digests.length]).toEqual([240, 240])
}, 120_000)

interface Batch {
  readonly name: string
  readonly count: number
  readonly platform: Platform
  readonly repeat: 'never' | 'once'
}

/** Twenty rounds; in the middle of each one of the two workers is killed and another takes its place. */
async function killTwentyTimes(batches: readonly Batch[]): Promise<void> {
  const pair = [startWorker(), startWorker()]
  for (let round = 0; round < 20; round += 1) {
    const victim = await pair[round % 2]
    if (victim === undefined) throw new Error('There is nobody to kill')
    const before = farEnd.copies()
    for (const batch of batches) await queueBatch({ ...batch, name: `${batch.name}:${round}` })
    await expect.poll(() => farEnd.copies() - before, { timeout: 20_000, interval: 2 }).toBeGreaterThan(5)
    await later((round * 7) % 13)
    await kill(victim, 'SIGKILL')
    pair[round % 2] = startWorker()
  }
  for (const { name } of batches)
    await expect.poll(() => unsettled(name), { timeout: 40_000, interval: 100 }).toBe(0)
  await Promise.all(pair.map(async (worker) => kill(await worker, 'SIGTERM')))
}

async function startWorker(): Promise<ChildProcess> {
  const settings = { url: database.url, farEnd: farEnd.url, key: key.toString('base64'), sweepMs: 200 }
  const worker = spawn(process.execPath, ['test/faults/worker.ts'], {
    env: { ...process.env, WORKER: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.add(worker)
  await once(worker.stdout, 'data')
  return worker
}

async function kill(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  workers.delete(worker)
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill(signal)
  await ended
}

async function queueBatch({ name, count, platform, repeat }: Batch): Promise<void> {
  const entries = Array.from({ length: count }, (_, n): NewEntry => {
    // Eight lanes, so that both workers have something to do.
    const to = { workspace: `T${n % 8}`, user: `U${n}` }
    const message = { preview: 'A word', blocks: [{ kind: 'text', text: 'Hello' }] } as const
    return { key: `${name}:${n}`, platform, to, kind: 'send', repeat, message }
  })
  const now = Temporal.Now.instant()
  await store.transaction((tx) => queue({ tx, organizationId: 'org-1', seal: store.seal, now }, entries))
}

function entriesOf(name: string) {
  return store.transaction((tx) => tx.outboxEntry.findMany({ where: { key: { startsWith: `${name}:` } } }))
}

async function ends(name: string): Promise<Set<string>> {
  return new Set((await entriesOf(name)).map(({ state }) => state))
}

async function unsettled(name: string): Promise<number> {
  const entries = await entriesOf(name)
  return entries.filter(({ state }) => state === 'ready' || state === 'sending').length
}

/** For each entry, how it ended and the copies that the platform took. */
async function copiesOf(name: string): Promise<string[]> {
  return (await entriesOf(name)).map(({ id, state }) => {
    const copies = (farEnd.taken.get(id) ?? []).map((headed) => (headed ? 'repeated' : 'plain'))
    return `${state}: ${copies.join(' ')}`
  })
}

function outside(ways: readonly string[], allowed: readonly string[]): string[] {
  return ways.filter((way) => !allowed.includes(way))
}
