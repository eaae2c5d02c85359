import type { SlackPost } from '../slack/world.ts'
import type { AccountKey } from '../wire.ts'
import { splitKey } from './messages.ts'
import type { Stage } from './stage.ts'

/** What somebody of the hospital does on their platform, as a visitor would: both alike. */
export interface Hands {
  /** Presses a button of the newest message that has it; undefined where none has. */
  press(label: string): Promise<Before | undefined>
  say(text: string): Promise<Before>
  /** Types a command; a form it asks for stands open afterwards. */
  command(words: string): Promise<void>
  /** Sends the form that is open; false where it was not taken. */
  submit(entered: Readonly<Record<string, string>>): Promise<boolean>
  /** Sends the first form of several; false where none stands open after it. */
  goOn(entered: Readonly<Record<string, string>>): Promise<boolean>
}

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
    submit: async (entered) => {
      const window = person.windows.at(-1)
      if (window === undefined) return false
      const { errors } = await person.submit(window, entered)
      person.dismiss()
      return errors === undefined
    },
    goOn: async (entered) => {
      const window = person.windows.at(-1)
      if (window === undefined) return false
      const { errors } = await person.submit(window, entered)
      return errors === undefined && person.windows.at(-1)?.content['submit'] !== undefined
    },
  }
}

function onTeams({ teams }: Stage, id: string): Hands {
  const person = teams.as(id)
  const chat = teams.tenant.personalChat(id).id
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
    say: async (text) => before((await person.say(text)).posts),
    command: async (words) => {
      await person.say(words)
      await press('Open the form')
    },
    submit: async (entered) => {
      const { errors, dialog } = await person.submitDialog(entered)
      // What thanks them is read and closed: whoever looks over their shoulder later sees their chat.
      person.closeDialog()
      return errors === undefined && (dialog?.inputs.length ?? 0) === 0
    },
    goOn: async (entered) => {
      const { errors, dialog } = await person.submitDialog(entered)
      return errors === undefined && (dialog?.inputs.length ?? 0) > 0
    },
  }
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
