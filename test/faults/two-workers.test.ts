import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import type { Platform } from '../../src/core/people/account.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { type NewEntry, queue } from '../../src/store/outbox.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase } from '../support/database.ts'
import { type FarEnd, openFarEnd } from './far-end.ts'

const key = Buffer.alloc(32, 7)
const workers = new Set<ChildProcess>()
let database: Database
let store: Store
let farEnd: FarEnd

beforeAll(async () => {
  database = await freshDatabase()
  store = openStore(database.url, createSeal([{ id: 'k1', key }]))
  farEnd = await openFarEnd({ beforeMs: 3, afterMs: 8 })
})
afterEach(endWorkers)
afterAll(async () => {
  await endWorkers()
  await farEnd.close()
  await store.close()
  await database.drop()
})

test('two processes on one database send each of 500 due messages once', async () => {
  await Promise.all([startWorker(), startWorker()])

  await queueBatch({ name: 'five-hundred', count: 500, platform: 'slack', repeat: 'never' })

  await expect.poll(() => unsettled('five-hundred'), { timeout: 60_000, interval: 200 }).toBe(0)
  expect(await tally('five-hundred')).toEqual({ 'sent: plain': 500 })
}, 90_000)

describe('of two processes one is killed in the middle, twenty times over', () => {
  beforeAll(
    () =>
      killTwentyTimes([
        { name: 'slack', count: 8, platform: 'slack', repeat: 'never' },
        { name: 'nudge', count: 5, platform: 'teams', repeat: 'never' },
        { name: 'digest', count: 5, platform: 'teams', repeat: 'once' },
      ]),
    180_000,
  )

  test('nothing is lost and nothing doubled on Slack, which can be asked', async () => {
    expect(await tally('slack')).toEqual({ 'sent: plain': 160 })
  })

  test('on Teams, which cannot, a nudge is never repeated: the next covers it', async () => {
    const nudges = await tally('nudge')

    expect(outside(nudges, ['sent: plain', 'abandoned: plain', 'abandoned: '])).toEqual([])
    expect(nudges['sent: plain']).toBeLessThan(100)
  })

  test('on Teams a digest is repeated once, and says so', async () => {
    const digests = await tally('digest')

    const sent = ['sent: plain', 'sent: plain repeated', 'sent: repeated']
    // Killed twice at the wrong moment: nobody knows of either copy, and the coordinators are told.
    const givenUp = ['abandoned: ', 'abandoned: plain', 'abandoned: repeated', 'abandoned: plain repeated']
    expect(outside(digests, [...sent, ...givenUp])).toEqual([])
    expect(digests['sent: plain']).toBeLessThan(100)
  })
})

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
    await vi.waitUntil(() => farEnd.copies() - before > 5, { timeout: 30_000, interval: 2 })
    await later((round * 7) % 13)
    await kill(victim, 'SIGKILL')
    pair[round % 2] = startWorker()
  }
  for (const { name } of batches)
    await vi.waitUntil(async () => (await unsettled(name)) === 0, { timeout: 60_000, interval: 100 })
  await Promise.all(pair.map(async (worker) => kill(await worker, 'SIGTERM')))
}

async function endWorkers(): Promise<void> {
  await Promise.all([...workers].map((worker) => kill(worker, 'SIGKILL')))
}

async function startWorker(): Promise<ChildProcess> {
  const settings = { url: database.url, farEnd: farEnd.url, key: key.toString('base64'), sweepMs: 200 }
  const worker = spawn(process.execPath, ['test/faults/worker.ts'], {
    env: { ...process.env, WORKER: JSON.stringify(settings) },
    stdio: ['pipe', 'pipe', 'inherit'],
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

async function unsettled(name: string): Promise<number> {
  const entries = await entriesOf(name)
  return entries.filter(({ state }) => state === 'ready' || state === 'sending').length
}

/** How entries ended and which copies the platform took, with how many did so. */
async function tally(name: string): Promise<Record<string, number>> {
  const ways = (await entriesOf(name)).map(({ id, state }) => {
    const copies = (farEnd.taken.get(id) ?? []).map((headed) => (headed ? 'repeated' : 'plain'))
    return `${state}: ${copies.join(' ')}`
  })
  return Object.fromEntries(
    Object.entries(Object.groupBy(ways, (way) => way)).map(([way, all]) => [way, all?.length ?? 0]),
  )
}

function outside(ways: Readonly<Record<string, number>>, allowed: readonly string[]): string[] {
  return Object.keys(ways).filter((way) => !allowed.includes(way))
}
