import { at } from './json.ts'
import { type BotAnswer, type Seen, seenPost, shownBy, unreachable } from './seen.ts'
import type { Activity, Conversation, Tenant } from './tenant.ts'

/** How what a person does reaches the bot. */
export interface Wire {
  readonly tenantId: string
  readonly tenant: Tenant
  readonly serviceUrl: string
  deliver(activity: Activity): Promise<BotAnswer>
  activityOf(person: string, more: Activity): Activity
}

/** Somebody who does something. */
export interface Acting {
  readonly teams: Wire
  readonly person: string
}

/** Sends an activity of this person's client and tells what they see when the bot has answered. Never throws. */
export async function act({ teams }: Acting, activity: Activity): Promise<Seen> {
  const before = teams.tenant.journal.length
  const answer = await teams.deliver(activity).catch(() => unreachable)
  const posts = teams.tenant.journal.slice(before).map(seenPost)
  return { ...answer, posts, ...shownBy(activity, answer) }
}

export function invoke(acting: Acting, name: string, more: Activity): Promise<Seen> {
  return act(acting, acting.teams.activityOf(acting.person, { type: 'invoke', name, ...more }))
}

/** Why somebody has nothing of the app; undefined where they have it. */
export function withoutApp({ blocked, installed }: Tenant, person: string): string | undefined {
  if (blocked.has(person)) return 'Rounds is blocked here: nothing goes there or comes from there.'
  return installed.has(person) ? undefined : 'The app is not installed here any more.'
}

/** What an activity says of where it happened; nothing where that is the chat with the bot. */
export function whereabouts({ tenantId, tenant }: Wire, { id, kind, of }: Conversation): Activity {
  if (kind === 'personal') return {}
  const conversation = { id, conversationType: kind, isGroup: true, tenantId }
  if (kind === 'groupChat') return { conversation }
  const [channel] = id.split(';')
  const team = tenant.teams.find((one) => one.id === of)?.id
  return {
    conversation,
    channelData: { tenant: { id: tenantId }, channel: { id: channel }, team: { id: team } },
  }
}

/** The bot as messages mention it. */
export function mentionOf(activity: Activity): Activity {
  const bot = { id: at(activity, 'recipient', 'id'), name: 'Rounds' }
  return { type: 'mention', mentioned: bot, text: '<at>Rounds</at>' }
}
