/** Counts what is under way, so that a stop can wait for it: Bolt's own stop does not. */
export class UnderWay {
  private readonly works = new Set<Promise<unknown>>()
  private closed = false

  /** Whether nothing new is to be begun. */
  get ending(): boolean {
    return this.closed
  }

  track<Result>(work: Promise<Result>): Promise<Result> {
    const forget = () => {
      this.works.delete(work)
    }
    this.works.add(work)
    work.then(forget, forget)
    return work
  }

  /** Waits for everything under way, also for what that begins, `patienceMs` at most. */
  async end(patienceMs: number): Promise<void> {
    this.closed = true
    const until = performance.now() + patienceMs
    while (this.works.size > 0 && performance.now() < until) {
      await within(Promise.allSettled(this.works), until - performance.now()).catch(() => undefined)
    }
  }
}

export class TooSlow extends Error {
  constructor() {
    super('not done in time')
    this.name = 'TooSlow'
  }
}

/** The result of the work, or a rejection with `TooSlow` after so many milliseconds; the work itself goes on. */
export async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
