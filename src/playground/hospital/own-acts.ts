import type { AccountKey } from '../wire.ts'
import { answerInChat, answerInForm, putOff, sayNo, setGoal } from './deeds.ts'
import { handsOf } from './hands.ts'
import { answersToOffers, type Life } from './lives.ts'
import { nameOf } from './messages.ts'
import { doPairAct, isPairAct, type PairAct } from './pair-plans.ts'
import type { Stage } from './stage.ts'

/** What people who live their own lives do about check-ins, offers and digests. */
type OwnAct = 'join' | 'yes' | 'no' | 'chat' | 'form' | 'later' | 'goal' | 'progress' | 'read'
export type Act = OwnAct | PairAct

const zone = 'Europe/London'

export interface Acting {
  readonly stage: Stage
  readonly account: AccountKey
  readonly now: Temporal.Instant
  readonly count: number
  readonly life: Life | undefined
}

/** Does it; gives it in a few words, undefined where it could not be done. */
export async function actOut(act: Act, acting: Acting): Promise<string | undefined> {
  if (!isPairAct(act)) return await acts[act](acting)
  const { life, now } = acting
  return life && (await doPairAct(act, { ...acting, life, today: todayAt(now) }))
}

function todayAt(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate()
}

const acts: Readonly<Record<OwnAct, (acting: Acting) => Promise<string | undefined>>> = {
  join: async ({ stage, account }) => (await handsOf(stage, account).press('Join')) && 'Joins the program',
  yes: async ({ stage, account }) =>
    (await handsOf(stage, account).press('Yes, gladly')) && 'Says yes to an offer',
  no: async ({ stage, account }) => {
    const why = answersToOffers.get(nameOf(stage, account))?.why
    return (await sayNo(handsOf(stage, account), why)) ? 'Says “not this time” to an offer' : undefined
  },
  later: async ({ stage, account }) =>
    (await putOff(handsOf(stage, account))) ? 'Puts the check-in off until tomorrow' : undefined,
  form: async ({ stage, account, life, count, now }) => {
    if (life === undefined) return undefined
    const done = await answerInForm({ hands: handsOf(stage, account), life, count, today: todayAt(now) })
    return done ? 'Fills in the check-in form' : undefined
  },
  chat: async ({ stage, account, life, count, now }) => {
    if (life === undefined) return undefined
    const done = await answerInChat({ hands: handsOf(stage, account), life, count, today: todayAt(now) })
    return done ? 'Answers the check-in in the chat' : undefined
  },
  goal: async ({ stage, account, life, now }) => {
    const { goal } = life ?? {}
    if (goal === undefined) return undefined
    return (await setGoal(handsOf(stage, account), goal, todayAt(now)))
      ? `Sets a goal: ${goal.title}`
      : undefined
  },
  progress: async ({ stage, account, life, count }) => {
    const { goal } = life ?? {}
    const step = goal?.steps[count - 2]
    if (goal === undefined || step === undefined) return undefined
    await handsOf(stage, account).command(`progress 1 ${step.value} ${step.note}`)
    return `Moves a goal along: ${step.value} of ${goal.target} ${goal.unit}`
  },
  read: async ({ stage, account }) => {
    await handsOf(stage, account).command('admin digest')
    return 'Reads the digest'
  },
}
