import type { Intent, Outcome, PlatformEvent } from '../core/message/intent.ts'
import type { Account } from '../core/people/account.ts'

/** What a platform hands over to. The app implements it; tests of a platform play it. */
export interface IntentHandler {
  /**
   * Carries out one deed, in one transaction. When it resolves, everything typed is stored or the outcome says
   * why not. Rejects only where nothing was stored and the platform may deliver again.
   */
  handle(intent: Intent): Promise<Outcome>
  /** Whether a deed may store something. What only reads may be acknowledged before it is handled. */
  stores(intent: Intent): boolean
  /** Words for a person whose deed failed: that nothing was stored, with what they typed. */
  apologise(intent: Intent): Outcome
  happened(event: PlatformEvent): Promise<void>
}

/** Where a platform keeps what it needs to write to somebody first (Teams: the conversation reference). */
export interface Addresses {
  save(account: Account, address: string): Promise<void>
  load(account: Account): Promise<string | undefined>
}
