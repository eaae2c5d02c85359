import { actionsOf, type Entered, filledIn, type SeenCard, seenCard } from './card.ts'
import { at, listAt, record } from './json.ts'
import { type Activity, newId, type Post, type Tenant } from './tenant.ts'

/** What a person sees after doing something. */
export interface Seen {
  /** The HTTP status that the bot answered Teams with. */
  readonly status: number
  readonly body: unknown
  /** Messages that the bot posted or changed meanwhile, anywhere, in order. */
  readonly posts: readonly SeenPost[]
  /** A dialog that opened or was drawn again. */
  readonly dialog?: SeenCard & { readonly title: string }
  /** The card that now stands in the place of the pressed one. */
  readonly replaced?: SeenCard
  /** A short notice that only this person sees. */
  readonly notice?: string
  /** What the client itself complained about; nothing was sent. */
  readonly complaints?: readonly string[]
}

export interface SeenPost extends SeenCard {
  readonly id: string
  readonly conversation: string
  readonly text: string
  readonly preview: string
  readonly updated: number
}

/** How what a person does reaches the bot. */
export interface Wire {
  readonly tenantId: string
  readonly tenant: Tenant
  readonly serviceUrl: string
  deliver(activity: Activity): Promise<{ readonly status: number; readonly body: unknown }>
  activityOf(person: string, more: Activity): Activity
}

export interface Says {
  say(text: string): Promise<Seen>
}

/** What somebody can do in Teams. Everything resolves when the bot has answered. */
export interface PersonActs extends Says {
  /** Says the same message again, as Teams delivers a turn again that it believes lost. */
  sayAgain(): Promise<Seen>
  /** Sends the bot a file in the personal chat, with or without words. */
  sendFile(name: string, bytes: Uint8Array, text?: string): Promise<Seen>
  inChannel(channel: string): Says
  inGroupChat(chat: string): Says
  editMessage(text: string, message?: string): Promise<Seen>
  deleteMessage(message?: string): Promise<Seen>
  installs(): Promise<Seen>
  uninstalls(): Promise<Seen>
  blocks(): void
  /** Presses a button of a message; one that asks for a dialog opens it. */
  press(post: SeenPost | Post, title: string): Promise<Seen>
  /** Sends the dialog that is open. */
  submitDialog(entered: Entered): Promise<Seen>
  /** Opens the message extension's action: `/` in the compose box. */
  runExtension(commandId: string): Promise<Seen>
  /** The messages of the personal chat with the bot, as they stand now. */
  chat(): readonly SeenPost[]
}

