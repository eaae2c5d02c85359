import { hostname } from 'node:os'
import type { Logger } from 'pino'
import { tellGaveUp } from './app/digest/gave-up.ts'
import { createIntentHandler } from './app/handle-intent.ts'
import { beat } from './app/heartbeat.ts'
import { carryOutRuns } from './app/match/carry-out-runs.ts'
import type { World } from './app/world.ts'
import type { Config } from './config.ts'
import type { Platform } from './core/people/account.ts'
import { createDelivery, type Delivery } from './delivery/deliver.ts'
import type { DeliveryRules } from './delivery/deps.ts'
import { createPainter } from './files/chart.ts'
import { healthz, readyz } from './http/health.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { type HttpServer, type Listener, type Routes, serveHttp } from './http/server.ts'
import { createClaim } from './jobs/claim.ts'
import { migrateQueue, startQueue } from './jobs/queue.ts'
import { startScheduler } from './jobs/scheduler.ts'
import { timetable } from './jobs/timetable.ts'
import { upkeep } from './jobs/upkeep.ts'
import { createLog } from './log.ts'
import { createThreads } from './matcher/threads.ts'
import { loadPlatforms, openPlatforms } from './platforms.ts'
import type { Directory } from './ports/directory.ts'
import type { IntentHandler } from './ports/intent-handler.ts'
import { addressesIn } from './store/addresses.ts'
import { openStore, type Store } from './store/database.ts'
import { openDatabase } from './store/embedded.ts'
import { handedOutFrom } from './store/handed-out-files.ts'
import { migrate } from './store/migrate.ts'
import { ensureOrganization } from './store/organizations.ts'
import { countOutbox } from './store/outbox.ts'
import { announce, type Presence } from './store/presence.ts'
import { createSeal } from './store/sealed.ts'
import { loadKeys } from './store/sealed-keys.ts'

/** A running server. */
export interface Running {
  /** `http://127.0.0.1:3000` */
  readonly address: string
  readonly world: World
  readonly organizationId: string
  /** Looks at one entry of the outbox now, as the queue does. */
  deliver(entry: string): Promise<void>
  /** Starts what Rounds does by itself, where the configuration has not. */
  work(): Promise<void>
  /** Takes no new work, finishes what is in flight within 10 s, and leaves the rest in the outbox. */
  stop(): Promise<void>
}

interface ServeOptions {
  readonly log?: Logger
  /** The playground has a clock of its own. */
  readonly now?: () => Temporal.Instant
  readonly rules?: Partial<DeliveryRules>
  /** What is served besides, whatever the roles. */
  readonly routes?: Routes
  /** Put before every route. */
  readonly guard?: (listener: Listener) => Listener
}

