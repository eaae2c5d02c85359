import { SlackRefusal } from './refusal.ts'

/** What each method needs, any one of a list; what is not named here needs nothing. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'dnd.teamInfo': ['dnd:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
}

type ConversationKind = 'public' | 'private' | 'direct' | 'group'

const history: Readonly<Record<ConversationKind, string>> = {
  public: 'channels:history',
  private: 'groups:history',
  direct: 'im:history',
  group: 'mpim:history',
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

  /** The same for reading back what stands in a channel, by its kind. */
  allowReading(kind: ConversationKind): void {
    if (!this.granted.includes(history[kind])) this.refuse([history[kind]])
  }

  get list(): string {
    return this.granted.join(',')
  }

  private refuse(any: readonly string[]): never {
    throw new SlackRefusal('missing_scope', [`needed: ${any.join(',')}; provided: ${this.list}`])
  }
}
