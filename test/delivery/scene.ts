import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Database } from '../../src/catalogue/hospital.ts'
import type { Message } from '../../src/core/message/message.ts'
import { createDelivery, type Delivery } from '../../src/delivery/deliver.ts'
import type { DeliveryRules } from '../../src/delivery/deps.ts'
import type { GaveUp } from '../../src/delivery/give-up.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import type { Prisma } from '../../src/store/generated/client.ts'
import { type NewEntry, queue } from '../../src/store/outbox.ts'
import { announce, type Presence } from '../../src/store/presence.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase } from '../support/database.ts'
import { createFarEnd, directory, type FarEnd, messenger } from './far-end.ts'

export const now = Temporal.Instant.from('2027-03-02T09:00:00Z')
const organization = 'org-1'
export const hello: Message = {
  preview: 'A word from Rounds',
  blocks: [{ kind: 'text', text: 'Hello there' }],
}
const inNoTime = { lane: 0, conversation: 0 }

/** A database with its delivery, and the two platforms played: Slack can be asked, Teams cannot. */
export interface Scene {
  readonly database: Database
  readonly store: Store
  readonly presence: Presence
  readonly farEnd: FarEnd
  readonly gaveUp: GaveUp[]
  delivery: Delivery
  clock: Temporal.Instant
  /** As after `openScene`: nothing queued, nothing sent, nothing remembered. */
  reset(): Promise<void>
  /** Another process on the same database, if only in name. */
  delivering(
    presence: Presence,
    rules?: Partial<DeliveryRules>,
    on?: Pick<Store, 'seal' | 'transaction'>,
  ): Delivery
  close(): Promise<void>
}

export async function openScene(rules: Partial<DeliveryRules> = {}): Promise<Scene> {
  const database = await freshDatabase()
  const store = openStore(database.url, createSeal([{ id: 'k1', key: Buffer.alloc(32, 7) }]))
  const presence = await announce(database.url, 'test')
  const farEnd = createFarEnd()
  const gaveUp: GaveUp[] = []
  const scene: Omit<Scene, 'delivery' | 'reset' | 'close'> = {
    database,
    store,
    presence,
    farEnd,
    gaveUp,
    clock: now,
    delivering: (other, otherRules = {}, on = store) =>
      createDelivery({
        store: on,
        presence: other,
        messengers: new Map([
          ['slack', messenger('slack', farEnd)],
          ['teams', messenger('teams', farEnd)],
        ]),
        directories: new Map([['slack', directory(farEnd)]]),
        gaveUp: (_, given) => Promise.try(() => void gaveUp.push(given)),
        now: () => scene.clock,
        log: pino({ level: 'silent' }),
        rules: { paces: { slack: inNoTime, teams: inNoTime }, settleMs: 20, ...rules, ...otherRules },
      }),
  }
  return Object.assign(scene, {
    delivery: scene.delivering(presence),
    reset: async () => {
      await store.transaction(
        (tx) => tx.$executeRaw`
          truncate outbox, lanes, accounts, people, graphile_worker._private_jobs, graphile_worker._private_job_queues cascade`,
      )
      Object.assign(scene, { clock: now, delivery: scene.delivering(presence) })
      Object.assign(farEnd, createFarEnd())
      gaveUp.length = 0
    },
    close: async () => {
      await presence.leave()
      await store.close()
      await database.drop()
    },
  })
}

export function entry(wanted: Partial<NewEntry> = {}): NewEntry {
  return {
    key: `nudge:${randomUUID()}`,
    platform: 'slack',
    to: { workspace: 'T1', user: `U${randomUUID().slice(0, 8)}` },
    kind: 'send',
    repeat: 'never',
    message: hello,
    ...wanted,
  }
}

/** Queues an entry as the app would and gives its id. */
export async function queued(scene: Scene, wanted: Partial<NewEntry> = {}): Promise<string> {
  const added = entry(wanted)
  await inScope(scene, (scope) => queue(scope, [added]))
  const row = await scene.store.transaction((tx) =>
    tx.outboxEntry.findUniqueOrThrow({ where: { key: added.key } }),
  )
  return row.id
}

export function inScope<Result>(
  { store, clock }: Scene,
  work: (scope: Parameters<typeof queue>[0]) => Promise<Result>,
): Promise<Result> {
  return store.transaction((tx) => work({ tx, organizationId: organization, seal: store.seal, now: clock }))
}

export function rowOf({ store }: Scene, id: string) {
  return store.transaction((tx) => tx.outboxEntry.findUniqueOrThrow({ where: { id } }))
}

export interface Job {
  /** Seconds from now. */
  readonly wait: number
  readonly locked: boolean
  readonly queue_name: string
}

/** The queue's job that waits for an entry. */
export async function jobOf({ store }: Scene, id: string): Promise<Job | undefined> {
  const [job] = await store.transaction(
    (tx: Prisma.TransactionClient) => tx.$queryRaw<Job[]>`
      select extract(epoch from run_at - now())::float8 as wait, locked_at is not null as locked, queue_name
      from graphile_worker.jobs where key = ${id}`,
  )
  return job
}
