import { expect } from 'vitest'
import { consentIn } from '../../src/playground/teams/consent.ts'
import { at } from '../../src/playground/teams/json.ts'
import type { Actor, Shown } from './actors.ts'
import type { Passing } from './passing.ts'
import type { Stage } from './stage.ts'
import type { Two } from './year-cast.ts'

/** A pair and the world it lives in. */
export interface Lives extends Two {
  readonly stage: Stage
  readonly time: Passing
}

export interface Chapter {
  readonly name: string
  /** The moment at which it begins. */
  readonly at: string
  play(lives: Lives): Promise<void>
}

type Entered = Readonly<Record<string, string>>

/** Somebody at work. What they do has led to all that it leads to when it resolves; `sees` are words that they must read then. */
export interface Hands {
  command(words: string, ...sees: readonly string[]): Promise<Shown>
  openForm(words: string, ...sees: readonly string[]): Promise<Shown>
  say(words: string, ...sees: readonly string[]): Promise<Shown>
  press(label: string, ...sees: readonly string[]): Promise<Shown>
  pressInWindow(label: string, ...sees: readonly string[]): Promise<Shown>
  submit(entered: Entered, ...sees: readonly string[]): Promise<Shown>
}

export function handsOf({ time }: Pick<Lives, 'time'>, actor: Actor): Hands {
  const doing = async (act: (one: Actor) => Promise<Shown>, sees: readonly string[]) => {
    const shown = await time.does(actor, act)
    for (const words of sees) expect([...shown.errors, shown.words].join('\n')).toContain(words)
    return shown
  }
  return {
    command: (words, ...sees) => doing((one) => one.command(words), sees),
    openForm: (words, ...sees) => doing((one) => one.openForm(words), sees),
    say: (words, ...sees) => doing((one) => one.say(words), sees),
    press: (label, ...sees) => doing((one) => one.press(label), sees),
    pressInWindow: (label, ...sees) => doing((one) => one.pressInWindow(label), sees),
    submit: (entered, ...sees) => doing((one) => one.submit(entered), sees),
  }
}

/** Both of them, each with a pair of hands. */
export function bothOf(lives: Lives): { readonly mentor: Hands; readonly mentee: Hands } {
  return { mentor: handsOf(lives, lives.mentor), mentee: handsOf(lives, lives.mentee) }
}

/** Answers the open check-in in its form: a minute, no more. */
export async function answerBriefly(
  lives: Lives,
  who: 'mentor' | 'mentee',
  more: Entered = {},
): Promise<Shown> {
  const hands = bothOf(lives)[who]
  await hands.press('Open form', 'Your check-in')
  return await hands.submit(
    { met: 'yes', 'met.minutes': '30', how: '4', ...more },
    'That is all for this time.',
  )
}

/** The newest file of that name that the bot has handed to them; in Teams they let it into their OneDrive first. */
export async function takeFile({ stage }: Pick<Lives, 'stage'>, actor: Actor, name: string): Promise<string> {
  if (actor.platform === 'slack') {
    const ids = stage.slack.as(actor.id).messages.map((post) => JSON.stringify([post.files, post.blocks]))
    const file = [...stage.slack.world.files.values()].findLast(
      (one) =>
        one.name === name &&
        ids.some((words) => words.includes(one.id) || words.includes(String(one.permalink))),
    )
    if (!file) throw new Error(`${actor.name} has no file ${name}`)
    return Buffer.from(file.bytes).toString()
  }
  const { tenant } = stage.teams
  const asked = tenant
    .personalChat(actor.id)
    .posts.findLast(({ activity }) => at(consentIn(activity), 'name') === name)
  if (!asked) throw new Error(`${actor.name} is offered no file ${name}`)
  await stage.teams.as(actor.id).consent(asked.id, 'accept')
  const file = [...tenant.files.values()].findLast((one) => one.name === name)
  if (!file) throw new Error(`${actor.name} has got no file ${name}`)
  return Buffer.from(file.bytes).toString()
}

const toOverview = { slack: '', teams: '/mentor' } as const
/** Their overview. */
export function overviewOf(lives: Pick<Lives, 'time'>, actor: Actor): Promise<Shown> {
  return handsOf(lives, actor).command(toOverview[actor.platform])
}

/** How often somebody was sent a message with that preview in the whole year. */
export function timesTold({ time }: Pick<Lives, 'time'>, actor: Actor, preview: string): number {
  return time.diary.filter((came) => came.who === actor.name && came.preview === preview && !came.changed)
    .length
}
