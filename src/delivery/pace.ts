import type { Platform } from '../core/people/account.ts'
import type { Waits } from '../store/lanes.ts'

/** The least distance between two messages, in milliseconds. */
export interface Distance {
  /** Within a workspace or tenant. */
  readonly lane: number
  /** Within one chat or channel. */
  readonly conversation: number
}

/**
 * Slack: about one message a second and channel, and "several hundred a minute" a workspace
 * (docs.slack.dev/apis/web-api/rate-limits). Teams: 7 a second, 8 in 2 s and 60 in 30 s a conversation, and
 * under 30 a second a tenant (learn.microsoft.com, "Optimize your bot with rate limiting in Teams").
 */
export const platformPaces: Readonly<Record<Platform, Distance>> = {
  slack: { lane: 200, conversation: 1000 },
  teams: { lane: 40, conversation: 600 },
}

/** A wait this short is sat out; a longer one would keep the rest of the lane waiting too. */
const sitOutMs = 250

/** When the next message may travel: at once, after a moment, or so late that others should go first. */
export function paceOf({ paused, lane, conversation }: Waits): {
  kind: 'go' | 'sit-out' | 'put-off'
  ms: number
} {
  if (paused > 0) return { kind: 'put-off', ms: paused }
  const ms = Math.max(lane, conversation)
  if (ms <= 0) return { kind: 'go', ms: 0 }
  return ms <= sitOutMs ? { kind: 'sit-out', ms } : { kind: 'put-off', ms }
}