/** Plays one person's client: turns what they do into activities, and the answers into what they see. */
export function createPerson(teams: Wire, person: string): PersonActs {
  let dialog: { readonly card: SeenCard; readonly invoke: string; readonly more: Activity } | undefined
  let lastSaid: Activity | undefined

  async function act(activity: Activity): Promise<Seen> {
    const before = teams.tenant.journal.length
    const { status, body } = await teams.deliver(activity)
    const posts = teams.tenant.journal.slice(before).map(seenPost)
    return { status, body, posts, ...shownBy(body) }
  }

  function invoke(name: string, more: Activity): Promise<Seen> {
    return act(teams.activityOf(person, { type: 'invoke', name, ...more }))
  }

  async function open(name: string, more: Activity): Promise<Seen> {
    const seen = await invoke(name, more)
    const submit = name.replace('fetchTask', 'submitAction').replace('task/fetch', 'task/submit')
    dialog = seen.dialog && { card: seen.dialog, invoke: submit, more }
    return seen
  }

  function saying(more: Activity = {}): Says {
    return {
      say: (text) => {
        lastSaid = teams.activityOf(person, { type: 'message', textFormat: 'plain', text, ...more })
        return act(lastSaid)
      },
    }
  }

  const said = () => String(at(lastSaid, 'id'))
  const chat = () => teams.tenant.personalChat(person)

  return {
    ...saying(),
    sayAgain: () => act(lastSaid ?? {}),
    sendFile: (name, bytes, text = '') => saying({ attachments: [share(name, bytes)] }).say(text),
    inChannel: (channel) => {
      const conversation = teams.tenant.thread(channel)
      const team = teams.tenant.teams.find((one) => one.channels.some(({ id }) => id === channel))?.id
      const data = { tenant: { id: teams.tenantId }, channel: { id: channel }, team: { id: team } }
      return mentioning(saying, {
        conversation: {
          id: conversation?.id,
          conversationType: 'channel',
          isGroup: true,
          tenantId: teams.tenantId,
        },
        channelData: data,
      })
    },
    inGroupChat: (id) => {
      teams.tenant.groupChat(id)
      return mentioning(saying, {
        conversation: { id, conversationType: 'groupChat', isGroup: true, tenantId: teams.tenantId },
      })
    },
    editMessage: (text, message = said()) =>
      act(
        teams.activityOf(person, {
          type: 'messageUpdate',
          id: message,
          text,
          channelData: { tenant: { id: teams.tenantId }, eventType: 'editMessage' },
        }),
      ),
    deleteMessage: (message = said()) =>
      act(
        teams.activityOf(person, {
          type: 'messageDelete',
          id: message,
          channelData: { tenant: { id: teams.tenantId }, eventType: 'softDeleteMessage' },
        }),
      ),
    installs: async () => {
      teams.tenant.installed.add(person)
      teams.tenant.blocked.delete(person)
      const update = teams.activityOf(person, { type: 'installationUpdate', action: 'add' })
      const bot = at(update, 'recipient')
      const first = await act(update)
      const second = await act(teams.activityOf(person, { type: 'conversationUpdate', membersAdded: [bot] }))
      return { ...first, posts: [...first.posts, ...second.posts] }
    },
    uninstalls: () => {
      teams.tenant.installed.delete(person)
      return act(teams.activityOf(person, { type: 'installationUpdate', action: 'remove' }))
    },
    blocks: () => {
      teams.tenant.blocked.add(person)
    },
    press: (post, title) => press(post, title),
    submitDialog: async (entered) => {
      if (dialog === undefined) throw new Error('No dialog is open')
      const filled = filledIn(dialog.card, entered)
      if ('complaints' in filled) return { status: 0, body: undefined, posts: [], ...filled }
      const { card, invoke: name, more } = dialog
      const [submit] = actionsOf(card.content).filter((action) => at(action, 'type') === 'Action.Submit')
      const data = { ...record(at(submit, 'data')), ...filled.values }
      const seen = await invoke(name, { ...more, value: { ...record(at(more, 'value')), data } })
      dialog = seen.dialog && { card: seen.dialog, invoke: name, more }
      return seen
    },
    runExtension: (commandId) =>
      open('composeExtension/fetchTask', {
        // Wherever the person is writing: here in a chat with somebody else, where the bot is not.
        conversation: {
          id: `19:${person}_somebody@unq.gbl.spaces`,
          conversationType: 'personal',
          tenantId: teams.tenantId,
        },
        value: { commandId, commandContext: 'compose', context: { theme: 'default' } },
      }),
    chat: () => chat().posts.map(seenPost),
  }

  /** A file as Teams tells a bot of it: its address opens it without any token. */
  function share(name: string, bytes: Uint8Array): Activity {
    const key = newId()
    teams.tenant.files.set(key, { key, name, bytes })
    const content = { downloadUrl: new URL(`/files/${key}`, teams.serviceUrl).href, uniqueId: key }
    return { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content }
  }

  async function press(post: SeenPost | Post, title: string): Promise<Seen> {
    const conversation = teams.tenant.conversation(post.conversation)
    const standing = conversation?.posts.find((one) => one.id === post.id)
    const action = actionsOf(record(standing?.activity)).find((one) => at(one, 'title') === title)
    if (conversation === undefined || action === undefined) throw new Error(`There is no button ${title}`)
    const where = conversation.kind === 'personal' ? {} : placeOf(conversation.id)
    const more = { replyToId: post.id, ...where }
    const data = record(at(action, 'data'))
    if (at(action, 'type') === 'Action.Submit') {
      return open('task/fetch', { ...more, value: { data: { ...data }, context: { theme: 'default' } } })
    }
    const value = { action: { type: 'Action.Execute', verb: at(action, 'verb'), data }, trigger: 'manual' }
    const seen = await invoke('adaptiveCard/action', { ...more, value })
    if (seen.replaced)
      teams.tenant.change(conversation, post.id, { attachments: [{ content: seen.replaced.content }] })
    return seen
  }

  function placeOf(id: string): Activity {
    const kind = teams.tenant.conversation(id)?.kind
    return { conversation: { id, conversationType: kind, isGroup: true, tenantId: teams.tenantId } }
  }

  function mentioning(says: (more: Activity) => Says, more: Activity): Says {
    const bot = { id: at(teams.activityOf(person, {}), 'recipient', 'id'), name: 'Rounds' }
    const entities = [{ type: 'mention', mentioned: bot, text: '<at>Rounds</at>' }]
    return { say: (text) => says({ ...more, entities }).say(`<at>Rounds</at> ${text}`) }
  }
}

function shownBy(body: unknown): Pick<Seen, 'dialog' | 'replaced' | 'notice'> {
  const answer = record(body)
  const task = record(at(answer, 'task'))
  if (at(task, 'type') === 'continue') {
    const info = record(at(task, 'value'))
    return { dialog: { ...seenCard(at(info, 'card')), title: String(at(info, 'title')) } }
  }
  if (at(task, 'type') === 'message') return { notice: String(at(task, 'value')) }
  if (at(answer, 'type') === 'application/vnd.microsoft.card.adaptive') {
    return { replaced: seenCard({ content: at(answer, 'value') }) }
  }
  if (at(answer, 'type') === 'application/vnd.microsoft.activity.message')
    return { notice: String(at(answer, 'value')) }
  if (at(answer, 'type') === 'application/vnd.microsoft.error') {
    return { notice: String(at(answer, 'value', 'message')) }
  }
  return {}
}

function seenPost(post: Post): SeenPost {
  return {
    ...seenCard(listAt(post.activity, 'attachments')[0]),
    id: post.id,
    conversation: post.conversation,
    text: String(at(post.activity, 'text') ?? ''),
    preview: String(at(post.activity, 'summary') ?? ''),
    updated: post.updated,
  }
}
