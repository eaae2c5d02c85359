import { z } from 'zod'
import { type FaultKind, PlatformFault } from '../ports/messenger.ts'

/**
 * Whether a call may have changed something when its answer is lost. `create`: doing it again would double it.
 * `repeatable`: reading, or writing the same thing again, does no harm.
 */
export type Effect = 'create' | 'repeatable'

/** Microsoft asks to wait this long where a 429 names no time. */
const usualWaitMs = 2_000

// learn.microsoft.com, "Status codes from bot conversational APIs".
const goneCodes: readonly string[] = [
  'BotNotInConversationRoster',
  'BotDisabledByUser',
  'MessageWritesBlocked',
  'ConversationBlockedByUser',
  'UserNotFound',
]

// The connection was never made: nothing was sent.
const neverSent: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

const ErrorBody = z.object({ error: z.object({ code: z.string().max(80) }) })
const NodeError = z.object({ code: z.string().max(80) })

/** What an answer other than 2xx means. 412, 429 and 503 are known not to have been taken. */
export async function faultOfAnswer(response: Response, effect: Effect): Promise<PlatformFault> {
  const body = ErrorBody.safeParse(await response.json().catch(() => undefined))
  const code = body.success ? body.data.error.code : `HTTP ${response.status}`
  const kind = kindOf(response.status, { code, effect })
  const retryAfterMs = kind === 'rate-limited' ? waitOf(response) : undefined
  return new PlatformFault(kind, { code, ...(retryAfterMs !== undefined && { retryAfterMs }) })
}

function kindOf(
  status: number,
  { code, effect }: { readonly code: string; readonly effect: Effect },
): FaultKind {
  if (status === 429) return 'rate-limited'
  if (status === 404 || status === 410 || goneCodes.includes(code)) return 'gone'
  if (status === 412 || status === 503) return 'unreachable'
  if (status >= 500) return effect === 'create' ? 'unknown-fate' : 'unreachable'
  return 'forbidden'
}

/** `Retry-After` in seconds or as an HTTP date. */
function waitOf(response: Response): number {
  const header = response.headers.get('retry-after')
  if (header === null) return usualWaitMs
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : usualWaitMs
}

/** What an exception of `fetch` means: never sent, or sent and the answer lost. */
export function faultOfException(cause: unknown, effect: Effect): PlatformFault {
  if (cause instanceof PlatformFault) return cause
  const code = codeOf(cause)
  const lost = effect === 'create' && !neverSent.includes(code)
  return new PlatformFault(lost ? 'unknown-fate' : 'unreachable', { code, cause })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError'
  const inner = NodeError.safeParse(error.cause)
  return inner.success ? inner.data.code : error.name
}