/** Starts the parts that the configuration asks for: database, platforms, then what is done by itself, then HTTP. */
export async function serve(config: Config, options: ServeOptions = {}): Promise<Running> {
  const log =
    options.log ?? createLog({ level: config.logLevel, pretty: !config.production && process.stdout.isTTY })
  const now = options.now ?? (() => Temporal.Now.instant())
  const [database] = await Promise.all([
    openDatabase({ url: config.database.url, dataDir: config.dataDir }),
    loadPlatforms(config),
  ])
  await migrate(database.url)
  await migrateQueue(database.url, log)
  const seal = createSeal(await loadKeys({ keys: config.keys, dataDir: config.dataDir }))
  const store = openStore(database.url, seal)
  const presence = await announce(database.url, `${hostname()}:${process.pid}`)

  const directories: Partial<Record<Platform, Directory>> = {}
  const linksFirst = new Set<Platform>(takesFirstTenant(config) ? ['teams'] : [])
  const matcher = createThreads()
  const world: World = { store, now, directories, matcher, log, process: presence.name, linksFirst }
  const metrics = createMetrics({ token: config.metricsToken, outbox: () => store.transaction(countOutbox) })
  const platforms = await openPlatforms(config, {
    handler: measured(createIntentHandler(world), metrics),
    addresses: addressesIn(store),
    painter: createPainter(),
    files: handedOutFrom(store, now),
    log,
    onRefused: metrics.refused,
  })
  Object.assign(directories, Object.fromEntries(platforms.directories))
  const organizationId = await store.transaction((tx) =>
    ensureOrganization(tx, { slug: 'default', workspaces: platforms.workspaces }),
  )
  const delivery = createDelivery({
    store,
    presence,
    messengers: platforms.messengers,
    directories: platforms.directories,
    gaveUp: tellGaveUp,
    now,
    log,
    ...(options.rules && { rules: options.rules }),
  })
  let worker: Stoppable | undefined
  const work = async () => {
    worker ??= await startWorker({ url: database.url, world, presence, delivery })
  }
  if (config.roles.has('worker')) await work()
  const routes: Routes = {
    ...options.routes,
    ...(config.roles.has('web') ? platforms.routes : {}),
    'GET /healthz': healthz,
    'GET /readyz': readyz({
      // They were applied before anything listened.
      migrations: () => Promise.resolve(),
      database: () => store.ping(),
      queue: () => (presence.present() ? Promise.resolve() : Promise.reject(new Error('not present'))),
    }),
    'GET /metrics': metrics.listener,
  }
  const http = await serveHttp(config.http, { log, routes: guarded(routes, options.guard) })
  if (config.roles.has('web')) await platforms.start()
  log.info({ address: http.address, roles: [...config.roles] }, 'Rounds is running')
  return {
    address: http.address,
    world,
    organizationId,
    deliver: delivery.deliver,
    work,
    stop: () => stop({ http, platforms, worker, matcher, presence, store, database }),
  }
}

function guarded(routes: Routes, guard: ServeOptions['guard'] = (listener) => listener): Routes {
  return Object.fromEntries(Object.entries(routes).map(([route, listener]) => [route, guard(listener)]))
}

/** Without authentication (a developer's own machine) the tenant need not be named. */
function takesFirstTenant({ teams }: Config): boolean {
  return teams !== undefined && teams.app === undefined && teams.tenantId === undefined
}

interface Stoppable {
  stop(): Promise<void>
}

/** What Rounds does by itself: the heartbeat, the queue, and keeping the store in order. */
async function startWorker(parts: {
  url: string
  world: World
  presence: Presence
  delivery: Delivery
}): Promise<Stoppable> {
  const { url, world, presence, delivery } = parts
  const { store, now, log } = world
  const match = (organizationId: string) => carryOutRuns(world, organizationId)
  const queue = await startQueue({ url, presence, deliver: delivery.deliver, match, log })
  const scheduler = startScheduler({
    timetable,
    tasks: { heartbeat: () => beat(world), ...upkeep({ store, delivery, now }) },
    claim: createClaim(store),
    now,
    log,
  })
  return {
    stop: async () => {
      await Promise.all([scheduler.stop(), queue.stop()])
    },
  }
}

async function stop(parts: {
  http: HttpServer
  platforms: Stoppable
  worker: Stoppable | undefined
  matcher: Stoppable
  presence: Presence
  store: Store
  database: Stoppable
}): Promise<void> {
  const { http, platforms, worker, matcher, presence, store, database } = parts
  // A search is not waited for: another process begins it anew.
  await Promise.allSettled([platforms.stop(), worker?.stop(), matcher.stop(), http.stop()])
  await presence.leave()
  await store.close()
  await database.stop()
}

/** The handler, with a clock beside it. */
function measured(handler: IntentHandler, metrics: Metrics): IntentHandler {
  return {
    ...handler,
    async handle(intent) {
      const { platform } = intent.account
      const started = performance.now()
      let outcome = 'failed'
      try {
        const shown = await handler.handle(intent)
        outcome = shown.kind
        return shown
      } finally {
        metrics.handled({ platform, kind: intent.kind, outcome }, (performance.now() - started) / 1000)
      }
    },
  }
}
