import type { IncomingMessage, ServerResponse } from 'node:http'
import { AuthorizationError, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import { checkAppToken } from './client.ts'
import { Ending } from './committing-app.ts'
import { createHttpListener } from './receive-http.ts'
import type { Refused } from './refused.ts'
import { sdkLog } from './sdk-log.ts'
import { TooSlow, within } from './under-way.ts'

/** The way by which Slack's requests come in. */
export interface Door {
  readonly receiver: Receiver
  readonly listener?: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  open(): Promise<void>
  close(): Promise<void>
  connected(): boolean
}

interface Hooks {
  readonly log: Logger
  readonly refused: (reason: Refused) => void
}

const CONNECT_MS = 20_000

/**
 * Signed requests over HTTP. What failed before it was stored is answered 503, without content: Slack delivers events
 * again. What nobody can read is answered 400.
 */
export function httpDoor(signingSecret: string, hooks: Hooks): Door {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: sdkLog(hooks.log),
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(503).end()
    },
    processEventErrorHandler: ({ error, response }) => {
      const status = statusOf(error, hooks)
      if (!response.headersSent) response.writeHead(status).end()
      // To Bolt this says that nobody needs to wait for an acknowledgement any more.
      return Promise.resolve(true)
    },
  })
  return {
    receiver,
    listener: createHttpListener({ receiver, signingSecret, refused: hooks.refused }),
    open: () => Promise.resolve(),
    close: () => Promise.resolve(),
    connected: () => true,
  }
}

/** Socket Mode: Rounds connects to Slack and connects anew for as long as it runs. */
export function socketDoor(appToken: string, hooks: Hooks, options: WebClientOptions): Door {
  // With a limited number of attempts the client rejects into nowhere at a network fault, which ends the process.
  const retryConfig = { forever: true, retries: 1000, factor: 1.5, minTimeout: 1000, maxTimeout: 30_000 }
  let closed = false
  // An attempt that goes on after the end would open the socket again: it is left without an answer.
  const whileOpen: NonNullable<WebClientOptions['fetch']> = (address, init) =>
    closed ? new Promise(() => {}) : (options.fetch ?? fetch)(address, init)
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLog(hooks.log),
    installerOptions: {
      clientOptions: { ...options, retryConfig, rejectRateLimitedCalls: false, fetch: whileOpen },
    },
    processEventErrorHandler: ({ error }) => Promise.resolve(statusOf(error, hooks) < 500),
  })
  let connected = false
  receiver.client.on('connected', () => {
    connected = true
  })
  receiver.client.on('close', () => {
    connected = false
  })
  return {
    receiver,
    open: async () => {
      await checkAppToken(options, appToken)
      try {
        await within(receiver.start(), CONNECT_MS)
      } catch (error) {
        await receiver.stop()
        throw new Error('Slack did not open a socket for SLACK_APP_TOKEN in time.', { cause: error })
      }
    },
    close: async () => {
      closed = true
      await receiver.stop()
    },
    connected: () => connected,
  }
}

function statusOf(error: Error, { log, refused }: Hooks): number {
  const original: unknown = Reflect.get(error, 'original') ?? error
  if (error instanceof AuthorizationError) {
    refused('foreign-workspace')
    return 200
  }
  if (original instanceof ZodError) {
    refused('malformed')
    return 400
  }
  if (original instanceof Ending) return 503
  if (original instanceof TooSlow)
    log.warn({ err: original }, 'an event of Slack took too long and comes again')
  else log.error({ err: original }, 'an event of Slack was not stored and comes again')
  return 503
}
