import type { Account } from '../../core/people/account.ts'
import { markGone, personByAccount } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { withdrawOffersOf } from '../offer/withdraw-offers.ts'

/** The account cannot be reached any more. Whoever has no other one is waited for no longer. */
export async function loseAccount(scope: Scope, account: Account): Promise<void> {
  await markGone(scope, account)
  const person = await personByAccount(scope, account)
  if (person?.accounts.length === 0) await withdrawOffersOf(scope, { personId: person.id })
}
