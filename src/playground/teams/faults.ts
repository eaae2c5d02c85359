import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../wire.ts'
import { type Answer, refusal } from './connector.ts'

/** What goes wrong with a call of the bot. `stored`: it was taken, only the answer is bad. */
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

/** The fault that every call meets while the platform is not mended. */
export function standingFault(fault: Fault | 'none'): TeamsFault | undefined {
  switch (fault) {
    case 'rate-limited':
      return { kind: 'refuse', status: 429, code: 'Throttled', retryAfterSeconds: 5 }
    case 'broken':
      return { kind: 'refuse', status: 500, code: 'ServiceError' }
    case 'slow':
      return { kind: 'slow', milliseconds: 4000 }
    case 'none':
      return undefined
  }
}

interface Call {
  readonly response: ServerResponse
  readonly act: () => Answer
}

/** Answers a call, or does to it what the fault says. */
export async function answerWith(fault: TeamsFault | undefined, { response, act }: Call): Promise<void> {
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

export function write(response: ServerResponse, { status, body, headers }: Answer): void {
  const bytes = body instanceof Uint8Array ? body : undefined
  const type = bytes ? 'application/octet-stream' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(bytes ?? (body === undefined ? '' : JSON.stringify(body)))
}
