import { inOrganization } from '../../app/world.ts'
import type { Running } from '../../serve.ts'
import { isNudgeOpen } from '../../store/ended-entries.ts'
import type { AccountKey } from '../wire.ts'
import { numberOf } from './deeds.ts'
import { answersToOffers, type Life, lives, readers } from './lives.ts'
import { nameOf } from './messages.ts'
import type { Told } from './news.ts'
import { type Act, actOut } from './own-acts.ts'
import { type PacedAct, pairActFor, pairActsAfter } from './pair-plans.ts'
import type { Stage } from './stage.ts'

/** People who live their own lives: some time after a message has reached them they do something about it. */
export interface OwnLives {
  /** Takes up what has reached people. */
  hear(news: readonly Told[]): void
  /** Does what is due by now; gives what was done. */
  act(): Promise<readonly Deed[]>
  /** When the next of them does something. */
  next(): Temporal.Instant | undefined
  keep(): LivesKept
}

export interface Deed {
  readonly account: AccountKey
  readonly text: string
}

export interface LivesKept {
  readonly plans: readonly (Omit<Plan, 'at'> & { readonly at: string })[]
  /** How many check-ins each has answered. */
  readonly counts: Readonly<Record<string, number>>
}

interface Plan {
  readonly at: Temporal.Instant
  readonly account: AccountKey
  readonly act: Act
  /** The nudge that it is about. */
  readonly nudge?: string
}

interface Living {
  readonly stage: Stage
  readonly running: Running
  /** By name, when they join, once they have been invited. */
  readonly joining: ReadonlyMap<string, Temporal.Instant>
  /** When somebody comes to look: digests of before are old, and what two of a pair do besides can wait until then. */
  readonly arrival: Temporal.Instant
  /** Whether somebody is left alone: whoever sits before their page plays them. */
  readonly isPlayed: (account: AccountKey) => boolean
  readonly isAlive: () => boolean
  readonly kept?: LivesKept
}

/** Not more, or somebody waits for long to see what they did. */
const atOnce = 4
const mostDaysLate = 20
/** From the hour at which a visitor comes on, so that nobody gets up for it at night. */
const hoursOfDay = 9
const known = new Map(lives.map((life) => [life.name, life]))

export function createOwnLives(living: Living): OwnLives {
  const { stage, running, kept } = living
  const now = () => running.world.now()
  const counts = new Map(Object.entries(kept?.counts ?? {}))
  let plans: readonly Plan[] = (kept?.plans ?? []).map((plan) => ({
    ...plan,
    at: Temporal.Instant.from(plan.at),
  }))
  const isDue = ({ at }: Plan) => Temporal.Instant.compare(at, now()) <= 0

  async function isStillOpen({ nudge }: Plan): Promise<boolean> {
    if (nudge === undefined) return true
    return await inOrganization(running.world, running.organizationId, (scope) => isNudgeOpen(scope, nudge))
  }

  async function carryOut(plan: Plan): Promise<Deed | undefined> {
    const { account, act } = plan
    const name = nameOf(stage, account)
    if (living.isPlayed(account) || !(await isStillOpen(plan))) return undefined
    const count = counts.get(name) ?? 0
    const life = known.get(name)
    const text = await actOut(act, { stage, account, now: now(), count, life })
    if (text === undefined) return undefined
    if (act === 'chat' || act === 'form') {
      counts.set(name, count + 1)
      plans = [...plans, ...dayAfter(plan, life, { count, now: now() })]
    }
    const later = life ? pairActsAfter(act, life, count) : []
    plans = [...plans, ...later.map((paced) => planOf(paced, { account, living, now: now() }))]
    return { account, text }
  }

  async function carryOutTogether(together: readonly Plan[]): Promise<Deed[]> {
    // A platform may be out of order: then they let it be this time.
    const deeds = await Promise.all(together.map((plan) => carryOut(plan).catch(() => undefined)))
    return deeds.filter((deed) => deed !== undefined)
  }

  return {
    hear: (news) => {
      plans = [
        ...plans,
        ...news.flatMap((told, place) => plansFor(told, { living, counts, now: now(), place })),
      ]
    },
    act: async () => {
      if (!living.isAlive()) return []
      const due = plans.filter(isDue)
      plans = plans.filter((plan) => !isDue(plan))
      const done: Deed[] = []
      for (let rest = due; rest.length > 0; ) {
        const together = someOf(rest)
        done.push(...(await carryOutTogether(together)))
        rest = rest.filter((plan) => !together.includes(plan))
      }
      return done
    },
    next: () => (living.isAlive() ? plans.map(({ at }) => at).sort(Temporal.Instant.compare)[0] : undefined),
    keep: () => ({
      plans: plans.map((plan) => ({ ...plan, at: plan.at.toString() })),
      counts: Object.fromEntries(counts),
    }),
  }
}

