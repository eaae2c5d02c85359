import { SlackRefusal } from './refusal.ts'

/** What each method needs, any one of a list; what is not named here needs nothing. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'dnd.teamInfo': ['dnd:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.info': ['files:read'],
}

type ConversationKind = 'public' | 'private' | 'direct' | 'group'

/** What Slack calls each kind in its scopes. */
const names: Readonly<Record<ConversationKind, string>> = {
  public: 'channels',
  private: 'groups',
  direct: 'im',
  group: 'mpim',
}

/** What a bot was granted. */
export class Scopes {
  private readonly granted: readonly string[]

  constructor(granted: readonly string[]) {
    this.granted = granted
  }

  /** Throws a `SlackRefusal` where a method needs what was not granted. */
  allow(method: string): void {
    const any = needed[method]
    if (any !== undefined && !any.some((scope) => this.granted.includes(scope))) this.refuse(any)
  }

  /** The same for a chat opened with one person or with several. */
  allowOpening(people: number): void {
    const scope = people > 1 ? 'mpim:write' : 'im:write'
    if (!this.granted.includes(scope)) this.refuse([scope])
  }

  /** The same for what a channel is and who is in it (`read`), or what was said there (`history`), by its kind. */
  allowIn(kind: ConversationKind, what: 'read' | 'history'): void {
    const scope = `${names[kind]}:${what}`
    if (!this.granted.includes(scope)) this.refuse([scope])
  }

  get list(): string {
    return this.granted.join(',')
  }

  private refuse(any: readonly string[]): never {
    throw new SlackRefusal('missing_scope', [`needed: ${any.join(',')}; provided: ${this.list}`])
  }
}
