import { randomBytes } from 'node:crypto'

/** Somebody in the workspace, as the stand-in keeps them. */
export interface SlackUser {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly timeZone?: string
  /** Another than the workspace's own: somebody met in a shared channel. */
  readonly team?: string
  readonly bot?: true
  readonly guest?: true
  readonly deactivated?: true
  /** Do not disturb, in seconds since 1970. */
  readonly quiet?: { readonly from: number; readonly until: number }
}

export interface SlackChannel {
  readonly id: string
  readonly name: string
  readonly kind: 'private' | 'public' | 'direct'
  readonly members: readonly string[]
  readonly archived?: true
}

/** A message as it stands in a channel. */
export interface SlackPost {
  readonly channel: string
  readonly ts: string
  readonly author: string
  readonly text: string
  readonly blocks: readonly unknown[]
  readonly metadata?: unknown
  /** Only this person sees it. */
  readonly onlyFor?: string
}

/** A file that somebody shared. */
export interface SlackFile {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** A window or a Home tab as somebody has it before their eyes. */
export interface SlackView {
  readonly id: string
  readonly hash: string
  readonly user: string
  /** What the bot sent. */
  readonly content: Readonly<Record<string, unknown>>
}

/** What somebody could notice. */
export type SlackChange =
  | { readonly kind: 'posted' | 'updated' | 'deleted'; readonly post: SlackPost }
  | { readonly kind: 'whispered'; readonly post: SlackPost }
  | { readonly kind: 'opened' | 'redrawn' | 'home'; readonly view: SlackView }

const TRIGGER_LIFE_MS = 3000
const STACK = 3

/** Refusals by the code that Slack gives. */
export class SlackRefusal extends Error {
  readonly code: string
  readonly messages: readonly string[]

  constructor(code: string, messages: readonly string[] = []) {
    super(code)
    this.code = code
    this.messages = messages
  }
}

/** A Slack workspace in memory. */
export class SlackWorld {
  readonly team: string
  readonly bot: string
  readonly users = new Map<string, SlackUser>()
  readonly channels = new Map<string, SlackChannel>()
  readonly posts: SlackPost[] = []
  readonly files = new Map<string, SlackFile>()
  /** Open windows by person, the topmost last. */
  readonly windows = new Map<string, SlackView[]>()
  readonly homes = new Map<string, SlackView>()
  readonly responses = new Map<
    string,
    { readonly channel: string; readonly user: string; readonly ts?: string; uses: number }
  >()
  installed = true
  private readonly triggers = new Map<string, { readonly user: string; readonly since: number }>()
  private readonly listeners = new Set<(change: SlackChange) => void>()
  private lastTs = 0

  constructor(team: string, bot: SlackUser) {
    this.team = team
    this.bot = bot.id
    this.users.set(bot.id, bot)
  }

  /** Calls `listener` at every change until the returned function is called. */
  watch(listener: (change: SlackChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  id(prefix: string): string {
    return `${prefix}${randomBytes(5).toString('hex').toUpperCase()}`
  }

  /** The chat of a person with the bot. */
  direct(user: string): SlackChannel {
    const id = `D${user.slice(1)}`
    const known = this.channels.get(id)
    if (known !== undefined) return known
    const channel: SlackChannel = { id, name: '', kind: 'direct', members: [user, this.bot] }
    this.channels.set(id, channel)
    return channel
  }

  post(post: Omit<SlackPost, 'ts'>): SlackPost {
    const posted = { ...post, ts: this.nextTs() }
    this.posts.push(posted)
    this.tell({ kind: posted.onlyFor === undefined ? 'posted' : 'whispered', post: posted })
    return posted
  }

  share(name: string, bytes: Uint8Array): SlackFile {
    const file = { id: this.id('F'), name, bytes }
    this.files.set(file.id, file)
    return file
  }

  find(channel: string, ts: string): SlackPost {
    const post = this.posts.find((candidate) => candidate.channel === channel && candidate.ts === ts)
    if (post === undefined) throw new SlackRefusal('message_not_found')
    return post
  }

  change(post: SlackPost, content: Partial<Pick<SlackPost, 'text' | 'blocks' | 'metadata'>>): SlackPost {
    const changed = { ...post, ...content }
    this.posts.splice(this.posts.indexOf(post), 1, changed)
    this.tell({ kind: 'updated', post: changed })
    return changed
  }

  remove(post: SlackPost): void {
    this.posts.splice(this.posts.indexOf(post), 1)
    this.tell({ kind: 'deleted', post })
  }

  /** A trigger for three seconds and one window. */
  trigger(user: string): string {
    const id = `${this.id('')}.${this.id('')}`
    this.triggers.set(id, { user, since: performance.now() })
    return id
  }

  respondUrl(place: { channel: string; user: string; ts?: string }): string {
    const id = this.id('R')
    this.responses.set(id, { ...place, uses: 0 })
    return id
  }

  openWindow(trigger: string, content: SlackView['content'], how: 'open' | 'push'): SlackView {
    const user = this.spend(trigger)
    const stack = how === 'open' ? [] : (this.windows.get(user) ?? [])
    if (stack.length >= STACK) throw new SlackRefusal('push_limit_reached')
    return this.stack(user, stack, content)
  }

  /** Puts a window onto others without a trigger, as the answer to a submission does. */
  stack(user: string, below: readonly SlackView[], content: SlackView['content']): SlackView {
    const view = { id: this.id('V'), hash: this.nextHash(), user, content }
    this.windows.set(user, [...below, view])
    this.tell({ kind: 'opened', view })
    return view
  }

  redraw(id: string, content: SlackView['content'], hash?: string): SlackView {
    for (const [user, stack] of this.windows) {
      const found = stack.find((candidate) => candidate.id === id)
      if (found === undefined) continue
      if (hash !== undefined && hash !== found.hash) throw new SlackRefusal('hash_conflict')
      const view = { ...found, content, hash: this.nextHash() }
      this.windows.set(
        user,
        stack.map((other) => (other === found ? view : other)),
      )
      this.tell({ kind: 'redrawn', view })
      return view
    }
    throw new SlackRefusal('not_found')
  }

  publishHome(user: string, content: SlackView['content']): SlackView {
    const view = { id: this.homes.get(user)?.id ?? this.id('V'), hash: this.nextHash(), user, content }
    this.homes.set(user, view)
    this.tell({ kind: 'home', view })
    return view
  }

  private spend(trigger: string): string {
    const found = this.triggers.get(trigger)
    if (found === undefined) throw new SlackRefusal('invalid_trigger_id')
    this.triggers.delete(trigger)
    if (performance.now() - found.since > TRIGGER_LIFE_MS) throw new SlackRefusal('expired_trigger_id')
    return found.user
  }

  private nextTs(): string {
    this.lastTs = Math.max(Date.now() * 1000, this.lastTs + 1)
    return `${Math.floor(this.lastTs / 1_000_000)}.${String(this.lastTs % 1_000_000).padStart(6, '0')}`
  }

  private nextHash(): string {
    return `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`
  }

  private tell(change: SlackChange): void {
    for (const listener of this.listeners) listener(change)
  }
}
