import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudAdapter } from 'botbuilder'
import type { Logger } from 'pino'
import type { Directory } from '../ports/directory.ts'
import type { HandedOut } from '../ports/handed-out.ts'
import type { Addresses, IntentHandler } from '../ports/intent-handler.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { Painter } from '../ports/painter.ts'
import { type Draw, illustrating } from '../ports/pictures.ts'
import { accessTokens } from './access-token.ts'
import { createAuthentication } from './authentication.ts'
import { createConnector } from './connector.ts'
import { withMemory } from './conversation.ts'
import { createDirectory } from './directory.ts'
import { fileReader } from './files.ts'
import { listen } from './listen.ts'
import { withoutWords } from './logged.ts'
import { createMessenger } from './messenger.ts'
import { type Refusal, receive } from './receive.ts'

export interface TeamsConfig {
  readonly appId?: string | undefined
  readonly password?: string | undefined
  readonly tenantId?: string | undefined
  /** Takes requests without a token; the caller has made sure that this is a loopback address. */
  readonly anonymous: boolean
  /** Microsoft's where it is not given. */
  readonly openIdMetadataUrl?: string | undefined
  /** `https://login.microsoftonline.com` where it is not given; the tenant's id is appended. */
  readonly loginUrl?: string | undefined
  /** Where people and channels are written to that never wrote; Microsoft's global address if not given. */
  readonly serviceUrl?: string | undefined
}

export interface TeamsOptions {
  readonly config: TeamsConfig
  readonly handler: IntentHandler
  readonly addresses: Addresses
  readonly painter: Painter
  readonly files: HandedOut
  readonly log: Logger
  /** Counts refused requests by reason. */
  readonly onRefused: (reason: Refusal) => void
  /** How long a turn may take before it is answered unfinished, milliseconds. Teams gives up after 10 s. */
  readonly patienceMs?: number
  /** How long one call to Teams may take until its answer counts as lost, milliseconds. */
  readonly timeoutMs?: number
}

export interface Teams {
  /** `POST /api/messages`. Never throws and always answers. */
  listener(request: IncomingMessage, response: ServerResponse): void
  readonly messenger: Messenger
  readonly directory: Directory
  /** Takes nothing new and waits for what is under way, at most 10 seconds. */
  stop(): Promise<void>
}

const usualServiceUrl = 'https://smba.trafficmanager.net/teams/'
const usualLoginUrl = 'https://login.microsoftonline.com'
const usualPatienceMs = 8_500
const usualTimeoutMs = 8_000
/** How long an answer waits for its pictures. */
const picturesMs = 3_000
const longestDrainMs = 10_000

/** Rounds in Microsoft Teams. Throws where neither an app registration nor anonymous mode is configured. */
export function createTeams(options: TeamsOptions): Teams {
  const { config, log, files, onRefused } = options
  const draw = pictures(options)
  const handler = illustrating(options.handler, draw, picturesMs)
  const addresses = withMemory(options.addresses)
  const { appId, tenantId } = config
  if (!config.anonymous && !(appId && tenantId)) throw new Error('Teams needs an app id and a tenant id')

  const timeoutMs = options.timeoutMs ?? usualTimeoutMs
  const connector = createConnector(accessTokens(credentialsOf(config)), {
    botId: `28:${appId ?? 'rounds'}`,
    timeoutMs,
  })
  const authentication = createAuthentication({
    appId,
    anonymous: config.anonymous,
    openIdMetadataUrl: config.openIdMetadataUrl,
  })
  const adapter = new CloudAdapter(authentication)
  const underWay = new Set<Promise<unknown>>()
  const track = (work: Promise<unknown>) => {
    const settled = work.then(
      () => {},
      (error: unknown) => log.error({ error: withoutWords(error) }, 'work for Teams failed after its turn'),
    )
    underWay.add(settled)
    void settled.then(() => underWay.delete(settled))
  }
  const patienceMs = options.patienceMs ?? usualPatienceMs
  const readFile = fileReader({ serviceUrl: config.serviceUrl, log, timeoutMs })
  const handing = { connector, files, serviceUrl: config.serviceUrl, timeoutMs, log }
  const hear = listen({ handler, connector, addresses, readFile, handing, log, patienceMs, track })
  const receiving = { adapter, authentication, tenantId, listen: hear, log, onRefused }
  const sites = { connector, addresses, serviceUrl: config.serviceUrl ?? usualServiceUrl, tenantId }
  let stopping = false

  return {
    listener: (request, response) => {
      if (stopping) response.writeHead(503, { connection: 'close' }).end()
      else track(receive(receiving, request, response))
    },
    messenger: createMessenger({ ...sites, draw, files }),
    directory: createDirectory(sites),
    stop: async () => {
      stopping = true
      await drained(underWay)
    },
  }
}

/** A picture stands in the message itself: Teams shows none from an address that is not open to everybody. */
function pictures({ painter, log }: Pick<TeamsOptions, 'painter' | 'log'>): Draw {
  return async (chart) => {
    try {
      return `data:image/png;base64,${Buffer.from(await painter.paint(chart)).toString('base64')}`
    } catch (error) {
      log.warn({ error: withoutWords(error) }, 'a chart could not be drawn: its words stand in its place')
      return undefined
    }
  }
}

function credentialsOf({ appId, password, tenantId, loginUrl }: TeamsConfig) {
  if (!(appId && password && tenantId)) return undefined
  return { appId, password, tenantId, loginUrl: loginUrl ?? usualLoginUrl }
}

async function drained(underWay: ReadonlySet<Promise<unknown>>): Promise<void> {
  const alarm = Promise.withResolvers<undefined>()
  const timer = setTimeout(alarm.resolve, longestDrainMs, undefined)
  const empty = (async () => {
    // What is under way may start more, such as an answer that comes after its turn.
    while (underWay.size > 0) await Promise.all(underWay)
  })()
  await Promise.race([empty, alarm.promise])
  clearTimeout(timer)
}
