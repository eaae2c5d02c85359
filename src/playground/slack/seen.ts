import type { Acknowledgement } from './deliver.ts'
import type { SlackView } from './windows.ts'
import type { SlackChange, SlackPost, SlackWorld } from './world.ts'

/** What somebody sees after what they did. */
export interface Seen extends Acknowledgement {
  /** Only they see these. */
  readonly whispers: readonly SlackPost[]
  /** New and changed messages in their chat with the bot, or where they pressed. */
  readonly posts: readonly SlackPost[]
  /** The topmost window they have open now. */
  readonly window: SlackView | undefined
  readonly home: SlackView | undefined
  /** At the fields of the form they submitted, by block. */
  readonly errors: Readonly<Record<string, string>> | undefined
  /** What Slack's client says in passing where the bot failed, or sent what Slack refuses. */
  readonly notice?: string
}

type Answered = Acknowledgement & Pick<Partial<Seen>, 'errors' | 'notice'>

/** What somebody sees after these changes, and what stands open before them now. */
export function seenBy(
  world: SlackWorld,
  user: string,
  { changes = [], ...answer }: Answered & { readonly changes?: readonly SlackChange[] },
): Seen {
  const posts = changes.flatMap((change) =>
    'post' in change && change.kind !== 'deleted' ? [change.post] : [],
  )
  return {
    errors: undefined,
    ...answer,
    whispers: posts.filter((post) => post.onlyFor !== undefined),
    posts: posts.filter((post) => post.onlyFor === undefined),
    window: world.windows.of(user).at(-1),
    home: world.windows.homes.get(user),
  }
}

/** Whether somebody would notice: not what they did themselves, nor what is for others. */
export function isNoticed(change: SlackChange, user: string): boolean {
  if (change.kind === 'closed') return false
  if (change.kind === 'refused') return change.refused.user === user
  if ('view' in change) return change.view.user === user
  return change.post.author !== user && (change.post.onlyFor ?? user) === user
}
