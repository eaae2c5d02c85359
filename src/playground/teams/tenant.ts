import { randomUUID } from 'node:crypto'

/** A person of the played tenant. `id` is the Entra (AAD) object id. */
export interface PlayedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  /** `guest`: from another organization. */
  readonly role?: 'user' | 'guest'
}

export interface PlayedChannel {
  readonly id: string
  readonly name: string
  readonly type: 'standard' | 'private' | 'shared'
}

/** A team: its id is that of its General channel. */
export interface PlayedTeam {
  readonly id: string
  readonly channels: readonly PlayedChannel[]
  readonly members: readonly string[]
}

/** A file that somebody sent; who has its key may have it. */
export interface PlayedFile {
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type Activity = Readonly<Record<string, unknown>>

/** A message of the bot, as it stands in a conversation now. */
export interface Post {
  readonly id: string
  readonly conversation: string
  readonly activity: Activity
  readonly updated: number
}

export interface Conversation {
  readonly id: string
  readonly kind: 'personal' | 'channel' | 'groupChat'
  /** The person of a personal chat; the team of a channel. */
  readonly of: string
  readonly posts: Post[]
}

/** What Teams knows: people, teams, conversations and what stands in them. */
export interface Tenant {
  readonly id: string
  readonly people: readonly PlayedPerson[]
  readonly teams: readonly PlayedTeam[]
  /** People who have the app; only them the bot can write to first. */
  readonly installed: Set<string>
  /** People who blocked the bot. */
  readonly blocked: Set<string>
  /** Every message the bot ever posted or changed, in order. */
  readonly journal: Post[]
  readonly files: Map<string, PlayedFile>
  personalChat(person: string): Conversation
  conversation(id: string): Conversation | undefined
  /** A chat of several people to which the bot was added. */
  groupChat(id: string): Conversation
  thread(channel: string): Conversation | undefined
  post(conversation: Conversation, activity: Activity): Post
  change(conversation: Conversation, message: string, activity: Activity): Post | undefined
  nextId(): string
}

export function createTenant({
  id,
  people,
  teams,
}: {
  readonly id: string
  readonly people: readonly PlayedPerson[]
  readonly teams: readonly PlayedTeam[]
}): Tenant {
  const conversations = new Map<string, Conversation>()
  const journal: Post[] = []
  let last = Date.now()
  const nextId = () => {
    last += 1
    return String(last)
  }
  const open = (made: Omit<Conversation, 'posts'>): Conversation => {
    const known = conversations.get(made.id)
    if (known !== undefined) return known
    const conversation = { ...made, posts: [] }
    conversations.set(made.id, conversation)
    return conversation
  }
  const teamOf = (channel: string) => teams.find((team) => team.channels.some((one) => one.id === channel))
  const lookUp = (wanted: string) => {
    const team = teamOf(wanted.split(';')[0] ?? wanted)
    return team ? open({ id: wanted, kind: 'channel', of: team.id }) : conversations.get(wanted)
  }

  return {
    id,
    people,
    teams,
    installed: new Set(people.map((person) => person.id)),
    blocked: new Set(),
    journal,
    files: new Map(),
    nextId,
    personalChat: (person) => open({ id: `a:${id}-${person}`, kind: 'personal', of: person }),
    groupChat: (chat) => open({ id: chat, kind: 'groupChat', of: chat }),
    conversation: lookUp,
    thread: (channel) => (teamOf(channel) ? lookUp(`${channel};messageid=${nextId()}`) : undefined),
    post: (conversation, activity) => {
      const message = conversation.id.split(';messageid=')[1]
      const first = message !== undefined && conversation.posts.length === 0
      const post = { id: first ? message : nextId(), conversation: conversation.id, activity, updated: 0 }
      conversation.posts.push(post)
      journal.push(post)
      return post
    },
    change: (conversation, message, activity) => {
      const index = conversation.posts.findIndex((one) => one.id === message)
      const before = conversation.posts[index]
      if (before === undefined) return undefined
      const post = { ...before, activity, updated: before.updated + 1 }
      conversation.posts[index] = post
      journal.push(post)
      return post
    },
  }
}

/** The Bot Framework's own id of a person, which is not the object id. */
export function botFrameworkId(person: string): string {
  return `29:1${person.replaceAll('-', '')}`
}

/** A tenant id or object id nobody else has. */
export function newId(): string {
  return randomUUID()
}
