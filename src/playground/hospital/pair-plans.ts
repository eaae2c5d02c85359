import type { AccountKey } from '../wire.ts'
import { numberOf } from './deeds.ts'
import { handsOf } from './hands.ts'
import type { Life } from './lives.ts'
import {
  type Doing,
  lookBack,
  pickTime,
  proposeMeeting,
  rateSkills,
  readBriefing,
  sayThanks,
  takeUpAgreement,
  tickOff,
} from './pair-deeds.ts'
import type { Stage } from './stage.ts'

/** What people do about the life of a pair besides check-ins. */
const pairActs = [
  'briefing',
  'agreement',
  'tick',
  'rate-start',
  'rate-middle',
  'rate-end',
  'look-back',
  'propose',
  'pick',
  'held',
  'step-done',
  'thanks',
  'become-mentor',
] as const
export type PairAct = (typeof pairActs)[number]

export function isPairAct(act: string): act is PairAct {
  return pairActs.some((one) => one === act)
}

/** What a message is about, by its purpose, and who does something about it. */
const causes: readonly { readonly like: RegExp; readonly act: PairAct; readonly side?: Life['side'] }[] = [
  { like: /^briefing:/, act: 'briefing' },
  { like: /^pair:[^:]+:(made|begun):/, act: 'agreement', side: 'mentee' },
  { like: /^agreement:.+:(written|half|remind):/, act: 'agreement' },
  { like: /^orientation:[^:]+:list:/, act: 'tick' },
  { like: /^skills:[^:]+:start$/, act: 'rate-start' },
  { like: /^skills:[^:]+:middle$/, act: 'rate-middle' },
  { like: /^skills:[^:]+:end$/, act: 'rate-end' },
  { like: /^review:/, act: 'look-back' },
  { like: /^meeting:[^:]+:proposed:/, act: 'pick' },
  { like: /^meeting:[^:]+:did-it:/, act: 'held', side: 'mentor' },
  { like: /^plan-reminder:/, act: 'step-done' },
  { like: /^goal:[^:]+:reached:/, act: 'thanks', side: 'mentee' },
  { like: /^become-mentor:/, act: 'become-mentor' },
]

export interface PacedAct {
  readonly act: PairAct
  readonly after: Temporal.Duration
}

/** What somebody does about a message of this purpose, and how long after; undefined: nothing. */
export function pairActFor(key: string, life: Life): PacedAct | undefined {
  const cause = causes.find(({ like }) => like.test(key))
  if (cause === undefined || life.way === 'silent') return undefined
  if (cause.side !== undefined && cause.side !== life.side) return undefined
  return { act: cause.act, after: paceOf(life, cause.act) }
}

/** What one thing that was done brings them to do later. `count`: the check-ins answered before it. */
export function pairActsAfter(act: string, life: Life, count: number): readonly PacedAct[] {
  if (life.way === 'silent') return []
  const isPrompt = life.way === 'chat' || life.way === 'form'
  if (act === 'join') return isPrompt ? [{ act: 'briefing', after: paceOf(life, 'briefing') }] : []
  if (act === 'tick') return [{ act: 'tick', after: Temporal.Duration.from({ hours: 7 * 24 }) }]
  const isCheckIn = act === 'chat' || act === 'form'
  if (!isCheckIn || life.side === 'mentor') return []
  if (count % 4 === 3) return [{ act: 'thanks', after: Temporal.Duration.from({ hours: 5 }) }]
  return count % 2 === 1 ? [{ act: 'propose', after: Temporal.Duration.from({ hours: 26 }) }] : []
}

/** Some in an hour or two, some on the next day, some days later; but a proposed time does not wait for long. */
function paceOf(life: Life, act: PairAct): Temporal.Duration {
  const days = { chat: 0, form: 1, later: 3, 'after-reminder': 5, silent: 0 }[life.way]
  const isUrgent = act === 'pick' || act === 'held'
  const minutes = 20 + life.after + (numberOf(life.name + act) % 240)
  return Temporal.Duration.from({ hours: isUrgent ? 0 : days * 24, minutes })
}

interface PairActing {
  readonly stage: Stage
  readonly account: AccountKey
  readonly life: Life
  readonly today: Temporal.PlainDate
}

type Act = (doing: Doing) => Promise<string | undefined>

function said(words: string, act: (doing: Doing) => Promise<boolean>): Act {
  return async (doing) => ((await act(doing)) ? words : undefined)
}

function pressing(label: string): (doing: Doing) => Promise<boolean> {
  return async ({ hands }) => (await hands.press(label)) !== undefined
}

const rated = 'Rates their own skills'
const acts: Readonly<Record<PairAct, Act>> = {
  briefing: said('Reads the briefing, and confirms it', readBriefing),
  agreement: takeUpAgreement,
  tick: said('Ticks off points of the orientation list', tickOff),
  'rate-start': said(rated, (doing) => rateSkills(doing, 'start')),
  'rate-middle': said(rated, (doing) => rateSkills(doing, 'middle')),
  'rate-end': said(rated, (doing) => rateSkills(doing, 'end')),
  'look-back': said('Looks back on the mentoring', lookBack),
  propose: said('Proposes times for a meeting', proposeMeeting),
  pick: said('Picks a time for the meeting', pickTime),
  held: said('Says that the two have met', pressing('We met')),
  'step-done': said('Gets a next step done', pressing('Done: 1')),
  thanks: said('Says thank you', sayThanks),
  'become-mentor': said('Would like to become a mentor', pressing('Become a mentor')),
}

interface PairActing {
  readonly stage: Stage
  readonly account: AccountKey
  readonly life: Life
  readonly today: Temporal.PlainDate
}

/** Does it; gives it in a few words, undefined where it could not be done. */
export async function doPairAct(act: PairAct, acting: PairActing): Promise<string | undefined> {
  const { stage, account, life, today } = acting
  return await acts[act]({ hands: handsOf(stage, account), life, today })
}
