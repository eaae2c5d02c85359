/** The demonstration's own time: it is set to instants of the story, and runs on from the last one. */
export interface StoryClock {
  now(): Temporal.Instant
  set(instant: Temporal.Instant): void
  /** From now on it runs as fast as any clock. */
  run(): void
}

export function storyClock(start: Temporal.Instant): StoryClock {
  let base = start
  let since: number | undefined
  return {
    now: () =>
      since === undefined ? base : base.add({ milliseconds: Math.floor(performance.now() - since) }),
    set: (instant) => {
      base = instant
    },
    run: () => {
      since = performance.now()
    },
  }
}
