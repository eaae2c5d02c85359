import type { Message } from '../core/message/message.ts'
import type { Prisma } from '../store/generated/client.ts'
import { occupy, routeOf, waitsOf } from '../store/lanes.ts'
import {
  abandon,
  claim,
  type Entry,
  lockEntry,
  loseClaim,
  noteFault,
  putOff,
  type Target,
  targetOf,
} from '../store/outbox-claims.ts'
import type { DeliveryDeps, DeliveryRules } from './deps.ts'
import type { DoNotDisturb } from './do-not-disturb.ts'
import { paceOf } from './pace.ts'
import { tellOf } from './tell-of.ts'

/** An entry that this process has signed for, in a committed transaction. */
export interface Claimed {
  readonly entry: Entry
  readonly message: Message | undefined
  /** The message to change, for an update. */
  readonly target: Target | undefined
}

/** What to do about an entry now. `done`: nothing, or it was put off. */
export type Step =
  | { readonly kind: 'done' }
  | { readonly kind: 'sit-out'; readonly ms: number }
  | { readonly kind: 'ask-disturb'; readonly entry: Entry }
  | { readonly kind: 'claimed'; readonly claimed: Claimed }

interface Taking {
  readonly tx: Prisma.TransactionClient
  readonly deps: DeliveryDeps
  readonly rules: DeliveryRules
  readonly disturb: DoNotDisturb
}

const done: Step = { kind: 'done' }
/** How long an update waits for the message it changes. */
const targetMs = 15_000

/** Signs the entry over to this process, or says why not now. One transaction, before the platform is called. */
export async function take(id: string, taking: Taking): Promise<Step> {
  const entry = await lockEntry(taking.tx, id, taking.deps.store.seal)
  if (entry === undefined || !(entry.state === 'ready' || entry.state === 'sending')) return done
  if (entry.claimedBy !== undefined) return await leaveOrLose(entry, taking)
  if (entry.uninstalled) {
    await abandon(taking.tx, entry.id, 'uninstalled')
    await tellOf(entry, { why: 'uninstalled', code: 'uninstalled' }, taking)
    return done
  }
  // What may have been sent already is looked into in any case; only what was not sent can be too late.
  if (entry.state === 'ready') {
    const refused = (await tooLate(entry, taking)) ?? (await disturbed(entry, taking))
    if (refused !== undefined) return refused
  }
  return await takeInTurn(entry, taking)
}

// A claim of this very process that is still here was never settled: two attempts at once are kept out before.
async function leaveOrLose(entry: Entry, { tx, deps, rules }: Taking): Promise<Step> {
  if (entry.claimedBy === deps.presence.name || !entry.claimantPresent)
    await loseClaim(tx, entry, rules.settleMs)
  return done
}

async function tooLate(entry: Entry, { tx, deps }: Taking): Promise<Step | undefined> {
  if (entry.expiresAt === undefined || Temporal.Instant.compare(deps.now(), entry.expiresAt) < 0)
    return undefined
  await abandon(tx, entry.id, 'expired')
  return done
}

async function disturbed(entry: Entry, { tx, deps, disturb }: Taking): Promise<Step | undefined> {
  const answer = disturb.answerFor(entry, deps.now())
  if (answer === 'not-asked') return { kind: 'ask-disturb', entry }
  if (answer === 'welcome') return undefined
  await noteFault(tx, entry.id, disturb.fault)
  await putOff(tx, entry, answer.waitMs)
  return done
}

async function takeInTurn(entry: Entry, taking: Taking): Promise<Step> {
  const { tx, deps, rules } = taking
  const target = entry.kind === 'update' ? await targetOf(tx, entry) : undefined
  if (target?.superseded || target?.state === 'never-sent') {
    await abandon(tx, entry.id, target.superseded ? 'superseded' : 'nothing-to-update')
    return done
  }
  if (target?.state === 'waiting') {
    await putOff(tx, entry, targetMs)
    return done
  }
  const route = routeOf(entry.platform, entry.to)
  const pace = paceOf(await waitsOf(tx, route))
  if (pace.kind === 'sit-out') return { kind: 'sit-out', ms: pace.ms }
  if (pace.kind === 'put-off') {
    await putOff(tx, entry, pace.ms)
    return done
  }
  await occupy(tx, route, rules.paces[entry.platform])
  await claim(tx, entry.id, deps.presence.name)
  return { kind: 'claimed', claimed: { entry, message: entry.message, target } }
}
