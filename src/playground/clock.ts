/** The hospital's own time: it stands, or runs as fast as any clock, and can be set. */
export interface StoryClock {
  now(): Temporal.Instant
  /** Stands at this instant until it runs again. */
  set(instant: Temporal.Instant): void
  /** From now on it runs. */
  run(): void
}

export function storyClock(start: Temporal.Instant): StoryClock {
  let base = start
  let since: number | undefined
  const now = () =>
    since === undefined ? base : base.add({ milliseconds: Math.floor(performance.now() - since) })
  return {
    now,
    set: (instant) => {
      base = instant
      since = undefined
    },
    run: () => {
      base = now()
      since = performance.now()
    },
  }
}
