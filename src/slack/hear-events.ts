import type { z } from 'zod'
import type { Intent } from '../core/message/intent.ts'
import { handedOver } from './files.ts'
import type { Hearing } from './hearing.ts'
import {
  HomeOpened,
  MembersEvent,
  MessageEvent,
  TokensRevoked,
  UserChange,
  WorkspaceEvent,
} from './payloads.ts'
import { inChat, onHome, present, type Surface } from './surface.ts'
import { fromMessage, fromOpening } from './to-intent.ts'

interface Event {
  readonly body: unknown
}

/** A person's words in the chat with the bot. Messages of other shapes than these are nobody's words. */
export function hearMessage(hearing: Hearing) {
  return async ({ body }: Event): Promise<void> => {
    const { data } = MessageEvent.safeParse(body)
    if (data === undefined) return
    const file = handedOver(data.event)
    const intent = fromMessage(data, file && (await hearing.readFile(file)))
    if (intent === undefined) return
    await carryOutEvent(hearing, intent, inChat(hearing.client, intent.account.user, data.event.channel))
  }
}

export function hearHomeOpened(hearing: Hearing) {
  return async ({ body }: Event): Promise<void> => {
    const data = HomeOpened.parse(body)
    const { user, channel, tab } = data.event
    const intent = fromOpening(data)
    if (tab === 'home') return await carryOutEvent(hearing, intent, onHome(hearing.client, user))
    if (channel === undefined || !(await isFirstTime(hearing, channel))) return
    await carryOutEvent(hearing, intent, inChat(hearing.client, user, channel))
  }
}

export function hearUninstalled(hearing: Hearing) {
  return async ({ body }: Event): Promise<void> => {
    await happened(hearing, WorkspaceEvent.parse(body), { kind: 'uninstalled' })
  }
}

export function hearTokens(hearing: Hearing) {
  return async ({ body }: Event): Promise<void> => {
    const data = TokensRevoked.parse(body)
    const ours = (data.event.tokens?.bot ?? []).length > 0
    if (ours) await happened(hearing, data, { kind: 'uninstalled' })
  }
}

export function hearMembers(hearing: Hearing) {
  return async ({ body }: Event): Promise<void> => {
    const data = MembersEvent.parse(body)
    await happened(hearing, data, { kind: 'members-changed', channel: data.event.channel })
  }
}

export function hearUser(hearing: Hearing) {
  return async ({ body }: Event): Promise<void> => {
    const data = UserChange.parse(body)
    const { user } = data.event
    hearing.people.forget(user.id)
    if (user.deleted) await happened(hearing, data, { kind: 'deactivated', user: user.id })
  }
}

type Happening =
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'deactivated'; readonly user: string }
  | { readonly kind: 'members-changed'; readonly channel: string }

async function happened(
  { handler, team }: Hearing,
  { event_id: key, team_id: id }: z.infer<typeof WorkspaceEvent>,
  happening: Happening,
): Promise<void> {
  if (id === team) await handler.happened({ key, workspace: { platform: 'slack', id }, ...happening })
}

/**
 * Rejects where nothing was stored: then the event stays unacknowledged and comes again. What is stored is
 * acknowledged at once; showing the outcome does not hold that up.
 */
async function carryOutEvent(hearing: Hearing, intent: Intent, surface: Surface): Promise<void> {
  const { handler, log, underWay } = hearing
  const outcome = await handler.handle(intent)
  const showing = present(outcome, surface).catch((error: unknown) => {
    log.error({ err: error, deed: intent.kind }, 'an outcome could not be shown in Slack')
  })
  void underWay.track(showing)
}

/** Slack reports every opening of the chat; it is an arrival while nothing was ever said in it. */
async function isFirstTime({ client, log }: Hearing, channel: string): Promise<boolean> {
  try {
    const { messages = [] } = await client.conversations.history({ channel, limit: 1 })
    return messages.length === 0
  } catch (error) {
    log.warn({ err: error }, 'whether a chat in Slack is new could not be asked')
    return false
  }
}
