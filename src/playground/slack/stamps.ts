/**
 * Slack's time stamps of messages: seconds and microseconds, no two alike, each after the one before. They are read
 * from whatever clock the workspace lives by.
 */
export class Stamps {
  /** The newest so far, in microseconds since 1970. */
  last: number
  private readonly now: () => Temporal.Instant

  constructor(now: () => Temporal.Instant, last = 0) {
    this.now = now
    this.last = last
  }

  next(): string {
    this.last = Math.max(this.now().epochMilliseconds * 1000, this.last + 1)
    return `${Math.floor(this.last / 1_000_000)}.${String(this.last % 1_000_000).padStart(6, '0')}`
  }
}

export function instantOf(ts: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000))
}