/** A few at once, one for each person. */
function someOf(plans: readonly Plan[]): Plan[] {
  const first = new Map(plans.toReversed().map((plan) => [plan.account, plan]))
  return plans.filter((plan) => first.get(plan.account) === plan).slice(0, atOnce)
}

interface Hearing {
  readonly living: Living
  readonly counts: ReadonlyMap<string, number>
  readonly now: Temporal.Instant
  /** How many came before it at this moment. */
  readonly place: number
}

/** What somebody makes of a message that has reached them. */
function plansFor({ kind, platform, entry }: Told, { living, counts, now, place }: Hearing): readonly Plan[] {
  if (kind === 'digest' && platform === 'slack') {
    return Temporal.Instant.compare(now, living.arrival) < 0 ? [] : readersOf(living.stage, now)
  }
  if (entry === undefined) return []
  const { account, key } = entry
  const name = nameOf(living.stage, account)
  if (key.startsWith('notice:')) return joins(account, { on: living.joining.get(name), now })
  const life = known.get(name)
  const [area, nudge = '', number = ''] = key.split(':')
  if (area === 'offer') return answersTo({ account, name, now, place, isReminder: number === 'reminder' })
  if (life === undefined) return []
  if (area !== 'nudge') return plansForPair(key, life, { account, living, now })
  const act = actFor(life, Number(number))
  if (act === undefined) return []
  const more = (numberOf(name) + (counts.get(name) ?? 0) * 7) % (1 + Math.floor(life.after / 5))
  return [{ at: now.add({ minutes: life.after + more }), account, act, nudge }]
}

interface Whose {
  readonly account: AccountKey
  readonly living: Living
  readonly now: Temporal.Instant
}

function plansForPair(key: string, life: Life, whose: Whose): readonly Plan[] {
  const paced = pairActFor(key, life)
  return paced ? [planOf(paced, whose)] : []
}

/** Weeks before a visitor comes are lived through quickly: what can wait is done in the fortnight after. */
function planOf({ act, after }: PacedAct, { account, living, now }: Whose): Plan {
  const waits = Temporal.Instant.compare(now, living.arrival) < 0
  if (!waits) return { at: now.add(after), account, act }
  const own = numberOf(nameOf(living.stage, account) + act)
  const hours = (1 + (own % mostDaysLate)) * 24 + (own % hoursOfDay)
  return { at: living.arrival.add({ hours }), account, act }
}

function joins(
  account: AccountKey,
  { on, now }: { on: Temporal.Instant | undefined; now: Temporal.Instant },
): readonly Plan[] {
  if (on === undefined) return []
  return [{ at: Temporal.Instant.compare(on, now) > 0 ? on : now, account, act: 'join' }]
}

interface Offered {
  readonly account: AccountKey
  readonly name: string
  readonly now: Temporal.Instant
  readonly place: number
  readonly isReminder: boolean
}

/**
 * Most of those who are asked say yes within a few hours; a few think about it until the reminder. Two questions that
 * came together are answered one after the other, so that each is the newest in its time.
 */
function answersTo({ account, name, now, place, isReminder }: Offered): readonly Plan[] {
  const { act, waits = false } = answersToOffers.get(name) ?? { act: 'yes' }
  if (waits !== isReminder) return []
  return [{ at: now.add({ minutes: 25 + (numberOf(name) % 200) + place * 2 }), account, act }]
}

/** Everybody but the silent answers in the end: at the latest after the reminder. */
function actFor({ way }: Life, message: number): Act | undefined {
  if (way === 'silent' || (way === 'after-reminder' && message === 1)) return undefined
  if (way === 'later') return message === 1 ? 'later' : 'form'
  return way === 'chat' ? 'chat' : 'form'
}

function readersOf(stage: Stage, now: Temporal.Instant): Plan[] {
  const accounts = new Map<string, AccountKey>([
    ...stage.teams.tenant.people.map(({ id, name }) => [name, `teams:${id}`] as const),
    ...[...stage.slack.world.users.values()].map(({ id, name }) => [name, `slack:${id}`] as const),
  ])
  return readers.flatMap(({ name, after }) => {
    const account = accounts.get(name)
    return account === undefined ? [] : [{ at: now.add({ minutes: after }), account, act: 'read' as const }]
  })
}

/** A goal is set after the first check-in, and moved along after the others. */
function dayAfter(
  { account }: Plan,
  life: Life | undefined,
  { count, now }: { count: number; now: Temporal.Instant },
): Plan[] {
  const { goal } = life ?? {}
  if (goal === undefined || count > goal.steps.length) return []
  return [{ at: now.add({ hours: 22 }), account, act: count === 0 ? 'goal' : 'progress' }]
}
