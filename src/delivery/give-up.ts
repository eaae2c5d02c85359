import type { FaultKind } from '../ports/messenger.ts'
import type { Entry } from '../store/outbox-claims.ts'

/** An entry that will never be sent, or of which nobody will ever know. Ids and short codes only. */
export interface GaveUp {
  readonly entry: Pick<Entry, 'id' | 'organizationId' | 'key' | 'platform' | 'to' | 'kind'>
  /** `unreadable`: its message cannot be opened any more. */
  readonly why: Exclude<FaultKind, 'rate-limited'> | 'unreadable'
  /** The platform's short code of the last fault. */
  readonly code: string
}

/** When an entry is tried again, and for how long. */
export interface Patience {
  readonly attempts: number
  /** The wait after the first failure; it doubles with each. */
  readonly firstMs: number
  readonly longestMs: number
}

/** Twenty attempts in about a day: 15 s, 30 s and so on to an hour, then every two hours. */
export const aboutADay: Patience = { attempts: 20, firstMs: 15_000, longestMs: 2 * 60 * 60_000 }

/** How long to wait after so many failures (at least 1); undefined when it is time to give up. `dice`: 0 to 1. */
export function backOff(patience: Patience, failures: number, dice: number): number | undefined {
  if (failures >= patience.attempts) return undefined
  const wait = Math.min(patience.longestMs, patience.firstMs * 2 ** (failures - 1))
  // Up to a tenth more or less, so that what failed together does not come back together.
  return Math.round(wait * (0.9 + 0.2 * dice))
}
