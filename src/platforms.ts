import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Platform } from './core/people/account.ts'
import type { Listener } from './http/server.ts'
import type { Directory } from './ports/directory.ts'
import type { HandedOut } from './ports/handed-out.ts'
import type { Addresses, IntentHandler } from './ports/intent-handler.ts'
import type { Messenger } from './ports/messenger.ts'
import type { Painter } from './ports/painter.ts'

/** The platforms that are configured. */
export interface Platforms {
  readonly messengers: ReadonlyMap<Platform, Messenger>
  readonly directories: ReadonlyMap<Platform, Directory>
  /** The Slack workspace and the Teams tenant this server speaks for. */
  readonly workspaces: readonly { readonly platform: Platform; readonly id: string }[]
  /** What the platforms' requests are answered by. */
  readonly routes: Readonly<Record<string, Listener>>
  /** Starts to listen. Rejects with a reason when a platform refuses the credentials. */
  start(): Promise<void>
  /** Takes nothing more and waits for what is under way, 10 s at most. */
  stop(): Promise<void>
}

interface PlatformDeps {
  readonly handler: IntentHandler
  readonly addresses: Addresses
  readonly painter: Painter
  readonly files: HandedOut
  readonly log: Logger
  readonly onRefused: (platform: Platform, reason: string) => void
}

interface Part {
  readonly platform: Platform
  readonly messenger: Messenger
  readonly directory: Directory
  readonly workspace: string | undefined
  readonly route?: readonly [string, Listener]
  start(): Promise<void>
  stop(): Promise<void>
}

/** Loads the SDKs of what is configured, which takes a moment that can be spent beside waiting for the database. */
export async function loadPlatforms({ slack, teams }: Config): Promise<void> {
  await Promise.all([slack && import('./slack/app.ts'), teams && import('./teams/app.ts')])
}

/** Opens what is configured. The SDKs are loaded only where they are needed. */
export async function openPlatforms(config: Config, deps: PlatformDeps): Promise<Platforms> {
  const parts = await Promise.all([openSlack(config, deps), openTeams(config, deps)])
  const open = parts.filter((part) => part !== undefined)
  return {
    messengers: new Map(open.map(({ platform, messenger }) => [platform, messenger])),
    directories: new Map(open.map(({ platform, directory }) => [platform, directory])),
    workspaces: open.flatMap(({ platform, workspace }) => (workspace ? [{ platform, id: workspace }] : [])),
    routes: Object.fromEntries(open.flatMap(({ route }) => (route ? [route] : []))),
    start: async () => {
      await Promise.all(open.map((part) => part.start()))
    },
    stop: async () => {
      await Promise.all(open.map((part) => part.stop()))
    },
  }
}

async function openSlack({ slack }: Config, deps: PlatformDeps): Promise<Part | undefined> {
  if (!slack) return undefined
  const { createSlack } = await import('./slack/app.ts')
  const app = await createSlack({
    config: slack,
    handler: deps.handler,
    painter: deps.painter,
    files: deps.files,
    log: deps.log,
    refused: (reason) => deps.onRefused('slack', reason),
  })
  const { messenger, directory, team: workspace, listener } = app
  return {
    platform: 'slack',
    messenger,
    directory,
    workspace,
    ...(listener && { route: ['POST /slack/events', listener] as const }),
    start: () => app.start(),
    stop: () => app.stop(),
  }
}

async function openTeams({ teams }: Config, deps: PlatformDeps): Promise<Part | undefined> {
  if (!teams) return undefined
  const { createTeams } = await import('./teams/app.ts')
  const { app, allowAnonymous, openIdMetadataUrl, loginUrl, serviceUrl } = teams
  const tenantId = app?.tenantId ?? teams.tenantId
  const { messenger, directory, listener, stop } = createTeams({
    config: { ...app, tenantId, anonymous: allowAnonymous, openIdMetadataUrl, loginUrl, serviceUrl },
    handler: deps.handler,
    addresses: deps.addresses,
    painter: deps.painter,
    files: deps.files,
    log: deps.log,
    onRefused: (reason) => deps.onRefused('teams', reason),
  })
  return {
    platform: 'teams',
    messenger,
    directory,
    workspace: tenantId,
    route: ['POST /api/messages', listener],
    start: () => Promise.resolve(),
    stop,
  }
}
