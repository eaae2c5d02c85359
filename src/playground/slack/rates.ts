/** How often a minute a method may be called, by Slack's tiers; posting goes by channel. */
const perMinute: Readonly<Record<string, number>> = {
  'conversations.info': 50,
  'conversations.history': 50,
  'conversations.open': 50,
  'users.lookupByEmail': 50,
  'chat.update': 50,
  'chat.delete': 50,
  'dnd.teamInfo': 20,
}

/** Tier 4, which everything else is in. */
const MOST_PER_MINUTE = 100

/** Slack lets short bursts pass: so many messages at once, then one a second in a channel. */
const BURST = 4

interface Bucket {
  left: number
  at: number
}

/** Counts the calls of a bot as Slack documents its limits. Time is in milliseconds of a clock that never stands still. */
export class Rates {
  private readonly buckets = new Map<string, Bucket>()
  private readonly now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  /** How many seconds to wait before this call; undefined where it may be made. */
  wait(method: string, channel: unknown): number | undefined {
    if (method === 'chat.postMessage')
      return this.take(`${method} ${String(channel)}`, { most: BURST, perSecond: 1 })
    const most = perMinute[method] ?? MOST_PER_MINUTE
    return this.take(method, { most, perSecond: most / 60 })
  }

  private take(name: string, { most, perSecond }: { most: number; perSecond: number }): number | undefined {
    const now = this.now()
    const bucket = this.buckets.get(name) ?? { left: most, at: now }
    const left = Math.min(most, bucket.left + ((now - bucket.at) / 1000) * perSecond)
    this.buckets.set(name, { left: left < 1 ? left : left - 1, at: now })
    return left < 1 ? Math.ceil((1 - left) / perSecond) : undefined
  }
}
