import type { AskedField } from './asked-fields.ts'
import { numberOf } from './deeds.ts'
import type { EnteredByHand, Hands } from './hands.ts'
import type { Life } from './lives.ts'
import { pairStock } from './pair-stock.ts'

/** Somebody about to do something of the life of a pair. */
export interface Doing {
  readonly hands: Hands
  readonly life: Life
  readonly today: Temporal.PlainDate
}

/** No walk through cards or forms is longer. */
const mostSteps = 12
const mostForms = 3

/** Walks through the cards, one answer each, and confirms. */
export async function readBriefing({ hands }: Doing): Promise<boolean> {
  let card = await hands.press('Start the briefing')
  for (let step = 0; step < mostSteps && card !== undefined; step += 1) {
    const [first] = card.buttons
    if (first === undefined) return false
    card = await hands.press(first)
    if (first === 'Yes, I confirm') return card !== undefined
  }
  return false
}

/** Does with the agreement what is theirs to do: gives in a few words what that was. */
export async function takeUpAgreement(doing: Doing): Promise<string | undefined> {
  const { hands } = doing
  const offered = hands.offered(['I confirm', 'Add my part', 'Write my part', 'Our agreement'])
  if (offered.includes('I confirm'))
    return (await hands.press('I confirm')) && 'Confirms the agreement of the two'
  if (offered.includes('Add my part')) return await addMyPart(doing)
  if (offered.includes('Our agreement')) await hands.press('Our agreement')
  if ((await hands.press('Write my part')) === undefined) return undefined
  return (await fillForms(hands, agreementPart(doing))) ? 'Writes the first part of the agreement' : undefined
}

async function addMyPart(doing: Doing): Promise<string | undefined> {
  const { hands } = doing
  if ((await hands.press('Add my part')) === undefined) return undefined
  if (!(await fillForms(hands, agreementPart(doing), 'I confirm'))) return undefined
  return 'Adds to the agreement, and confirms it'
}

/** Ticks off some of what the two have looked at together since the last time; false once all of it is done. */
export async function tickOff({ hands, life }: Doing): Promise<boolean> {
  if ((await hands.press('Tick off')) === undefined) return false
  const fields = hands.fields()
  const open = fields.flatMap(({ name, options, chosen }) =>
    options.filter((option) => !chosen.includes(option)).map((option) => ({ name, option })),
  )
  const now = new Set(open.slice(0, 3 + (numberOf(life.name) % 3)))
  const entered = fields.map(({ name, chosen }) => {
    const ticked = [...now].filter((one) => one.name === name).map(({ option }) => option)
    return [name, [...chosen, ...ticked]] as const
  })
  return (await hands.submit(Object.fromEntries(entered))) === 'done' && open.length > 0
}

/** How they see themselves in their skills: a little further each time they are asked. */
export async function rateSkills(
  { hands, life }: Doing,
  moment: 'start' | 'middle' | 'end',
): Promise<boolean> {
  if ((await hands.press('Rate my skills')) === undefined) return false
  const further = { start: 0, middle: 1, end: 2 }[moment]
  const entered = hands.fields().map(({ name, options }) => {
    const rating = 1 + ((numberOf(life.name) + numberOf(name)) % 3) + further
    return [name, options[Math.min(rating, options.length) - 1] ?? ''] as const
  })
  return (await hands.submit(Object.fromEntries(entered))) === 'done'
}

/** Half-way and at the end: what it was like, in two forms at the end. */
export async function lookBack({ hands, life }: Doing): Promise<boolean> {
  const offered = hands.offered(['Begin', 'Go on', 'Last step'])
  const button = ['Begin', 'Go on', 'Last step'].find((label) => offered.includes(label))
  if (button === undefined || (await hands.press(button)) === undefined) return false
  const { helped, better, reached, next } = pairStock.review[life.side]
  const words = { helped, better, reached, next, thanks: pairStock.thanks[life.side] }
  // The end has a second half.
  return await fillForms(hands, answersIn(hands, life, words), 'Last step')
}

/** Proposes times for the next meeting: the last of those that suit both, so that the other has days to choose. */
export async function proposeMeeting({ hands, today }: Doing): Promise<boolean> {
  await hands.command('meet')
  const times = hands.fields().find(({ name }) => isCalled(name, 'times'))
  const when: EnteredByHand = times
    ? { [times.name]: times.options.slice(-2) }
    : { ownDate: today.add({ days: 6 }).toString(), ownTime: '14:00' }
  return (await hands.submit(when)) === 'done'
}

/** Takes the first of the times proposed. */
export async function pickTime({ hands }: Doing): Promise<boolean> {
  const [first] = hands.offered(['None fits'])
  return first !== undefined && first !== 'None fits' && (await hands.press(first)) !== undefined
}

/** Says thank you, where a message offers it or of their own accord. */
export async function sayThanks({ hands, life }: Doing): Promise<boolean> {
  if ((await hands.press('Say thanks')) === undefined) await hands.command('thanks')
  return (await hands.submit({ words: pairStock.thanks[life.side] })) === 'done'
}

function agreementPart({ life }: Doing): () => EnteredByHand {
  const { aims, frequency, channel, support, notice } = pairStock.agreement
  const place = numberOf(life.name)
  const one = (words: readonly string[]) => words[place % words.length] ?? ''
  // The dates that the form proposes are left to stand.
  return () => ({
    aims: one(aims),
    frequency: one(frequency),
    organizer: 'mentee',
    channel: one(channel),
    support: one(support),
    notice: one(notice),
  })
}

function answersIn(hands: Hands, life: Life, words: Readonly<Record<string, string>>): () => EnteredByHand {
  return () => ({
    ...words,
    ...Object.fromEntries(
      hands
        .fields()
        .filter(({ options }) => options.length > 0)
        .map((field) => [field.name, ratingFor(field, life)]),
    ),
  })
}

function ratingFor({ name, options }: AskedField, { name: who }: Life): string {
  return options[2 + ((numberOf(who) + numberOf(name)) % 3)] ?? ''
}

/** Fills in form after form, each with what it asks of this; false where one was not taken. */
async function fillForms(hands: Hands, words: () => EnteredByHand, then?: string): Promise<boolean> {
  for (let form = 0; form < mostForms; form += 1) {
    const submitted = await hands.submit(askedOf(hands, words()), then)
    if (submitted !== 'next') return submitted === 'done'
  }
  return false
}

function askedOf(hands: Hands, words: EnteredByHand): EnteredByHand {
  return Object.fromEntries(
    hands.fields().flatMap(({ name }) => {
      const found = Object.entries(words).find(([key]) => isCalled(name, key))
      return found ? [[name, found[1]] as const] : []
    }),
  )
}

/** Platforms put the form's own name before a field's. */
function isCalled(name: string, wanted: string): boolean {
  return name === wanted || name.endsWith(`:${wanted}`)
}
