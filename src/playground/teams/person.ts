import { type Acting, act, mentionOf, type Wire, whereabouts, withoutApp } from './acting.ts'
import { consent } from './consent.ts'
import { at } from './json.ts'
import { isPlaceOf } from './person-state.ts'
import { createPresses, type Presses } from './press.ts'
import { refusing, type Seen, type SeenPost, seenPost } from './seen.ts'
import { type Activity, type Conversation, newId, type Post } from './tenant.ts'

export interface Says {
  say(text: string): Promise<Seen>
}

/** What somebody can do in Teams. Everything resolves when the bot has answered. */
export interface PersonActs extends Says, Presses {
  /** Says the same message again, as Teams delivers a turn again that it believes lost. */
  sayAgain(): Promise<Seen>
  /** Says it in a place of theirs. Where others read along, only what begins with or holds `@Rounds` reaches the bot. */
  sayIn(place: string, text: string): Promise<Seen>
  /** Sends the bot a file in the personal chat, with or without words. */
  sendFile(name: string, bytes: Uint8Array, text?: string): Promise<Seen>
  /** Answers whether a file may be put into their OneDrive. */
  consent(message: string, action: 'accept' | 'decline'): Promise<Seen>
  inChannel(channel: string): Says
  inGroupChat(chat: string): Says
  editMessage(text: string, message?: string): Promise<Seen>
  deleteMessage(message?: string): Promise<Seen>
  installs(): Promise<Seen>
  uninstalls(): Promise<Seen>
  blocks(): void
  /** The messages of the bot in the personal chat, as they stand now. */
  chat(): readonly SeenPost[]
}

/** Plays one person's client: turns what they do into activities, and the answers into what they see. */
export function createPerson(teams: Wire, person: string): PersonActs {
  const acting: Acting = { teams, person }
  const { tenant } = teams
  let lastSaid: Activity | undefined

  /** Writes it into the conversation, and tells the bot if it is there for it. */
  function write(conversation: Conversation, more: Activity, heard = true): Promise<Seen> {
    // A thread bears the name of its first message.
    const first = conversation.posts.length === 0 ? conversation.id.split(';messageid=')[1] : undefined
    const named = first === undefined ? {} : { id: first }
    const said = teams.activityOf(person, {
      type: 'message',
      textFormat: 'plain',
      ...whereabouts(teams, conversation),
      ...more,
      ...named,
    })
    conversation.members.add(person)
    tenant.post(conversation, { activity: said, from: person, id: String(at(said, 'id')) })
    if (!heard) return Promise.resolve(nothingHeard)
    lastSaid = said
    return act(acting, said)
  }

  function toBot(more: Activity): Promise<Seen> {
    const away = withoutApp(tenant, person)
    return away === undefined ? write(tenant.personalChat(person), more) : Promise.resolve(refusing(away))
  }

  function mentioning(conversation: Conversation, text: string): Promise<Seen> {
    const entities = [mentionOf(teams.activityOf(person, {}))]
    return write(conversation, { text, entities })
  }

  function sayIn(place: string, text: string): Promise<Seen> {
    if (text.length > mostCharacters) return Promise.resolve(refusing(tooLong))
    if (place === tenant.personalChat(person).id) return toBot({ text })
    const conversation = isPlaceOf(tenant, person, place)
      ? (tenant.thread(place) ?? tenant.conversation(place))
      : undefined
    if (conversation === undefined) return Promise.resolve(refusing('There is no such place to write in.'))
    return /@rounds\b/i.test(text)
      ? mentioning(conversation, text.replace(/@rounds\b/i, '<at>Rounds</at>'))
      : write(conversation, { text }, false)
  }

  const own = (message: string): Post | undefined =>
    [...tenant.conversations.values()]
      .flatMap(({ posts }) => posts)
      .find(({ id, from }) => id === message && from === person)
  const said = () => String(at(lastSaid, 'id'))

  return {
    ...createPresses(acting),
    say: (text) => toBot({ text }),
    sayAgain: () => act(acting, lastSaid ?? {}),
    sayIn,
    sendFile: (name, bytes, text = '') => toBot({ text, attachments: [share(name, bytes)] }),
    consent: (message, action) => consent(acting, message, action),
    inChannel: (channel) => ({
      say: (text) => {
        const thread = tenant.thread(channel)
        return thread === undefined
          ? Promise.resolve(refusing('There is no such place to write in.'))
          : mentioning(thread, `<at>Rounds</at> ${text}`)
      },
    }),
    inGroupChat: (id) => ({
      say: (text) => mentioning(tenant.groupChat(id), `<at>Rounds</at> ${text}`),
    }),
    editMessage: (text, message = said()) => {
      if (text.length > mostCharacters) return Promise.resolve(refusing(tooLong))
      const post = own(message)
      if (post === undefined) return Promise.resolve(refusing('Only your own messages can be edited.'))
      tenant.change(post, { ...post.activity, text }, true)
      return tellOf(post, { type: 'messageUpdate', text, channelData: { eventType: 'editMessage' } })
    },
    deleteMessage: (message = said()) => {
      const post = own(message)
      if (post === undefined) return Promise.resolve(refusing('Only your own messages can be deleted.'))
      tenant.remove(post)
      return tellOf(post, { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } })
    },
    installs: async () => {
      tenant.setInstalled(person, true)
      tenant.setBlocked(person, false)
      const update = teams.activityOf(person, { type: 'installationUpdate', action: 'add' })
      const bot = at(update, 'recipient')
      const first = await act(acting, update)
      const joined = teams.activityOf(person, { type: 'conversationUpdate', membersAdded: [bot] })
      const second = await act(acting, joined)
      return { ...first, posts: [...first.posts, ...second.posts] }
    },
    uninstalls: () => {
      tenant.setInstalled(person, false)
      return act(acting, teams.activityOf(person, { type: 'installationUpdate', action: 'remove' }))
    },
    blocks: () => tenant.setBlocked(person, true),
    chat: () =>
      tenant
        .personalChat(person)
        .posts.filter(({ from }) => from === undefined)
        .map(seenPost),
  }

  /** What became of a message of theirs, told to the bot where it had heard the message. */
  function tellOf({ id, conversation, activity }: Post, more: Activity): Promise<Seen> {
    const there = tenant.conversation(conversation)
    const heard = there?.kind === 'personal' || at(activity, 'entities') !== undefined
    if (!there || !heard) return Promise.resolve(nothingHeard)
    const where = whereabouts(teams, there)
    const channelData = {
      tenant: { id: teams.tenantId },
      ...Object(at(where, 'channelData')),
      ...Object(more['channelData']),
    }
    return act(acting, teams.activityOf(person, { id, ...where, ...more, channelData }))
  }

  /** A file as Teams tells a bot of it: its address opens it without any token. */
  function share(name: string, bytes: Uint8Array): Activity {
    const key = newId()
    tenant.files.set(key, { key, name, bytes })
    const content = { downloadUrl: new URL(`/files/${key}`, teams.serviceUrl).href, uniqueId: key }
    return { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content }
  }
}

/** What the message box of Teams takes: about 28 KB, two bytes a character. */
const mostCharacters = 14_000
const tooLong = 'Teams takes messages of up to 14,000 characters: please shorten yours.'

/** It stands there for the people; the bot was not told. */
const nothingHeard: Seen = { status: 0, body: undefined, posts: [] }
