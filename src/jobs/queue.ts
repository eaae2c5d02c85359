import { EventEmitter } from 'node:events'
import { setTimeout as later } from 'node:timers/promises'
import {
  Logger as QueueLogger,
  type Runner,
  run,
  runMigrations,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker'
import { Client, type Pool } from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import { openPool } from '../store/pool.ts'
import type { Presence } from '../store/presence.ts'

/** The worker of one process: carries out the jobs that any process queued. */
export interface Queue {
  /** Takes no more jobs, and waits for those at work, 10 s at most; the rest stays in the queue. */
  stop(): Promise<void>
}

export interface QueueDeps {
  readonly url: string
  readonly presence: Pick<Presence, 'hold' | 'letGo'>
  readonly deliver: (entry: string) => Promise<void>
  /** Carries out the runs of matching that an organization waits for. */
  readonly match: (organization: string) => Promise<void>
  readonly log: Logger
}

const concurrency = 10
const connections = concurrency
/** New jobs are announced by the database; polling is for those whose time has come. */
const pollMs = 1_000
/** When the end of a job is stored, as a rule. */
const storedByMs = [4, 15, 60]
const drainMs = 10_000
const restartMs = 1_000
const closeMs = 1_000
// Any number will do, as long as nothing else in this database takes the same; this is "queue" in ASCII.
const lockKey = '0x7175657565'

const DeliverJob = z.object({ entry: z.string() })
const MatchJob = z.object({ organization: z.string() })

/** Brings the queue's own tables up to this release; one process at a time, the others wait. */
export async function migrateQueue(url: string, log: Logger): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const pool = openPool({ connectionString: url, max: 1 })
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`)
    await runMigrations({ pgPool: pool, logger: loggerFor(log) })
  } finally {
    await Promise.all([close(pool), client.end()])
  }
}

/**
 * Starts to work on the queue; its tables are there (`migrateQueue`). When the queue ends by itself, as it may
 * when the database went away at the wrong moment, it is started anew.
 */
export async function startQueue(deps: QueueDeps): Promise<Queue> {
  let stopping = false
  let worker = await startWorker(deps)
  const supervision = supervise()

  async function supervise(): Promise<void> {
    await worker.ended
    while (!stopping) {
      deps.log.error('the queue ended by itself, starting it anew')
      await later(restartMs)
      const next = await startWorker(deps).catch(() => undefined)
      if (next === undefined) continue
      worker = next
      if (stopping) await drain(worker)
      await worker.ended
    }
  }

  return {
    async stop() {
      stopping = true
      await drain(worker)
      await supervision
    },
  }
}

interface Worker {
  readonly runner: Runner
  /** Resolves, never rejects, when it works no more. */
  readonly ended: Promise<void>
}

async function startWorker(deps: QueueDeps): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter()
  const announced = Promise.withResolvers<void>()
  let name = ''
  // Jobs are locked in the name of the pool: the sweep frees them when this name is not present any more.
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id
    announced.resolve(deps.presence.hold(name))
  })
  events.on('job:complete', ({ worker }) => keepLaneMoving(worker.workerPool))
  const pool = openPool({ connectionString: deps.url, max: connections })
  const starting = run({
    pgPool: pool,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: loggerFor(deps.log),
    // Otherwise nobody waits for the end of a job to be stored, neither a stop nor the handler of its failure.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    events,
    taskList: {
      deliver: async (payload) => {
        await announced.promise
        await carryOut(payload, deps)
      },
      match: async (payload) => {
        await announced.promise
        await match(payload, deps)
      },
    },
  })
  const runner = await starting.catch(async (cause: unknown) => {
    await close(pool)
    throw cause
  })
  const ended = runner.promise
    .catch(() => undefined)
    .then(() => Promise.all([deps.presence.letGo(name), close(pool)]))
    .then(() => undefined)
  return { runner, ended }
}

/** What a job that was not waited for still holds is not waited for either. */
async function close(pool: Pool): Promise<void> {
  const patience = new AbortController()
  const late = later(closeMs, undefined, { signal: patience.signal }).catch(() => undefined)
  await Promise.race([pool.end(), late])
  patience.abort()
}

/**
 * The worker looks for its next job before the end of the last one is stored, finds the lane still taken, and
 * would look again only when it polls: five messages a second at best.
 */
function keepLaneMoving(pool: WorkerPool): void {
  for (const ms of storedByMs) setTimeout(() => nudge(pool), ms).unref()
}

function nudge(pool: WorkerPool): void {
  try {
    pool.nudge(1)
  } catch {
    // A pool that shuts down refuses.
  }
}

async function carryOut(payload: unknown, { deliver, log }: QueueDeps): Promise<void> {
  const { entry } = DeliverJob.parse(payload)
  try {
    await deliver(entry)
  } catch (cause) {
    log.error({ entry, err: cause }, 'an outbox entry could not be looked at')
    // The queue keeps this in a column: no words of the cause.
    throw new Error('The entry could not be looked at', { cause })
  }
}

async function match(payload: unknown, deps: QueueDeps): Promise<void> {
  const { organization } = MatchJob.parse(payload)
  try {
    await deps.match(organization)
  } catch (cause) {
    deps.log.error({ organization, err: cause }, 'runs of matching could not be carried out')
    throw new Error('The runs could not be carried out', { cause })
  }
}

async function drain({ runner }: Worker): Promise<void> {
  const patience = new AbortController()
  const drained = runner.stop().catch(() => undefined)
  const late = later(drainMs, 'late' as const, { signal: patience.signal }).catch(() => undefined)
  if ((await Promise.race([drained, late])) === 'late') await runner.kill().catch(() => undefined)
  patience.abort()
}

function loggerFor(log: Logger): QueueLogger {
  return new QueueLogger(({ label }) => (level, message) => {
    const line = { queue: label, said: message }
    if (level === 'error') log.error(line, 'queue')
    else if (level === 'warning') log.warn(line, 'queue')
    else log.debug(line, 'queue')
  })
}
