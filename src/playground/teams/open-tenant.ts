import { fresh, frozen, thawed } from './kept.ts'
import type { Conversation, PlayedPerson, PlayedTeam, Post, Tenant, TenantKept } from './tenant.ts'

interface TenantOptions {
  readonly id: string
  readonly people: readonly PlayedPerson[]
  readonly teams: readonly PlayedTeam[]
  readonly now?: () => Temporal.Instant
  /** What it was before; then people and teams come from there. */
  readonly kept?: TenantKept
}

/** A tenant in which nothing was said yet, or one as it was kept. */
export function createTenant({ id, now = Temporal.Now.instant, kept, ...given }: TenantOptions): Tenant {
  const state = kept ? thawed(kept) : { ...fresh(given.people), teams: [...given.teams] }
  const { people, teams, installed, blocked, conversations, files, dialogs } = state
  const journal: Post[] = []
  const listeners = new Set<() => void>()
  let last = Math.max(Date.now(), state.last)

  const changed = () => {
    for (const listener of listeners) listener()
  }
  const nextId = () => {
    last += 1
    return String(last)
  }
  const open = (made: Omit<Conversation, 'posts' | 'members'>): Conversation => {
    const known = conversations.get(made.id)
    if (known !== undefined) return known
    const conversation = { ...made, members: new Set<string>(), posts: [] }
    conversations.set(made.id, conversation)
    return conversation
  }
  const teamOf = (channel: string) => teams.find((team) => team.channels.some((one) => one.id === channel))
  const lookUp = (wanted: string) => {
    const team = teamOf(wanted.split(';')[0] ?? wanted)
    return team ? open({ id: wanted, kind: 'channel', of: team.id }) : conversations.get(wanted)
  }
  const placeOf = (message: Pick<Post, 'id' | 'conversation'>) => {
    const posts = conversations.get(message.conversation)?.posts ?? []
    return { posts, index: posts.findIndex((one) => one.id === message.id) }
  }
  const toggle = (set: Set<string>, person: string, on: boolean) => {
    if (on) set.add(person)
    else set.delete(person)
    changed()
  }

  return {
    id,
    people,
    teams,
    installed,
    blocked,
    journal,
    files,
    uploads: new Map(),
    conversations,
    now,
    nextId,
    personalChat: (person) => open({ id: `a:${id}-${person}`, kind: 'personal', of: person }),
    groupChat: (chat) => open({ id: chat, kind: 'groupChat', of: chat }),
    conversation: lookUp,
    thread: (channel) => (teamOf(channel) ? lookUp(`${channel};messageid=${nextId()}`) : undefined),
    post: (conversation, { activity, from, id: named }) => {
      // A thread bears the name of its first message.
      const first = conversation.posts.length === 0 ? conversation.id.split(';messageid=')[1] : undefined
      const post: Post = {
        id: named ?? first ?? nextId(),
        conversation: conversation.id,
        activity,
        updated: 0,
        at: now().toString({ smallestUnit: 'millisecond' }),
        cameAt: Date.now(),
        ...(from !== undefined && { from }),
      }
      conversation.posts.push(post)
      if (from === undefined) journal.push(post)
      changed()
      return post
    },
    change: (message, activity, edited) => {
      const { posts, index } = placeOf(message)
      const before = posts[index]
      if (before === undefined) return undefined
      const post: Post = {
        ...before,
        activity,
        updated: before.updated + 1,
        ...(edited && { edited: true as const }),
      }
      posts[index] = post
      if (post.from === undefined) journal.push(post)
      changed()
      return post
    },
    remove: (message) => {
      const { posts, index } = placeOf(message)
      if (index < 0) return false
      posts.splice(index, 1)
      changed()
      return true
    },
    dialog: (person) => dialogs.get(person),
    show: (person, dialog) => {
      if (dialog === undefined) dialogs.delete(person)
      else dialogs.set(person, dialog)
      changed()
    },
    addPerson: (person) => {
      if (!people.some(({ id: known }) => known === person.id)) people.push(person)
      toggle(installed, person.id, true)
    },
    addTeam: (team) => {
      const known = teams.findIndex(({ id: other }) => other === team.id)
      teams.splice(known < 0 ? teams.length : known, 1, team)
      changed()
    },
    setInstalled: (person, on) => toggle(installed, person, on),
    setBlocked: (person, on) => toggle(blocked, person, on),
    watch: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    keep: () => frozen({ ...state, last }),
  }
}
