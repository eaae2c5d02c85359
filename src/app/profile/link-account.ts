import { textIn } from '../../core/message/form.ts'
import type { Intent, Outcome } from '../../core/message/intent.ts'
import type { Account, Platform } from '../../core/people/account.ts'
import {
  codeForm,
  codeProblems,
  knownAlready,
  linkCodeMessage,
  linkedHere,
  nowhereElse,
} from '../../core/people/link-messages.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { ownerOf } from '../../store/invitations.ts'
import { newLinkCode, type Redeemed, redeemLinkCode } from '../../store/link-codes.ts'
import { workspacesOf } from '../../store/organizations.ts'
import { linkAccount, lockPerson, personById } from '../../store/people.ts'
import { firstTime, forgetTime } from '../../store/processed-events.ts'
import type { Scope } from '../../store/scope.ts'
import { tellOtherAccounts } from '../people/tell-other-accounts.ts'
import type { Turn } from '../turn.ts'
import { inOrganization, type World } from '../world.ts'

const LIFE = Temporal.Duration.from({ minutes: 10 })
/** Codes that one account may type in a day. */
const MOST_TRIES = 5

/** The platform that the organization uses and this person does not, if there is one. */
export async function furtherPlatform(scope: Scope, person: Person): Promise<Platform | undefined> {
  const known = new Set(person.accounts.map(({ platform }) => platform))
  const all = await workspacesOf(scope.tx, scope.organizationId)
  return all.find(({ platform }) => !known.has(platform))?.platform
}

/** *Use Rounds on …, too*: a new code, for ten minutes; one that was given before is no good any more. */
export async function giveCode({ scope, person }: Turn): Promise<Outcome> {
  const further = await furtherPlatform(scope, person)
  if (!further) return { kind: 'show', message: nowhereElse }
  const code = await newLinkCode(scope, { personId: person.id, expiresAt: scope.now.add(LIFE) })
  await audit(scope, { actor: person.id, action: 'account.code', subject: person.id })
  return { kind: 'show', message: linkCodeMessage({ code, further }) }
}

/** Whoever is known has no use for a code. */
export function tellKnownAlready(): Promise<Outcome> {
  return Promise.resolve({ kind: 'show', message: knownAlready })
}

/**
 * What an account that is nobody's yet can do: say that it has a code, and type it in. Undefined for all else. Only for
 * full members of a linked workspace. Its wrong codes are counted: after five it is asked to wait a day, whatever it types.
 */
export function answerUnknown(
  world: World,
  organizationId: string,
  intent: Intent,
): Promise<Outcome | undefined> {
  const { kind } = intent
  if (kind === 'press' && intent.verb === 'account.code')
    return Promise.resolve({ kind: 'form', form: codeForm() })
  if (kind !== 'submit' || intent.verb !== 'account.code-save') return Promise.resolve(undefined)
  const code = textIn(intent.values, 'code')
  return inOrganization(world, organizationId, async (scope) => {
    if (!(await firstTime(scope, intent.key))) return { kind: 'silence' }
    const outcome = await redeem(scope, intent.account, code)
    if (outcome.kind === 'errors') await forgetTime(scope, intent.key)
    return outcome
  })
}

async function redeem(scope: Scope, account: Account, code: string): Promise<Outcome> {
  if ((await ownerOf(scope, account)) !== undefined) return { kind: 'show', message: knownAlready }
  if (!(await mayTry(scope, account))) return refuse('too-often')
  const redeemed = await redeemLinkCode(scope, code)
  if (typeof redeemed === 'string') return refuse(redeemed)
  await lockPerson(scope, redeemed.personId)
  const person = await personById(scope, redeemed.personId)
  if (!person) return refuse('wrong')
  await linkAccount(scope, { personId: person.id, account })
  await tellOtherAccounts(scope, person, account)
  const { platform } = account
  await audit(scope, { actor: person.id, action: 'account.link', details: { platform, by: 'code' } })
  return { kind: 'show', message: linkedHere }
}

/** Counted before the code is looked at, so that many tries at once are no more than five. */
async function mayTry(scope: Scope, { platform, workspace, user }: Account): Promise<boolean> {
  for (let number = 1; number <= MOST_TRIES; number += 1) {
    if (await firstTime(scope, `link-try:${platform}:${workspace}:${user}:${number}`)) return true
  }
  return false
}

function refuse(why: Exclude<Redeemed, object> | 'too-often'): Outcome {
  return { kind: 'errors', errors: { code: codeProblems[why] }, form: codeForm() }
}
