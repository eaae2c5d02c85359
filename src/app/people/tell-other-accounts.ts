import type { Account } from '../../core/people/account.ts'
import { accountLinked } from '../../core/people/messages.ts'
import type { Person } from '../../core/people/person.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { toAccount } from '../write-to.ts'

/** A further account was linked: the new one and the others are told, so that nobody takes a place unseen. */
export async function tellOtherAccounts(scope: Scope, person: Person, linked: Account): Promise<void> {
  if (person.accounts.length === 0) return
  const { platform, workspace, user } = linked
  const entries = [...person.accounts, linked].map((told) =>
    toAccount(told, {
      key: `account:${platform}:${workspace}:${user}:linked:${told.platform}:${told.workspace}:${told.user}`,
      message: accountLinked(platform),
      repeat: 'once',
    }),
  )
  await queue(scope, entries)
}
