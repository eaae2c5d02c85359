import { restoreWorld, type SlackKept } from './kept.ts'
import { Scopes } from './scopes.ts'
import { type SlackChannel, type SlackUser, SlackWorld } from './world.ts'

export interface WorldOptions {
  readonly team?: string
  readonly users?: readonly SlackUser[]
  readonly channels?: readonly SlackChannel[]
  /** The clock of its messages; what it sends is signed by the machine's. */
  readonly now?: () => Temporal.Instant
  /** What was kept of an earlier one: it goes on from there, with whoever and whatever is new. */
  readonly kept?: SlackKept
  /** What the bot is granted, where it is not what our manifest asks for. */
  readonly scopes?: readonly string[]
}

const BOT: SlackUser = { id: 'U0ROUNDS', name: 'Rounds', bot: true }

/** A workspace with the bot in it, and the secrets between the two. */
export function openWorld({ kept, ...options }: WorldOptions) {
  const world = new SlackWorld(kept?.team ?? options.team ?? 'T0HOSPITAL', BOT, options.now)
  if (options.scopes) world.scopes = new Scopes(options.scopes)
  for (const user of options.users ?? []) world.users.set(user.id, user)
  for (const channel of options.channels ?? []) world.channels.set(channel.id, channel)
  if (kept) restoreWorld(world, kept)
  const credentials = kept?.credentials ?? {
    bot: `xoxb-${world.id('')}`,
    app: `xapp-${world.id('')}`,
    signingSecret: world.id('secret'),
  }
  return { world, credentials }
}
