import type { SlackPost } from '../slack/world.ts'
import { actionsOf } from '../teams/card.ts'
import { at } from '../teams/json.ts'
import type { AccountKey } from '../wire.ts'
import { type AskedField, fieldsOnSlack, fieldsOnTeams } from './asked-fields.ts'
import { splitKey } from './messages.ts'
import type { Stage } from './stage.ts'

/** What somebody of the hospital does on their platform, as a visitor would: both alike. */
export interface Hands {
  /** Presses a button of the newest message that has it; undefined where none has. */
  press(label: string): Promise<Before | undefined>
  /** The buttons of the newest message that has one of these. */
  offered(labels: readonly string[]): readonly string[]
  say(text: string): Promise<Before>
  /** Types a command; a form it asks for stands open afterwards. */
  command(words: string): Promise<void>
  /**
   * Sends the form that is open; it stays open no longer, but for the next one of several. `then`: what is pressed in
   * what thanks them, where that is offered.
   */
  submit(entered: EnteredByHand, then?: string): Promise<Submitted>
  /** What the form that is open asks for; nothing where none is. */
  fields(): readonly AskedField[]
}

/** `next`: another form came of it, and stands open. `refused`: it was not taken, or there was none. */
type Submitted = 'done' | 'next' | 'refused'

/** What is entered into a form, by the name of the field. */
export type EnteredByHand = Readonly<Record<string, string | readonly string[]>>

/** The newest thing before their eyes. */
export interface Before {
  /** Everything that is written in it. */
  readonly words: string
  readonly buttons: readonly string[]
}

export function handsOf(stage: Stage, account: AccountKey): Hands {
  const { platform, id } = splitKey(account)
  return platform === 'slack' ? onSlack(stage, id) : onTeams(stage, id)
}

function onSlack({ slack }: Stage, id: string): Hands {
  const person = slack.as(id)
  const before = (posts: readonly SlackPost[]): Before => {
    const blocks = posts.at(-1)?.blocks
    return { words: JSON.stringify(blocks ?? []), buttons: buttonsIn(blocks) }
  }
  return {
    offered: (labels) =>
      person.messages.map(({ blocks }) => buttonsIn(blocks)).findLast((all) => hasOneOf(all, labels)) ?? [],
    fields: () => fieldsOnSlack(person.windows.at(-1)?.content),
    press: async (label) => {
      const post = person.messages.findLast(({ blocks }) => buttonsIn(blocks).includes(label))
      if (post === undefined) return undefined
      const { posts, whispers } = await person.press(post, label)
      return before([...posts, ...whispers])
    },
    say: async (text) => before((await person.say(text)).posts),
    command: async (words) => {
      await person.command('/mentor', words)
    },
    submit: async (entered, then = '') => {
      const window = person.windows.at(-1)
      if (window === undefined) return 'refused'
      const { errors } = await person.submit(window, entered)
      const thanks = person.windows.at(-1)
      if (thanks && buttonsIn(thanks.content['blocks']).includes(then)) await person.press(thanks, then)
      const next = person.windows.at(-1)?.content['submit'] !== undefined
      if (errors === undefined && next) return 'next'
      person.dismiss()
      return errors === undefined ? 'done' : 'refused'
    },
  }
}

function onTeams({ teams }: Stage, id: string): Hands {
  const person = teams.as(id)
  const chat = teams.tenant.personalChat(id).id
  const fields = () => fieldsOnTeams(teams.tenant.dialog(id)?.card)
  const press: Hands['press'] = async (label) => {
    const post = person.chat().findLast(({ buttons }) => buttons.includes(label))
    if (post === undefined) return undefined
    const { posts, replaced } = await person.press(post, label)
    return replaced ?? before(posts)
  }
  const before = (posts: readonly (Before & { readonly conversation: string })[]): Before => {
    const newest = posts.findLast(({ conversation }) => conversation === chat)
    return { words: newest?.words ?? '', buttons: newest?.buttons ?? [] }
  }
  return {
    press,
    offered: (labels) =>
      person
        .chat()
        .map(({ buttons }) => buttons)
        .findLast((all) => hasOneOf(all, labels)) ?? [],
    fields,
    say: async (text) => before((await person.say(text)).posts),
    command: async (words) => {
      await person.say(words)
      await press('Open the form')
    },
    submit: async (entered, then) => {
      if (teams.tenant.dialog(id) === undefined) return 'refused'
      const asked = fields()
      const { errors, dialog } = await person.submitDialog(entered)
      const button = dialog && actionsOf(dialog.content).find((action) => at(action, 'title') === then)
      if (button) await person.submitInputs({}, button)
      const next = fields()
      if (errors === undefined && next.length > 0 && !isSameForm(asked, next)) return 'next'
      // What thanks them is read and closed: whoever looks over their shoulder later sees their chat.
      person.closeDialog()
      return errors === undefined && next.length === 0 ? 'done' : 'refused'
    },
  }
}

/** With its complaints a form comes back as it was. */
function isSameForm(one: readonly AskedField[], other: readonly AskedField[]): boolean {
  return one.map(({ name }) => name).join() === other.map(({ name }) => name).join()
}

function hasOneOf(buttons: readonly string[], labels: readonly string[]): boolean {
  return buttons.some((button) => labels.includes(button))
}

/** The labels of the buttons in Slack's blocks. */
function buttonsIn(blocks: unknown): string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(buttonsIn)
  if (typeof blocks !== 'object' || blocks === null) return []
  const { type, text, elements, accessory } = blocks as Record<string, unknown>
  const label: unknown = Object(text).text
  const here = type === 'button' && typeof label === 'string' ? [label] : []
  return [...here, ...buttonsIn(elements), ...buttonsIn(accessory)]
}
