import { randomBytes } from 'node:crypto'
import { botScopes } from '../../slack/manifest.ts'
import type { ElementStates } from './element-states.ts'
import { nameBlocks } from './name-blocks.ts'
import type { Refused } from './notices.ts'
import { SlackRefusal } from './refusal.ts'
import { Scopes } from './scopes.ts'
import { Stamps } from './stamps.ts'
import { Uploads } from './uploads.ts'
import { SlackWindows, type ViewChange } from './windows.ts'

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
  readonly kind: 'private' | 'public' | 'direct' | 'group'
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
  /** Its words were changed after it was posted. */
  readonly edited?: true
  /** Ids of the files that came with it. */
  readonly files?: readonly string[]
  /** When it came by the machine's clock, in milliseconds since 1970; `ts` is by the workspace's. */
  readonly cameAt: number
}

/** A file that somebody shared. */
export interface SlackFile {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly title?: string
  /** Of the bot's files: what a message shares it by. */
  readonly permalink?: string
  /** From when on Slack knows what it is, by the machine's clock, in milliseconds since 1970. */
  readonly readyAt?: number
}

/** What somebody could notice. */
export type SlackChange =
  | { readonly kind: 'posted' | 'updated' | 'deleted'; readonly post: SlackPost }
  | { readonly kind: 'whispered'; readonly post: SlackPost }
  | ViewChange
  | { readonly kind: 'refused'; readonly refused: Refused }

/** Where an app may answer what somebody did: in this place, a few times, for half an hour. */
export interface ResponsePlace {
  readonly channel: string
  readonly user: string
  readonly ts?: string
  uses: number
  /** By the machine's clock, in milliseconds since 1970. */
  readonly since: number
}

/** A Slack workspace in memory. */
export class SlackWorld {
  readonly team: string
  readonly bot: string
  readonly users = new Map<string, SlackUser>()
  readonly channels = new Map<string, SlackChannel>()
  readonly posts: SlackPost[] = []
  readonly files = new Map<string, SlackFile>()
  readonly windows = new SlackWindows((change) => this.tell(change))
  readonly responses = new Map<string, ResponsePlace>()
  /** What somebody has chosen in a message, by person, channel and message. */
  readonly choices = new Map<string, ElementStates>()
  readonly stamps: Stamps
  readonly uploads = new Uploads()
  /** What the bot was granted: by default what our manifest asks for. */
  scopes = new Scopes(botScopes)
  installed = true
  private readonly listeners = new Set<(change: SlackChange) => void>()

  /** `now`: the clock of its messages. */
  constructor(team: string, bot: SlackUser, now: () => Temporal.Instant = () => Temporal.Now.instant()) {
    this.team = team
    this.bot = bot.id
    this.users.set(bot.id, bot)
    this.stamps = new Stamps(now)
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

  /** The chat of several people with the bot: the same for the same people. */
  group(users: readonly string[]): SlackChannel {
    const members = [...new Set([...users, this.bot])].sort()
    const same = ({ kind, members: others }: SlackChannel) =>
      kind === 'group' && [...others].sort().join() === members.join()
    const known = [...this.channels.values()].find(same)
    if (known !== undefined) return known
    const names = members.map(
      (member) => this.users.get(member)?.name.toLowerCase().replaceAll(' ', '.') ?? member,
    )
    const channel: SlackChannel = {
      id: this.id('G'),
      name: `mpdm-${names.join('--')}-1`,
      kind: 'group',
      members,
    }
    this.channels.set(channel.id, channel)
    return channel
  }

  post(post: Omit<SlackPost, 'ts' | 'cameAt'>): SlackPost {
    const posted: SlackPost = {
      ...post,
      blocks: nameBlocks(post.blocks),
      ts: this.stamps.next(),
      cameAt: Date.now(),
    }
    this.posts.push(posted)
    this.tell({ kind: posted.onlyFor === undefined ? 'posted' : 'whispered', post: posted })
    return posted
  }

  share(name: string, bytes: Uint8Array, title?: string): SlackFile {
    const file = { id: this.id('F'), name, bytes, ...(title === undefined ? {} : { title }) }
    this.files.set(file.id, file)
    return file
  }

  find(channel: string, ts: string): SlackPost {
    const post = this.posts.findLast((candidate) => candidate.channel === channel && candidate.ts === ts)
    if (post === undefined) throw new SlackRefusal('message_not_found')
    return post
  }

  change(
    post: SlackPost,
    content: Partial<Pick<SlackPost, 'text' | 'blocks' | 'metadata' | 'edited'>>,
  ): SlackPost {
    const { blocks } = content
    const changed = { ...post, ...content, ...(blocks === undefined ? {} : { blocks: nameBlocks(blocks) }) }
    this.posts.splice(this.posts.lastIndexOf(post), 1, changed)
    this.tell({ kind: 'updated', post: changed })
    return changed
  }

  remove(post: SlackPost): void {
    this.posts.splice(this.posts.lastIndexOf(post), 1)
    this.tell({ kind: 'deleted', post })
  }

  /** A trigger for three seconds and one window. */
  trigger(user: string): string {
    return this.windows.trigger(user)
  }

  respondUrl(place: Pick<ResponsePlace, 'channel' | 'user' | 'ts'>): string {
    const id = this.id('R')
    this.responses.set(id, { ...place, uses: 0, since: Date.now() })
    return id
  }

  /** Lets everybody know of a payload that was refused. */
  refuse(refused: Refused): void {
    this.tell({ kind: 'refused', refused })
  }

  private tell(change: SlackChange): void {
    for (const listener of this.listeners) listener(change)
  }
}
