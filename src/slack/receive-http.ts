import type { IncomingMessage, ServerResponse } from 'node:http'
import { type HTTPReceiver, verifySlackRequest } from '@slack/bolt'
import type { Refused } from './refused.ts'

const MOST_BYTES = 1024 * 1024

/** How old a signature may be, as Slack advises (docs.slack.dev, verifying requests from Slack). */
const FRESH_SECONDS = 5 * 60

interface Options {
  readonly receiver: HTTPReceiver
  readonly signingSecret: string
  readonly refused: (reason: Refused) => void
}

/**
 * Takes Slack's requests: reads at most 1 MB, checks the signature, refuses what is stale or was answered before,
 * and hands the rest to Bolt. Refusals have no content. Throws where the path is none of Bolt's.
 */
export function createHttpListener({ receiver, signingSecret, refused }: Options) {
  const answered = new Map<string, number>()

  function refuse(response: ServerResponse, status: number, reason: Refused): void {
    refused(reason)
    response.writeHead(status, status === 413 ? { connection: 'close' } : {})
    response.end()
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyWithin(request, MOST_BYTES)
    if (body === 'cut') {
      response.destroy()
      return
    }
    if (body === 'too-large') return refuse(response, 413, body)
    const rawBody = body
    const reason = doubt(request, rawBody, signingSecret)
    if (reason !== undefined) return refuse(response, 401, reason)
    const signature = String(request.headers['x-slack-signature'])
    const retried = request.headers['x-slack-retry-num'] !== undefined
    if (answered.has(signature) && !retried) return refuse(response, 401, 'replayed')
    if (!isReadable(request, rawBody)) return refuse(response, 400, 'malformed')
    response.once('finish', () => {
      if (response.statusCode < 300) remember(answered, signature)
    })
    receiver.requestListener(Object.assign(request, { rawBody }), response)
  }
}

function doubt(request: IncomingMessage, body: Buffer, signingSecret: string): Refused | undefined {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': written } = request.headers
  if (typeof signature !== 'string' || typeof written !== 'string' || written === '') return 'unsigned'
  const timestamp = Number(written)
  const age = Date.now() / 1000 - timestamp
  if (!(Math.abs(age) <= FRESH_SECONDS)) return 'stale'
  try {
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp }
    verifySlackRequest({ signingSecret, body: body.toString(), headers })
    return undefined
  } catch {
    return 'forged'
  }
}

/** Signatures answered with success, until they are stale anyway. */
function remember(answered: Map<string, number>, signature: string): void {
  const now = Date.now()
  for (const [old, until] of answered) {
    if (until > now) break
    answered.delete(old)
  }
  answered.set(signature, now + 2 * FRESH_SECONDS * 1000)
}

/** Whether Bolt will find an object of some type in the body; on anything else it would fall, or wait in vain. */
function isReadable(request: IncomingMessage, body: Buffer): boolean {
  const text = body.toString()
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return isObject(text)
  const fields = new URLSearchParams(text)
  const payload = fields.get('payload')
  return payload === null ? fields.has('command') || fields.has('ssl_check') : isObject(payload)
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || !('type' in value) || typeof value.type !== 'string') return false
    return !('event' in value) || isRecord(value.event)
  } catch {
    return false
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function bodyWithin(request: IncomingMessage, most: number): Promise<Buffer | 'too-large' | 'cut'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 'too-large'
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > most) return 'too-large'
      chunks.push(bytes)
    }
    return Buffer.concat(chunks)
  } catch {
    return 'cut'
  }
}
