import type { Client } from 'pg'
import { beatFor } from '../../src/app/heartbeat.ts'
import type { World } from '../../src/app/world.ts'
import { migrateQueue } from '../../src/jobs/queue.ts'
import type { Directory } from '../../src/ports/directory.ts'
import { migrate } from '../../src/store/migrate.ts'
import { organizationIds } from '../../src/store/organizations.ts'
import { against, type Figure } from './figures.ts'
import { addDueCheckIns, addPrograms, type Size, seedHospital, withClient } from './hospital.ts'
import { openWorld, organizationOf } from './stage.ts'
import { median } from './statistics.ts'

const workspace = 'T0HOSPITAL'
const beats = 9
const duePairs = 500
/** Check-ins that wait, a person. */
const waiting = 10
const mostTimes = 1.2
/** A Tuesday, in everybody's contact hours. */
const now = Temporal.Instant.from('2026-11-24T11:00:00Z')
const firstDay = '2026-12-22'

interface Hospital {
  readonly client: Client
  readonly world: World
  readonly size: Size
}

/** One heartbeat with 1,000 due: among 100,000 check-ins that wait and, by turns, among ten times as many. */
export async function measureHeartbeat(databaseUrl: string): Promise<Figure[]> {
  return await withHospital(databaseUrl, 100_000, (small) =>
    withHospital(databaseUrl, 1_000_000, async (large) => {
      await timeBeat(small)
      await timeBeat(large)
      const taken: { small: number; large: number }[] = []
      for (let round = 0; round < beats; round += 1) {
        taken.push({ small: await timeBeat(small), large: await timeBeat(large) })
      }
      const yardstick = median(taken.map((round) => round.small))
      const value = median(taken.map((round) => round.large))
      const what = `one heartbeat, 1,000 due among 1,000,000 waiting (median of ${beats})`
      return [
        against({ name: 'among 100,000', value: yardstick, times: mostTimes }, { what, value, unit: 'ms' }),
      ]
    }),
  )
}

/** Everybody can be written to, so that nobody is looked for. */
const directory: Directory = {
  platform: 'slack',
  member: () => Promise.resolve(undefined),
  findByEmail: () => Promise.reject(new Error('nobody is to be looked for')),
  channel: () => Promise.resolve(undefined),
  doNotDisturb: () => Promise.resolve(new Map()),
}

/** A database of its own beside the given one: ten times the check-ins are ten times the people, too. */
async function withHospital<Result>(
  databaseUrl: string,
  checkIns: number,
  work: (hospital: Hospital) => Promise<Result>,
): Promise<Result> {
  const name = `waiting_${checkIns}`
  await withClient(databaseUrl, (client) => client.query(`create database ${name}`))
  const url = databaseUrl.replace(/[^/]+$/, name)
  await migrate(url)
  const world = { ...(await openWorld(url, { now: () => now })), directories: { slack: directory } }
  await migrateQueue(url, world.log)
  const organizationId = await organizationOf(world, workspace)
  const programs = await addPrograms(world, organizationId, 5)
  const size = { organizationId, workspace, programs, pairs: checkIns / waiting / 2, waiting, firstDay }
  try {
    return await withClient(url, async (client) => {
      await seedHospital(client, size)
      await client.query('checkpoint')
      return await work({ client, world, size })
    })
  } finally {
    await world.store.close()
  }
}

/** Makes 1,000 due, and times one heartbeat. */
async function timeBeat({ client, world, size }: Hospital): Promise<number> {
  await clear(client)
  await addDueCheckIns(client, size, { pairs: duePairs, at: now.toString() })
  await client.query('vacuum analyze check_ins, nudges, outbox')

  const [organizationId = ''] = await world.store.transaction(organizationIds)

  const began = performance.now()
  const failed = await beatFor(world, organizationId)
  const took = performance.now() - began
  if (failed.length > 0) throw new Error(`These steps of the heartbeat failed: ${failed.join(', ')}.`)

  const { rows } = await client.query<{ opened: number; queued: number }>(
    `select (select count(*)::int from check_ins where state = 'open') as opened, (select count(*)::int from outbox) as queued`,
  )
  const { opened, queued } = rows[0] ?? {}
  if (opened !== 2 * duePairs || queued !== 2 * duePairs) {
    throw new Error(`Of ${2 * duePairs} due check-ins ${opened} were opened, and ${queued} messages queued.`)
  }
  return took
}

/** Takes back what a heartbeat did: what it opened, planned and queued. */
async function clear(client: Client): Promise<void> {
  await client.query(`delete from check_ins where state = 'open' or due_on < $1`, [firstDay])
  await client.query('delete from nudges')
  await client.query('delete from outbox')
  await client.query('delete from graphile_worker._private_jobs')
}
