import type { Message } from '../core/message/message.ts'
import type { Account } from '../core/people/account.ts'
import type { Person } from '../core/people/person.ts'
import type { NewEntry } from '../store/outbox.ts'

type Sent = { readonly key: string; readonly message: Message } & Partial<
  Pick<NewEntry, 'repeat' | 'after' | 'expiresAt' | 'author'>
>

/**
 * The outbox entry for a message into a person's own chat, where they last spoke; none if no account of theirs is
 * known. Not repeated when its fate is unknown, unless it says so.
 */
export function toPerson(person: Person, sent: Sent): NewEntry[] {
  const [account] = person.accounts
  return account ? [toAccount(account, sent)] : []
}

export function toAccount({ platform, workspace, user }: Account, sent: Sent): NewEntry {
  return { kind: 'send', repeat: 'never', platform, to: { workspace, user }, ...sent }
}
