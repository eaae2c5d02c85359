import { at } from '../teams/json.ts'
import type { AccountKey, MessageLink, Platform } from '../wire.ts'
import type { Stage } from './stage.ts'

/** A message of the bot where somebody has it before their eyes. */
export interface FoundMessage {
  readonly link: MessageLink
  /** What a notification shows of it. */
  readonly preview: string
}

/** The message of a receipt, as its person sees it; a channel's as one of its members does. */
export function findMessage(
  stage: Stage,
  platform: Platform,
  { channel, message }: { readonly channel: string; readonly message: string },
): FoundMessage | undefined {
  return platform === 'slack' ? onSlack(stage, channel, message) : onTeams(stage, channel, message)
}

function onSlack({ slack: { world } }: Stage, channel: string, message: string): FoundMessage | undefined {
  const post = world.posts.findLast((one) => one.channel === channel && one.ts === message)
  const reader = world.channels.get(channel)?.members.find((id) => id !== world.bot)
  if (post === undefined || reader === undefined) return undefined
  return { link: { account: `slack:${reader}`, place: channel, message }, preview: post.text }
}

function onTeams({ teams: { tenant } }: Stage, channel: string, message: string): FoundMessage | undefined {
  const conversation = tenant.conversation(channel)
  const post = conversation?.posts.find(({ id }) => id === message)
  if (conversation === undefined || post === undefined) return undefined
  const reader =
    conversation.kind === 'channel'
      ? tenant.teams.find(({ id }) => id === conversation.of)?.members[0]
      : conversation.of
  const place = conversation.id.split(';')[0] ?? conversation.id
  if (reader === undefined) return undefined
  return {
    link: { account: `teams:${reader}`, place, message },
    preview: String(at(post.activity, 'summary') ?? at(post.activity, 'text') ?? ''),
  }
}

/** The newest message in somebody's chat with the bot. */
export function newestMessage({ slack, teams }: Stage, account: AccountKey): MessageLink | undefined {
  const { platform, id } = splitKey(account)
  if (platform === 'slack') {
    const post = slack.as(id).messages.at(-1)
    return post && { account, place: post.channel, message: post.ts }
  }
  const post = teams.tenant.personalChat(id).posts.at(-1)
  return post && { account, place: post.conversation, message: post.id }
}

export function nameOf({ slack, teams }: Stage, account: AccountKey): string {
  const { platform, id } = splitKey(account)
  const found =
    platform === 'slack' ? slack.world.users.get(id) : teams.tenant.people.find((one) => one.id === id)
  return found?.name ?? 'Somebody'
}

export function splitKey(account: AccountKey): { readonly platform: Platform; readonly id: string } {
  const [platform = '', ...id] = account.split(':')
  return { platform: platform === 'slack' ? 'slack' : 'teams', id: id.join(':') }
}
