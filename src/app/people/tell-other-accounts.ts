import type { Account } from '../../core/people/account.ts'
import { accountLinked } from '../../core/people/messages.ts'
import type { Person } from '../../core/people/person.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'

/** A further account was linked: the new one and the others are told, so that nobody takes a place unseen. */
export async function tellOtherAccounts(scope: Scope, person: Person, linked: Account): Promise<void> {
  if (person.accounts.length === 0) return
  const entries = [...person.accounts, linked].map((account) => ({
    key: `account:${linked.platform}:${linked.workspace}:${linked.user}:linked:${account.platform}:${account.workspace}:${account.user}`,
    to: account,
    kind: 'send' as const,
    repeat: 'never' as const,
    message: accountLinked(linked.platform),
  }))
  await queue(scope, entries)
}
