import type { Before, Hands } from './hands.ts'
import { type Life, type OwnGoal, stock } from './lives.ts'

/** Somebody at their check-in, the how-many-th of their life. */
export interface Answering {
  readonly hands: Hands
  readonly life: Life
  /** From 0. */
  readonly count: number
  readonly today: Temporal.PlainDate
}

/** So long somebody gives themselves for a next step, in days. */
const stepDays = 9

const mostTurns = 16

/** Answers in the form. False where there was none to fill in. */
export async function answerInForm({ hands, life, count, today }: Answering): Promise<boolean> {
  if ((await hands.press('Open form')) === undefined) return false
  const met = hasMet(life, count)
  const asks = life.asks?.at === count ? life.asks.words : undefined
  const submitted = await hands.submit({
    met: met ? 'yes' : 'no',
    ...(met && { 'met.minutes': minutes(life, count) }),
    how: rating(life, count),
    learned: words('learned', life, count),
    'next-step': words('next', life, count),
    'next-step.by': today.add({ days: stepDays }).toString(),
    coordinator: asks === undefined ? 'no' : 'yes',
    ...(asks !== undefined && { 'coordinator.words': asks }),
  })
  return submitted === 'done'
}

/** Answers in the chat, question by question. False where there was nothing to answer. */
export async function answerInChat(answering: Answering): Promise<boolean> {
  const { hands } = answering
  let asked = await hands.press('Answer here')
  if (asked === undefined) return false
  for (let turn = 0; turn < mostTurns && asked !== undefined; turn += 1) {
    asked = await answerOne(answering, asked)
  }
  return true
}

/** Puts the check-in off until the next day. */
export async function putOff(hands: Hands): Promise<boolean> {
  if ((await hands.press('Later')) === undefined) return false
  return (await hands.press('Tomorrow')) !== undefined
}

/** Turns an offer down. */
export async function sayNo(hands: Hands, why: string | undefined): Promise<boolean> {
  if ((await hands.press('Not this time')) === undefined) return false
  return (await hands.submit(why === undefined ? {} : { why })) === 'done'
}

export async function setGoal(hands: Hands, goal: OwnGoal, today: Temporal.PlainDate): Promise<boolean> {
  await hands.command('goal')
  const begun = await hands.submit({
    title: goal.title,
    measure: 'count',
    baseline: '0',
    target: String(goal.target),
    unit: goal.unit,
  })
  if (begun !== 'next') return false
  const kept = await hands.submit({
    attainable: goal.how,
    relevant: goal.why,
    dueOn: today.add({ days: goal.dueIn }).toString(),
  })
  return kept === 'done'
}

/** What is asked shows by its buttons and words; undefined when nothing more is. */
async function answerOne({ hands, life, count }: Answering, asked: Before): Promise<Before | undefined> {
  const { buttons, words: written } = asked
  if (buttons.includes('We met')) return await hands.press(hasMet(life, count) ? 'We met' : 'We did not')
  if (buttons.includes('30 min')) return await hands.press('30 min')
  if (buttons.includes('5') && buttons.includes('4')) return await hands.press(rating(life, count))
  if (buttons.includes('Yes, it is urgent')) return await hands.press('No')
  if (buttons.includes('Change an answer') || !buttons.includes('Skip this one')) return undefined
  const said = answerTo(written, life, count)
  return await (said === undefined ? hands.press('Skip this one') : hands.say(said))
}

function answerTo(written: string, life: Life, count: number): string | undefined {
  const kind = questionIn(written)
  const passedOver = kind === undefined || (kind === 'inTheWay' && count % 2 === 0)
  return passedOver ? undefined : words(kind, life, count)
}

/** In the words of every stage, and in those of the demonstration's own script. */
const questions: readonly { readonly kind: keyof typeof stock | undefined; readonly like: RegExp }[] = [
  { kind: 'learned', like: /went well|gone well|become clearer|matters to them|take with you|them grow/g },
  { kind: 'inTheWay', like: /in the way|makes it hard|still to be done/g },
  { kind: undefined, like: /this goal/g },
  { kind: 'next', like: /(your|the) next step|will you do next|to its end together/g },
]

/** The question that comes last: before it the answer to another is noted. */
function questionIn(written: string): keyof typeof stock | undefined {
  const found = questions.map(({ kind, like }) => ({
    kind,
    at: [...written.matchAll(like)].at(-1)?.index ?? -1,
  }))
  const [last] = found.filter(({ at }) => at >= 0).sort((a, b) => b.at - a.at)
  return last?.kind
}

function hasMet({ notMet = [] }: Life, count: number): boolean {
  return !notMet.includes(count)
}

function minutes({ name }: Life, count: number): string {
  return String([30, 45, 60, 25][(name.length + count) % 4] ?? 30)
}

function rating({ ratings }: Life, count: number): string {
  return String(ratings[count % ratings.length] ?? 4)
}

function words(kind: keyof typeof stock, { name, side }: Life, count: number): string {
  const sentences: readonly string[] = stock[kind][side]
  return sentences[(numberOf(name) + count) % sentences.length] ?? ''
}

/** The same for the same name, so that everybody goes their own way, always the same one. */
export function numberOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
}
