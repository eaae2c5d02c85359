import { propose } from '../core/match/propose.ts'
import type { Matched, Matcher } from '../ports/matcher.ts'

/** Searches at once, without a thread. */
export function createDirectMatcher(): Matcher {
  return {
    propose: (pool, wish, { onPercent, signal } = {}) =>
      Promise.try((): Matched => {
        if (signal?.aborted) return { kind: 'cancelled' }
        return { kind: 'proposal', proposal: propose(pool, wish, onPercent), milliseconds: 0 }
      }),
    stop: () => Promise.resolve(),
  }
}
