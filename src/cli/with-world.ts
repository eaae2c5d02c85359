import type { World } from '../app/world.ts'
import { type Config, readConfig } from '../config.ts'
import type { Platform } from '../core/people/account.ts'
import { createPainter } from '../files/chart.ts'
import { migrateQueue } from '../jobs/queue.ts'
import { createLog } from '../log.ts'
import { createThreads } from '../matcher/threads.ts'
import type { Platforms } from '../platforms.ts'
import type { Directory } from '../ports/directory.ts'
import { addressesIn } from '../store/addresses.ts'
import { openStore, type Store } from '../store/database.ts'
import { openDatabase } from '../store/embedded.ts'
import { handedOutFrom } from '../store/handed-out-files.ts'
import { migrate } from '../store/migrate.ts'
import {
  ensureOrganization,
  organizationBySlug,
  organizationSlugs,
  workspacesOf,
} from '../store/organizations.ts'
import { createSeal } from '../store/sealed.ts'
import { loadKeys } from '../store/sealed-keys.ts'
import type { Answer } from './answer.ts'

/** What a command works with. */
export interface Opened {
  readonly config: Config
  readonly world: World
  readonly organizationId: string
  readonly url: string
  /** Those that are configured, where the command asked for them. */
  readonly platforms: Platforms | undefined
}

interface Wanted {
  /** The organization; may be left out where there is only one. */
  readonly org?: string | undefined
  /** What the command takes for now. */
  readonly at?: Temporal.Instant | undefined
  /** Whether the platforms are asked or written to. */
  readonly platforms?: boolean
  /** Why this is refused with this configuration, before anything is opened. */
  readonly objection?: (config: Config) => string | undefined
}

/** A roster of thousands, or a rehearsal that asks the platforms, takes its time. */
const transactionMs = 120_000

/**
 * Opens and migrates the database as the server does, runs the command on behalf of one organization, and closes
 * everything. The server may be running on the same database meanwhile.
 */
export async function withWorld(wanted: Wanted, work: (opened: Opened) => Promise<Answer>): Promise<Answer> {
  const read = readConfig()
  if (!read.ok) return { refused: read.errors }
  const { config } = read
  const objection = wanted.objection?.(config)
  if (objection !== undefined) return { refused: [objection] }
  const log = createLog({ level: 'warn', pretty: false, toErrors: true })
  const database = await openDatabase({ url: config.database.url, dataDir: config.dataDir })
  try {
    await migrate(database.url)
    await migrateQueue(database.url, log)
    const store = openStore(database.url, createSeal(await loadKeys(config)), { transactionMs })
    try {
      const now = wanted.at ? () => wanted.at ?? Temporal.Now.instant() : () => Temporal.Now.instant()
      const world: World = { store, now, directories: {}, matcher: createThreads(), log }
      return await onBehalf({ config, world, url: database.url }, wanted, work)
    } finally {
      await store.close()
    }
  } finally {
    await database.stop()
  }
}

type Base = Pick<Opened, 'config' | 'world' | 'url'>

async function onBehalf(
  base: Base,
  wanted: Wanted,
  work: (opened: Opened) => Promise<Answer>,
): Promise<Answer> {
  const { world, config } = base
  const unlinked = await linkTenant(world.store, config)
  const platforms = await openWanted(base, { wanted: wanted.platforms ?? false, unlinked })
  try {
    if (platforms) await link(world.store, platforms.workspaces)
    const found = await findOrganization(world.store, wanted.org)
    if ('refused' in found) return found
    const directories: Partial<Record<Platform, Directory>> = Object.fromEntries(platforms?.directories ?? [])
    return await work({ ...base, world: { ...world, directories }, organizationId: found.id, platforms })
  } finally {
    await platforms?.stop()
  }
}

/** Where the platforms are opened only to learn the workspace's id, the command does without them. */
async function openWanted(
  { config, world }: Base,
  { wanted, unlinked }: { wanted: boolean; unlinked: boolean },
): Promise<Platforms | undefined> {
  if (!(wanted || unlinked)) return undefined
  try {
    return await openAll(config, world)
  } catch (cause) {
    if (wanted) throw cause
    world.log.warn({ err: cause }, 'Slack did not tell which workspace it is: it is linked at the next start')
    return undefined
  }
}

/** The tenant is known from the configuration. True where the Slack workspace has yet to be asked for its id. */
async function linkTenant(store: Store, { slack, teams }: Config): Promise<boolean> {
  const tenant = teams?.app?.tenantId
  const id = await link(store, tenant ? [{ platform: 'teams', id: tenant }] : [])
  if (!slack) return false
  const linked = await store.transaction((tx) => workspacesOf(tx, id))
  return linked.every(({ platform }) => platform !== 'slack')
}

function link(store: Store, workspaces: Platforms['workspaces']): Promise<string> {
  return store.transaction((tx) => ensureOrganization(tx, { slug: 'default', workspaces }))
}

function findOrganization(
  store: Store,
  slug: string | undefined,
): Promise<{ id: string } | { refused: string[] }> {
  return store.transaction(async (tx) => {
    const slugs = await organizationSlugs(tx)
    if (slug === undefined && slugs.length > 1) {
      return { refused: [`There is more than one organization: name one by --org (${slugs.join(', ')}).`] }
    }
    const found = await organizationBySlug(tx, slug ?? slugs[0] ?? 'default')
    return found ?? { refused: [`There is no organization “${slug}”: there is ${slugs.join(', ')}.`] }
  })
}

/**
 * Opens the configured platforms, to ask and to write, not to listen. Loaded only here: what answers people takes a
 * while to load, and few commands need it.
 */
export async function openAll(config: Config, world: World): Promise<Platforms> {
  const { openPlatforms: open } = await import('../platforms.ts')
  const { createIntentHandler } = await import('../app/handle-intent.ts')
  const { store, log } = world
  return open(config, {
    handler: createIntentHandler(world),
    addresses: addressesIn(store),
    painter: createPainter(),
    files: handedOutFrom(store, world.now),
    log,
    onRefused: () => {},
  })
}
