import type { Message } from '../core/message/message.ts'
import type { Platform } from '../core/people/account.ts'

/** Whom or where a message goes: a person's own chat with the bot, a channel, or the chat of several people. */
export type Recipient =
  | { readonly workspace: string; readonly user: string }
  | { readonly workspace: string; readonly channel: string }
  /** One conversation of these people and the bot, the same for the same people (Slack alone has them). */
  | { readonly workspace: string; readonly users: readonly string[] }

/** Where a sent message stands, so that it can be updated. */
export interface Receipt {
  /** Slack channel id, or Teams conversation id. */
  readonly channel: string
  /** Slack ts, or Teams activity id. */
  readonly message: string
}

/** What a platform does with messages. Every method throws `PlatformFault` and nothing else. */
export interface Messenger {
  readonly platform: Platform
  /** `entry` is the outbox entry's id; Slack carries it as message metadata so that `find` can see it. */
  send(to: Recipient, message: Message, entry: string): Promise<Receipt>
  update(workspace: string, receipt: Receipt, message: Message): Promise<void>
  /** Whether a send whose fate is unknown arrived. `unknowable`: this platform cannot say (Teams). */
  find(to: Recipient, entry: string, since: Temporal.Instant): Promise<Receipt | 'absent' | 'unknowable'>
}

export type FaultKind =
  /** Asked to wait; `retryAfterMs` says how long. */
  | 'rate-limited'
  /** The person or channel is not there any more, or the bot is not in it: it will not come back by waiting. */
  | 'gone'
  /** The bot was taken out of the whole workspace: nobody there can be written to. */
  | 'uninstalled'
  /** The platform refuses this for what it is (a scope, a policy, a bad payload). */
  | 'forbidden'
  /** The platform refused or answered an error (5xx) and surely did not take it. */
  | 'unreachable'
  /** The answer was lost: it may or may not have been taken. */
  | 'unknown-fate'

export class PlatformFault extends Error {
  readonly kind: FaultKind
  readonly retryAfterMs: number | undefined
  /** The platform's own short code; never content. */
  readonly code: string

  constructor(kind: FaultKind, detail: { code: string; retryAfterMs?: number; cause?: unknown }) {
    super(`${kind}: ${detail.code}`, { cause: detail.cause })
    this.name = 'PlatformFault'
    this.kind = kind
    this.code = detail.code
    this.retryAfterMs = detail.retryAfterMs
  }
}
