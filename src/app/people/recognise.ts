import type { Account } from '../../core/people/account.ts'
import type { Person } from '../../core/people/person.ts'
import type { Member } from '../../ports/directory.ts'
import { audit } from '../../store/audit.ts'
import { linkAccount, peopleByEmail, personByAccount } from '../../store/people.ts'
import { inOrganization, type World } from '../world.ts'
import { tellOtherAccounts } from './tell-other-accounts.ts'

export type Recognised =
  | { readonly person: Person }
  | { readonly unknown: 'guest' | 'stranger' | 'not-in-roster' | 'cannot-ask' }

/**
 * Who an account is (PRODUCT, *Who is who*): the id counts once it is linked. An account not seen before is linked if
 * it is a full member and its e-mail matches exactly one row of the roster.
 */
export async function recognise(world: World, organizationId: string, account: Account): Promise<Recognised> {
  const known = await inOrganization(world, organizationId, (scope) => personByAccount(scope, account))
  if (known) return { person: known }

  const member = await askDirectory(world, account)
  if (member === 'cannot-ask') return { unknown: 'cannot-ask' }
  if (!member || member.standing === 'stranger' || member.standing === 'deactivated')
    return { unknown: 'stranger' }
  if (member.standing === 'guest') return { unknown: 'guest' }

  const { email } = member
  if (email === undefined) return { unknown: 'not-in-roster' }
  return inOrganization(world, organizationId, async (scope) => {
    const [person, ...more] = await peopleByEmail(scope, [email])
    if (!person || more.length > 0) return { unknown: 'not-in-roster' as const }
    await linkAccount(scope, { personId: person.id, account })
    await tellOtherAccounts(scope, person, account)
    await audit(scope, { actor: person.id, action: 'account.link', details: { platform: account.platform } })
    return { person: { ...person, accounts: [account, ...person.accounts] } }
  })
}

async function askDirectory(world: World, account: Account): Promise<Member | undefined | 'cannot-ask'> {
  const directory = world.directories[account.platform]
  if (!directory) return 'cannot-ask'
  try {
    return await directory.member(account)
  } catch (fault) {
    world.log.warn({ err: fault }, 'the directory did not answer')
    return 'cannot-ask'
  }
}
