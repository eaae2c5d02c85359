import type { Pool } from '../core/match/eligibility.ts'
import type { Proposal, Wish } from '../core/match/propose.ts'

/** How a search ended. */
export type Matched =
  /** `milliseconds`: what the search itself took. */
  | { readonly kind: 'proposal'; readonly proposal: Proposal; readonly milliseconds: number }
  /** By the signal. */
  | { readonly kind: 'cancelled' }
  /** This process ends; another may begin the search anew. */
  | { readonly kind: 'stopped' }
  /** It broke off. */
  | { readonly kind: 'broken'; readonly cause: unknown }

export interface MatchControl {
  /** How far it is, 0 to 100; it never falls. */
  readonly onPercent?: (percent: number) => void
  /** Ends the search at once. */
  readonly signal?: AbortSignal
}

/** Searches for pairs, as `propose` of the core does, beside whatever else the process does meanwhile. */
export interface Matcher {
  /** One search at a time; the next waits for it. Never rejects. */
  propose(pool: Pool, wish: Wish, control?: MatchControl): Promise<Matched>
  /** Ends what is searched for, and refuses what comes. */
  stop(): Promise<void>
}
