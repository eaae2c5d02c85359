import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, answerConnector, type ConnectorRequest, refusal } from './connector.ts'
import { createIdentity, type Identity, type TokenKind } from './identity.ts'
import { record } from './json.ts'
import { createPerson, type PersonActs } from './person.ts'
import {
  type Activity,
  botFrameworkId,
  createTenant,
  newId,
  type PlayedPerson,
  type PlayedTeam,
  type Tenant,
} from './tenant.ts'

/** What goes wrong with the next calls of the bot. `stored`: it was taken, only the answer is bad. */
export type TeamsFault =
  | {
      readonly kind: 'refuse'
      readonly status: number
      readonly code?: string
      readonly retryAfterSeconds?: number
    }
  | { readonly kind: 'fail-after-storing'; readonly status: number }
  | { readonly kind: 'hang'; readonly stored: boolean }
  | { readonly kind: 'hang-up'; readonly stored: boolean }
  | { readonly kind: 'slow'; readonly milliseconds: number }

export interface TeamsStandInOptions {
  readonly appId: string
  readonly password: string
  readonly tenantId?: string
  readonly people: readonly PlayedPerson[]
  readonly teams?: readonly PlayedTeam[]
  /** The bot was started in anonymous mode: its calls carry no token. */
  readonly anonymous?: boolean
}

/** What the bot answered to one activity. */
export interface BotAnswer {
  readonly status: number
  readonly body: unknown
}

export interface TeamsStandIn {
  readonly tenantId: string
  readonly serviceUrl: string
  readonly openIdMetadataUrl: string
  readonly loginUrl: string
  readonly identity: Identity
  readonly tenant: Tenant
  /** Where the bot listens: `http://127.0.0.1:PORT/api/messages`. */
  connect(botUrl: string): void
  as(person: string): PersonActs
  /** Sends an activity as Teams would, with a good token unless told otherwise. */
  deliver(activity: Activity, token?: TokenKind | 'none'): Promise<BotAnswer>
  /** Whatever bytes, for requests that are no activity. */
  deliverRaw(body: string, headers: Readonly<Record<string, string>>): Promise<BotAnswer>
  /** The activity of a person, as Teams would make it. */
  activityOf(person: string, more: Activity): Activity
  /** The next writing calls and downloads of the bot meet this. */
  fault(fault: TeamsFault, times?: number): void
  stop(): Promise<void>
}

/** Plays Teams on a loopback port: the Connector, the identity and token endpoints, and the people. */
export async function startTeamsStandIn(options: TeamsStandInOptions): Promise<TeamsStandIn> {
  const tenantId = options.tenantId ?? newId()
  const tenant = createTenant({ id: tenantId, people: options.people, teams: options.teams ?? [] })
  const faults: TeamsFault[] = []
  const accessTokens = new Set<string>()
  let botUrl: string | undefined

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const serviceUrl = `${url}/teams/`
  const identity = createIdentity(options.appId, serviceUrl)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request)
    const { pathname } = new URL(request.url ?? '/', url)
    if (pathname.startsWith('/files/')) {
      const key = pathname.slice('/files/'.length)
      return answerWith(faults.shift(), {
        response,
        act: () => answerFile(key, request.headers.authorization),
      })
    }
    if (!pathname.startsWith('/teams/')) return write(response, answerIdentity(pathname, text))
    if (!options.anonymous && !accessTokens.has(request.headers.authorization ?? '')) {
      return write(response, refusal(401, 'Unauthorized'))
    }
    const act = () => answerConnector(tenant, connectorRequest(request, text))
    return answerWith(request.method === 'GET' ? undefined : faults.shift(), { response, act })
  }

  /** The address is the permission; a token of the bot has no business here. */
  function answerFile(key: string, authorization: string | undefined): Answer {
    const file = tenant.files.get(key)
    if (file === undefined || authorization !== undefined) return refusal(401, 'Unauthorized')
    return { status: 200, body: file.bytes }
  }

  function answerIdentity(pathname: string, text: string): Answer {
    if (pathname === '/openidconfiguration') {
      return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` } }
    }
    if (pathname === '/keys') return { status: 200, body: identity.keySet }
    if (pathname !== `/login/${tenantId}/oauth2/v2.0/token`) return refusal(404, 'NotFound')
    const asked = new URLSearchParams(text)
    const known = asked.get('client_id') === options.appId && asked.get('client_secret') === options.password
    if (!known) return { status: 401, body: { error: 'invalid_client' } }
    const token = newId()
    accessTokens.add(`Bearer ${token}`)
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: token } }
  }

  async function deliverRaw(body: string, headers: Readonly<Record<string, string>>): Promise<BotAnswer> {
    if (botUrl === undefined) throw new Error('Connect the bot first')
    const response = await fetch(botUrl, { method: 'POST', body, headers })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, body: json ? JSON.parse(text) : text }
  }

  const standIn: TeamsStandIn = {
    tenantId,
    serviceUrl,
    openIdMetadataUrl: `${url}/openidconfiguration`,
    loginUrl: `${url}/login`,
    identity,
    tenant,
    connect: (address) => {
      botUrl = address
    },
    as: (person) => createPerson(standIn, person),
    deliverRaw,
    deliver: (activity, token = options.anonymous ? 'none' : 'valid') =>
      deliverRaw(JSON.stringify(activity), {
        'content-type': 'application/json; charset=utf-8',
        ...(token !== 'none' && { authorization: `Bearer ${identity.token(token)}` }),
      }),
    activityOf: (person, more) => ({ ...envelope(person), ...more }),
    fault: (fault, times = 1) => {
      faults.push(...Array.from({ length: times }, () => fault))
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }

  function envelope(person: string): Activity {
    const chat = tenant.personalChat(person)
    return {
      channelId: 'msteams',
      serviceUrl,
      id: tenant.nextId(),
      timestamp: new Date().toISOString(),
      locale: 'en-GB',
      from: {
        id: botFrameworkId(person),
        name: tenant.people.find((one) => one.id === person)?.name,
        aadObjectId: person,
      },
      recipient: { id: `28:${options.appId}`, name: 'Rounds' },
      conversation: { id: chat.id, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    }
  }

  return standIn
}

async function answerWith(
  fault: TeamsFault | undefined,
  { response, act }: { readonly response: ServerResponse; readonly act: () => Answer },
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return write(response, act())
    case 'refuse': {
      const headers =
        fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) }
      return write(response, refusal(fault.status, fault.code ?? 'Fault', headers))
    }
    case 'fail-after-storing':
      act()
      return write(response, refusal(fault.status, 'Fault'))
    case 'hang':
      if (fault.stored) act()
      return
    case 'hang-up':
      if (fault.stored) act()
      response.destroy()
      return
    case 'slow':
      await wait(fault.milliseconds)
      return write(response, act())
  }
}

function connectorRequest(request: IncomingMessage, text: string): ConnectorRequest {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  return {
    method: request.method ?? 'GET',
    path: pathname.slice('/teams/'.length).split('/').map(decodeURIComponent),
    query: searchParams,
    body: text === '' ? {} : record(JSON.parse(text)),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  const bytes = body instanceof Uint8Array ? body : undefined
  const type = bytes ? 'application/octet-stream' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(bytes ?? (body === undefined ? '' : JSON.stringify(body)))
}
