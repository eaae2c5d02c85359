import { type Answer, type ConnectorRequest, refusal } from './connector.ts'

/** What Teams takes of a bot in one conversation: so many calls in so many seconds. */
const limits = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1800, seconds: 3600 },
]
const longestMs = 3_600_000

/**
 * Refuses with 429 what is sent to a conversation faster than the documented rate ("Rate limiting for bots"), and says
 * when to come again. By the machine's clock, as the limits are.
 */
export function createThrottle(): (request: ConnectorRequest) => Answer | undefined {
  const sent = new Map<string, number[]>()
  return ({ method, path }) => {
    if (method === 'GET') return undefined
    const now = performance.now()
    const thread = path[2] ?? ''
    const calls = (sent.get(thread) ?? []).filter((at) => now - at < longestMs)
    const waits = limits.map((limit) => waitFor(calls, { ...limit, now }))
    const wait = Math.max(...waits)
    if (wait > 0) return refusal(429, 'Throttled', { 'retry-after': String(Math.ceil(wait / 1000)) })
    sent.set(thread, [...calls, now])
    return undefined
  }
}

interface At {
  readonly calls: number
  readonly seconds: number
  readonly now: number
}

/** Milliseconds until one more call is taken. */
function waitFor(sent: readonly number[], { calls, seconds, now }: At): number {
  const first = sent.at(-calls)
  return first === undefined ? 0 : Math.max(0, first + seconds * 1000 - now)
}
