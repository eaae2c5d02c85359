import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { Logger } from 'pino'
import { Activity, tenantOf } from './activity.ts'
import { type Answer, deliverAgain } from './answer.ts'
import { refusalOf } from './authentication.ts'
import { withoutWords } from './logged.ts'

/** Why a request was refused; what it held is never told. */
export type Refusal =
  | 'method'
  | 'too-large'
  | 'malformed'
  | 'unauthorized'
  | 'foreign-tenant'
  | 'keys-unavailable'

export interface Receiving {
  readonly adapter: CloudAdapter
  readonly authentication: ConfigurationBotFrameworkAuthentication
  /** Only this tenant is heard; undefined in anonymous mode only. */
  readonly tenantId: string | undefined
  readonly listen: (activity: Activity) => Promise<Answer>
  readonly log: Logger
  readonly onRefused: (reason: Refusal) => void
}

const mostBytes = 256 * 1024
const statusOf: Readonly<Record<Refusal, number>> = {
  method: 405,
  'too-large': 413,
  malformed: 400,
  unauthorized: 401,
  'foreign-tenant': 403,
  'keys-unavailable': 503,
}

/** One request of the Bot Connector, from its bytes to the status it is answered with. Never throws. */
export async function receive(
  receiving: Receiving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (reason: Refusal) => {
    receiving.onRefused(reason)
    receiving.log.warn({ reason }, 'a request to the Teams endpoint was refused')
    // What is left of the body is not read.
    if (!request.complete) response.setHeader('connection', 'close')
    write(response, { status: statusOf[reason] })
  }
  try {
    const heard = await hear(receiving, request)
    if (typeof heard === 'string') refuse(heard)
    else write(response, heard)
  } catch (error) {
    receiving.log.error({ error: withoutWords(error) }, 'a turn of Teams failed')
    write(response, deliverAgain)
  }
}

async function hear(receiving: Receiving, request: IncomingMessage): Promise<Answer | Refusal> {
  if (request.method !== 'POST') return 'method'
  const text = await bodyOf(request)
  if (text === undefined) return 'too-large'
  const body = parsed(text)
  const activity = Activity.safeParse(body)
  if (!activity.success) return 'malformed'
  return turn(receiving, {
    activity: activity.data,
    body,
    authorization: request.headers.authorization ?? '',
  })
}

interface Delivered {
  readonly activity: Activity
  readonly body: unknown
  readonly authorization: string
}

async function turn(receiving: Receiving, delivered: Delivered): Promise<Answer | Refusal> {
  const { adapter, authentication, tenantId, listen } = receiving
  const raw = delivered.body as Parameters<typeof authentication.authenticateRequest>[0]
  let verified: Awaited<ReturnType<typeof authentication.authenticateRequest>>
  try {
    verified = await authentication.authenticateRequest(raw, delivered.authorization)
  } catch (error) {
    return refusalOf(error) === 'unavailable' ? 'keys-unavailable' : 'unauthorized'
  }
  const tenant = tenantOf(delivered.activity)
  if (tenant === undefined || (tenantId !== undefined && tenant !== tenantId)) return 'foreign-tenant'
  // The adapter swallows what its logic throws where it was told to, and wraps it otherwise: it is kept here.
  const outcome: { answer: Answer } = { answer: deliverAgain }
  await adapter.processActivityDirect(verified, raw, async () => {
    outcome.answer = await listen(delivered.activity)
  })
  return outcome.answer
}

/** Undefined where it is larger than an activity can be. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  // Not to be destroyed halfway: the refusal still has to go out on this connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function write(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
