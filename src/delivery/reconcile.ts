import { type Messenger, PlatformFault, type Receipt } from '../ports/messenger.ts'
import type { Entry } from '../store/outbox-claims.ts'

/** What to do with a send whose fate was unknown. */
export type Verdict =
  | { readonly kind: 'arrived'; readonly receipt: Receipt }
  /** It did not arrive. */
  | { readonly kind: 'send' }
  /** Nobody can say, and it is worth a second copy that says so. */
  | { readonly kind: 'send-again' }
  /** Nobody can say, and something later covers it. */
  | { readonly kind: 'let-be' }
  /** Nobody can say, and the second copy is of unknown fate too. */
  | { readonly kind: 'give-up' }

/** Clocks of the platform, the database and this process may differ a little. */
const skew = Temporal.Duration.from({ minutes: 1 })

/**
 * Asks the platform what became of the send; where it cannot say, the entry's own rule decides. Throws the
 * `PlatformFault` of the question, unless the platform forbids to ask it.
 */
export async function reconcile(messenger: Messenger, entry: Entry): Promise<Verdict> {
  const answer = await ask(messenger, entry)
  if (answer === 'absent') return { kind: 'send' }
  if (answer !== 'unknowable') return { kind: 'arrived', receipt: answer }
  if (entry.repeat === 'never') return { kind: 'let-be' }
  return { kind: entry.repeated ? 'give-up' : 'send-again' }
}

async function ask(messenger: Messenger, entry: Entry): Promise<Receipt | 'absent' | 'unknowable'> {
  const since = (entry.claimedAt ?? entry.createdAt).subtract(skew)
  try {
    return await messenger.find(entry.to, entry.id, since)
  } catch (cause) {
    if (cause instanceof PlatformFault && cause.kind === 'forbidden') return 'unknowable'
    throw cause
  }
}
