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
  readonly name?: string
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

/** A message as it stands in a conversation now. */
export interface Post {
  readonly id: string
  readonly conversation: string
  readonly activity: Activity
  readonly updated: number
  /** When it was written, by the tenant's clock, ISO 8601 in UTC. */
  readonly at: string
  /** The same by the machine's clock, milliseconds since 1970. */
  readonly cameAt: number
  /** Who of the tenant wrote it; undefined: the bot. */
  readonly from?: string
  /** It says that it was edited: not where a press only put another card in its place. */
  readonly edited?: true
}

export interface Conversation {
  readonly id: string
  readonly kind: 'personal' | 'channel' | 'groupChat'
  /** The person of a personal chat; the team of a channel. */
  readonly of: string
  /** The people of a group chat. */
  readonly members: Set<string>
  readonly posts: Post[]
}

/** The dialog that is open before somebody's eyes, and where its submission goes. */
export interface OpenDialog {
  readonly id: string
  readonly title: string
  readonly card: Activity
  readonly invoke: string
  readonly more: Activity
}

/** Who writes what; `id`: where the message has its name already. */
interface Written {
  readonly activity: Activity
  readonly from?: string
  readonly id?: string
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
  /** Every message the bot posted or changed since the stand-in was started, in order. */
  readonly journal: Post[]
  readonly files: Map<string, PlayedFile>
  /** Names of files that may be put where their person said, each under the key of its address. */
  readonly uploads: Map<string, string>
  readonly conversations: ReadonlyMap<string, Conversation>
  now(): Temporal.Instant
  personalChat(person: string): Conversation
  conversation(id: string): Conversation | undefined
  /** A chat of several people to which the bot was added. */
  groupChat(id: string): Conversation
  thread(channel: string): Conversation | undefined
  post(conversation: Conversation, written: Written): Post
  /** `edited`: whether the message then says so. */
  change(message: Pick<Post, 'id' | 'conversation'>, activity: Activity, edited: boolean): Post | undefined
  remove(message: Pick<Post, 'id' | 'conversation'>): boolean
  dialog(person: string): OpenDialog | undefined
  /** Opens it, draws it again, or (undefined) closes it. */
  show(person: string, dialog: OpenDialog | undefined): void
  addPerson(person: PlayedPerson): void
  /** One that is there already becomes what is given. */
  addTeam(team: PlayedTeam): void
  setInstalled(person: string, on: boolean): void
  setBlocked(person: string, on: boolean): void
  /** Calls the listener whenever anything here has changed; the answer ends that. */
  watch(listener: () => void): () => void
  nextId(): string
  keep(): TenantKept
}

/** All that a tenant holds, as JSON, to be kept over a restart. */
export interface TenantKept {
  readonly people: readonly PlayedPerson[]
  readonly teams: readonly PlayedTeam[]
  readonly installed: readonly string[]
  readonly blocked: readonly string[]
  readonly conversations: readonly KeptConversation[]
  readonly files: readonly { readonly key: string; readonly name: string; readonly base64: string }[]
  readonly dialogs: readonly (readonly [string, OpenDialog])[]
  readonly last: number
}

type KeptConversation = Pick<Conversation, 'id' | 'kind' | 'of'> & {
  readonly members: readonly string[]
  readonly posts: readonly Post[]
}

/** The Bot Framework's own id of a person, which is not the object id. */
export function botFrameworkId(person: string): string {
  return `29:1${person.replaceAll('-', '')}`
}

/** A tenant id or object id nobody else has. */
export function newId(): string {
  return randomUUID()
}
