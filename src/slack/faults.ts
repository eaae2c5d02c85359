import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { type FaultKind, PlatformFault } from '../ports/messenger.ts'

/** The bot's token is of no use any more: it was taken out of the workspace. */
const UNINSTALLED = new Set(['account_inactive', 'app_uninstalled', 'team_disabled', 'token_revoked'])

/** Answers that no waiting mends: the person or the channel is not there any more. */
const GONE = new Set([
  'bot_not_found',
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'not_in_channel',
  'user_deleted',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
])

/** Slack did nothing and may do it later. */
const LATER = new Set(['service_unavailable', 'team_added_to_org', 'request_timeout', 'accesslimited'])

/** Slack says itself that part of it may have been done. */
const UNKNOWN = new Set(['fatal_error', 'internal_error'])

/** Failures before anything was sent. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

const WAIT_UNLESS_TOLD_MS = 30_000

/**
 * What an error of Slack's SDK means. `asked`: whether the call only asked, or put again what stands there, so that
 * doing it twice does no harm; then a lost answer is as good as none.
 */
export function toFault(error: unknown, { asked }: { readonly asked: boolean }): PlatformFault {
  if (error instanceof PlatformFault) return error
  if (error instanceof WebAPIRateLimitedError) {
    return fault('rate-limited', { code: 'ratelimited', retryAfterMs: error.retryAfter * 1000, cause: error })
  }
  // The SDK throws a plain error at a 429 without a readable Retry-After.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return fault('rate-limited', { code: 'ratelimited', cause: error })
  }
  return failed(error, asked ? 'unreachable' : 'unknown-fate')
}

function failed(error: unknown, lost: FaultKind): PlatformFault {
  if (error instanceof WebAPIPlatformError) {
    return fault(kindOf(error.data.error, lost), { code: error.data.error, cause: error })
  }
  if (error instanceof WebAPIHTTPError) {
    return fault(error.statusCode >= 500 ? lost : 'forbidden', {
      code: `http_${error.statusCode}`,
      cause: error,
    })
  }
  if (error instanceof WebAPIRequestError) {
    const code = networkCode(error.original)
    return fault(NOT_SENT.has(code) ? 'unreachable' : lost, { code, cause: error })
  }
  return fault(lost, { code: 'unexpected', cause: error })
}

function fault(
  kind: FaultKind,
  detail: { code: string; retryAfterMs?: number; cause: unknown },
): PlatformFault {
  const wait = kind === 'rate-limited' ? { retryAfterMs: detail.retryAfterMs ?? WAIT_UNLESS_TOLD_MS } : {}
  return new PlatformFault(kind, { ...detail, ...wait })
}

function kindOf(code: string, lost: FaultKind): FaultKind {
  if (UNINSTALLED.has(code)) return 'uninstalled'
  if (GONE.has(code)) return 'gone'
  if (LATER.has(code)) return 'unreachable'
  if (UNKNOWN.has(code)) return lost
  return code === 'ratelimited' || code === 'rate_limited' ? 'rate-limited' : 'forbidden'
}

/** Node's fetch wraps the reason: an error in an error, or several where it tried several addresses. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'network'
  const inner = error.cause === undefined ? undefined : networkCode(error.cause)
  const code: unknown = Reflect.get(error, 'code')
  if (inner !== undefined && inner !== 'network') return inner
  if (typeof code === 'string') return code
  return error.name === 'TimeoutError' ? 'timeout' : 'network'
}
