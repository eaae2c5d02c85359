import type { Seen as SlackSeen } from '../../src/playground/slack/seen.ts'
import type { SlackView } from '../../src/playground/slack/windows.ts'
import type { SlackPost } from '../../src/playground/slack/world.ts'
import { actionsOf } from '../../src/playground/teams/card.ts'
import type { Seen as TeamsSeen } from '../../src/playground/teams/seen.ts'
import type { Stage } from './stage.ts'

/** What somebody sees after what they did: all words before their eyes that are new. */
export interface Shown {
  readonly words: string
  /** At the fields of the form they sent. */
  readonly errors: readonly string[]
  /** A form is open. */
  readonly form: boolean
}

/** Somebody who uses Rounds, whatever the platform. */
export interface Actor {
  readonly name: string
  readonly email: string
  readonly id: string
  readonly platform: 'slack' | 'teams'
  /** A command: with the slash in Slack, in the personal chat in Teams. */
  command(words: string): Promise<Shown>
  /** A command whose answer is a form: it stands open afterwards. */
  openForm(words: string): Promise<Shown>
  say(words: string): Promise<Shown>
  /** Sends the bot a file in their chat. */
  handOver(name: string, file: Uint8Array): Promise<Shown>
  /** Presses a button of the newest message in their chat that has it. */
  press(label: string): Promise<Shown>
  /** Presses a button of a channel's newest message that has it. */
  pressIn(channel: string, label: string): Promise<Shown>
  /** Presses a button of what stands in the window or dialog that is open. */
  pressInWindow(label: string): Promise<Shown>
  /** Fills in the open form and sends it. */
  submit(entered: Readonly<Record<string, string>>): Promise<Shown>
  /** Everything that stands in their chat with the bot now. */
  chat(): string
}

export function onSlack({ slack }: Pick<Stage, 'slack'>, id: string): Actor {
  const person = slack.as(id)
  const user = slack.world.users.get(id)
  if (!user) throw new Error(`${id} is not in the workspace`)
  // What a form is answered with stands until its reader turns to something else.
  let isRead = false
  const turning = () => {
    if (isRead) person.dismiss()
    isRead = false
    return person
  }
  const pressed = (posts: readonly SlackPost[], label: string) => {
    const post = posts.findLast(({ blocks }) => hasButton(blocks, label))
    if (!post) throw new Error(`${user.name} sees no button ${label}`)
    return turning().press(post, label).then(shownOnSlack)
  }
  return {
    name: user.name,
    email: user.email ?? '',
    id,
    platform: 'slack',
    command: (words) => turning().command('/mentor', words).then(shownOnSlack),
    openForm: (words) => turning().command('/mentor', words).then(shownOnSlack),
    say: (words) => turning().say(words).then(shownOnSlack),
    handOver: (name, file) => person.sendFile(name, file).then(shownOnSlack),
    press: (label) => pressed(person.messages, label),
    pressIn: (channel, label) =>
      pressed(
        slack.world.posts.filter((post) => post.channel === channel),
        label,
      ),
    pressInWindow: (label) => {
      const window = person.windows.at(-1)
      if (!window) throw new Error(`${user.name} has no window open`)
      isRead = false
      return person.press(window, label).then(shownOnSlack)
    },
    submit: async (entered) => {
      const window = person.windows.at(-1)
      if (!window) throw new Error(`${user.name} has no window open`)
      const seen = await person.submit(window, entered)
      const shown = shownOnSlack(seen)
      isRead = !seen.errors && !shown.form
      return shown
    },
    chat: () => person.messages.map(({ blocks, text }) => wordsIn([text, blocks])).join('\n'),
  }
}

export function onTeams({ teams }: Pick<Stage, 'teams'>, id: string): Actor {
  const person = teams.as(id)
  const played = teams.tenant.people.find((one) => one.id === id)
  if (!played) throw new Error(`${id} is not in the tenant`)
  const press = async (label: string) => {
    const post = person.chat().findLast(({ buttons }) => buttons.includes(label))
    if (!post) throw new Error(`${played.name} sees no button ${label}`)
    return shownOnTeams(await person.press(post, label))
  }
  return {
    name: played.name,
    email: played.email,
    id,
    platform: 'teams',
    command: (words) => person.say(words).then(shownOnTeams),
    openForm: async (words) => {
      await person.say(words)
      return await press('Open the form')
    },
    say: (words) => person.say(words).then(shownOnTeams),
    handOver: (name, file) => person.sendFile(name, file).then(shownOnTeams),
    press,
    pressIn: async (channel, label) => {
      const post = teams.tenant.journal.findLast(
        ({ conversation, activity }) => conversation.startsWith(channel) && hasButton([activity], label),
      )
      if (!post) throw new Error(`${played.name} sees no button ${label} in the channel`)
      return shownOnTeams(await person.press(post, label))
    },
    pressInWindow: async (label) => {
      const action = actionsOf(teams.tenant.dialog(id)?.card ?? {}).find(({ title }) => title === label)
      if (!action) throw new Error(`${played.name} sees no button ${label} in the dialog`)
      return shownOnTeams(await person.submitInputs({}, action))
    },
    submit: async (entered) => shownOnTeams(await person.submitDialog(entered)),
    chat: () =>
      person
        .chat()
        .map(({ words, preview }) => `${preview}\n${words}`)
        .join('\n'),
  }
}

function shownOnSlack({ whispers, posts, window, errors, said }: SlackSeen): Shown {
  const view: readonly unknown[] = window ? [contentOf(window)] : []
  return {
    words: wordsIn([whispers.map(({ blocks }) => blocks), posts.map(({ blocks }) => blocks), view, said]),
    errors: Object.values(errors ?? {}),
    form: window?.content['callback_id'] !== undefined && window.content['submit'] !== undefined,
  }
}

function contentOf({ content }: SlackView): unknown {
  return [content['title'], content['blocks']]
}

function shownOnTeams({ posts, dialog, replaced, notice, errors }: TeamsSeen): Shown {
  return {
    words: [...posts.map(({ words }) => words), dialog?.title, dialog?.words, replaced?.words, notice]
      .filter((words) => words !== undefined)
      .join('\n'),
    errors: Object.values(errors ?? {}),
    form: (dialog?.inputs.length ?? 0) > 0,
  }
}

const shownKeys = new Set([
  'text',
  'elements',
  'fields',
  'title',
  'label',
  'blocks',
  'view',
  'errors',
  'hint',
])
const containers = /^(rich_text|section|context|header|actions|modal|input|plain_text|mrkdwn|button|text)/

/** All words of Slack's blocks; the runs of one line are put together. */
function wordsIn(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(wordsIn).join('\n')
  if (typeof node !== 'object' || node === null) return ''
  const { type, elements } = node as { type?: unknown; elements?: unknown[] }
  if (type === 'rich_text_section' && elements) return elements.map(wordsIn).join('')
  if (typeof type === 'string' && !containers.test(type)) return ''
  return Object.entries(node)
    .filter(([name]) => shownKeys.has(name))
    .map(([, value]) => wordsIn(value))
    .join('\n')
}

function hasButton(blocks: readonly unknown[], label: string): boolean {
  const written = JSON.stringify(blocks)
  return (
    written.includes(`"text":${JSON.stringify(label)}`) ||
    written.includes(`"title":${JSON.stringify(label)}`)
  )
}
