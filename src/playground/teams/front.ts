import type { IncomingMessage, ServerResponse } from 'node:http'
import { bytesOf } from '../stand-in.ts'
import { type Answer, answerConnector, type ConnectorRequest, refusal } from './connector.ts'
import { answerWith, type TeamsFault, write } from './faults.ts'
import type { Identity } from './identity.ts'
import { record } from './json.ts'
import { newId, type Tenant } from './tenant.ts'
import type { createThrottle } from './throttle.ts'

interface FrontOptions {
  readonly tenant: Tenant
  /** Where it is reached, without a slash at its end. */
  readonly url: string
  readonly identity: Identity
  readonly app: { readonly appId: string; readonly password: string }
  readonly anonymous: boolean
  readonly throttle?: ReturnType<typeof createThrottle>
}

/** What a bot reaches of the played Teams: the Connector, files, and the identity service. */
interface Front {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The next writing calls and downloads meet these, one each. */
  next(faults: readonly TeamsFault[]): void
  /** Every call meets this, until told otherwise. */
  until(fault: TeamsFault | undefined): void
}

export function createFront({ tenant, url, identity, app, anonymous, throttle }: FrontOptions): Front {
  const faults: TeamsFault[] = []
  const accessTokens = new Set<string>()
  let standing: TeamsFault | undefined

  /** The address is the permission; a token of the bot has no business here. */
  function answerFile(key: string, authorization: string | undefined): Answer {
    const file = tenant.files.get(key)
    if (file === undefined || authorization !== undefined) return refusal(401, 'Unauthorized')
    return { status: 200, body: file.bytes }
  }

  /** Takes all of a file at once, whose address is the permission, once. */
  function answerUpload(key: string, { headers, method }: IncomingMessage, bytes: Uint8Array): Answer {
    const name = tenant.uploads.get(key)
    if (name === undefined || headers.authorization !== undefined) return refusal(401, 'Unauthorized')
    if (method !== 'PUT') return refusal(405, 'MethodNotAllowed')
    const whole = `bytes 0-${bytes.length - 1}/${bytes.length}`
    if (headers['content-range'] !== whole) return refusal(400, 'InvalidRange')
    tenant.uploads.delete(key)
    tenant.files.set(key, { key, name, bytes })
    return { status: 201, body: { id: key, name, size: bytes.length } }
  }

  function answerIdentity(pathname: string, text: string): Answer {
    if (pathname === '/openidconfiguration') {
      return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` } }
    }
    if (pathname === '/keys') return { status: 200, body: identity.keySet }
    if (pathname !== `/login/${tenant.id}/oauth2/v2.0/token`) return refusal(404, 'NotFound')
    const asked = new URLSearchParams(text)
    const known = asked.get('client_id') === app.appId && asked.get('client_secret') === app.password
    if (!known) return { status: 401, body: { error: 'invalid_client' } }
    const token = newId()
    accessTokens.add(`Bearer ${token}`)
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: token } }
  }

  const nextFault = () => faults.shift() ?? standing
  const isKnown = (authorization: string | undefined) => anonymous || accessTokens.has(authorization ?? '')

  function answerCall(request: IncomingMessage, text: string): Answer {
    const asked = connectorRequest(request, text)
    if (asked === undefined) return refusal(400, 'BadSyntax')
    return throttle?.(asked) ?? answerConnector(tenant, asked)
  }

  return {
    next: (more) => {
      faults.push(...more)
    },
    until: (fault) => {
      standing = fault
    },
    answer: async (request, response) => {
      const bytes = await bytesOf(request)
      const text = bytes.toString()
      const { pathname } = new URL(request.url ?? '/', url)
      const { authorization } = request.headers
      if (pathname.startsWith('/files/')) {
        const act = () => answerFile(pathname.slice('/files/'.length), authorization)
        return await answerWith(nextFault(), { response, act })
      }
      if (pathname.startsWith('/upload/')) {
        const act = () => answerUpload(pathname.slice('/upload/'.length), request, bytes)
        return await answerWith(nextFault(), { response, act })
      }
      if (!pathname.startsWith('/teams/')) return write(response, answerIdentity(pathname, text))
      if (!isKnown(authorization)) return write(response, refusal(401, 'Unauthorized'))
      const fault = request.method === 'GET' ? standing : nextFault()
      await answerWith(fault, { response, act: () => answerCall(request, text) })
    },
  }
}

/** Undefined where the body is no JSON. */
function connectorRequest(request: IncomingMessage, text: string): ConnectorRequest | undefined {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  try {
    return {
      method: request.method ?? 'GET',
      path: pathname.slice('/teams/'.length).split('/').map(decodeURIComponent),
      query: searchParams,
      body: text === '' ? {} : record(JSON.parse(text)),
    }
  } catch {
    return undefined
  }
}
