import { createHmac } from 'node:crypto'
import type { SocketServer } from './socket-server.ts'

/** What Slack sends to an app: an event, a command or something pressed or submitted. */
export interface Delivery {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive'
  readonly body: Readonly<Record<string, unknown>>
}

/** How the app answered within Slack's three seconds. */
export interface Acknowledgement {
  readonly acknowledged: boolean
  /** Of the HTTP answer; undefined over the socket and where no answer came. */
  readonly status?: number
  /** Why no answer came: three seconds went by, or there was nobody to answer. */
  readonly failure?: 'late' | 'unreachable'
  /** What the acknowledgement said; undefined where it said nothing. */
  readonly said?: Readonly<Record<string, unknown>>
}

const PATIENCE_MS = 3000

/** Slack's headers for a body: version 0 of its signature (docs.slack.dev, verifying requests from Slack). */
export function signed(body: string, secret: string, skew = 0): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) + skew)
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` }
}

/** A delivery as the body and content type of its HTTP request. */
function asRequest({ kind, body }: Delivery): { readonly body: string; readonly type: string } {
  const form = 'application/x-www-form-urlencoded'
  if (kind === 'events_api') return { body: JSON.stringify(body), type: 'application/json' }
  if (kind === 'interactive') {
    return { body: new URLSearchParams({ payload: JSON.stringify(body) }).toString(), type: form }
  }
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)])
  return { body: new URLSearchParams(fields).toString(), type: form }
}

export async function deliverOverHttp(
  url: string,
  delivery: Delivery,
  options: { readonly secret: string; readonly retry?: number },
): Promise<Acknowledgement> {
  const { body, type } = asRequest(delivery)
  const retry = { 'x-slack-retry-num': String(options.retry ?? 0), 'x-slack-retry-reason': 'http_timeout' }
  const headers = {
    'content-type': type,
    ...signed(body, options.secret),
    ...(options.retry === undefined ? {} : retry),
  }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { acknowledged: response.ok, status: response.status, ...said(await response.text()) }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return { acknowledged: false, failure: late ? 'late' : 'unreachable' }
  }
}

export async function deliverOverSocket(
  socket: SocketServer,
  { kind, body }: Delivery,
  retry?: number,
): Promise<Acknowledgement> {
  if (socket.connections === 0) return { acknowledged: false, failure: 'unreachable' }
  const options = { patience: PATIENCE_MS, ...(retry === undefined ? {} : { retry }) }
  const answer = await socket.deliver(kind, body, options)
  return answer === undefined
    ? { acknowledged: false, failure: 'late' }
    : { acknowledged: true, ...said(JSON.stringify(answer)) }
}

function said(body: string): Pick<Acknowledgement, 'said'> {
  if (body === '' || body === '{}') return {}
  try {
    return { said: { ...Object(JSON.parse(body)) } }
  } catch {
    return { said: { text: body } }
  }
}
