import { z } from 'zod'
import type { AccessTokens } from './access-token.ts'
import { type Effect, faultOfAnswer, faultOfException } from './faults.ts'
import type { MessageActivity } from './render/card.ts'
import type { FileActivity } from './render/file-card.ts'

/** A conversation and where it is served. */
export interface Where {
  readonly serviceUrl: string
  readonly conversation: string
}

const Member = z.object({
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
})
export type ConnectorMember = z.infer<typeof Member>

const Channel = z.object({ id: z.string(), name: z.string().nullish(), type: z.string().nullish() })
export type ConnectorChannel = z.infer<typeof Channel>

const Sent = z.object({ id: z.string().min(1) })
const Page = z.object({ members: z.array(Member), continuationToken: z.string().nullish() })

const pageSize = 500
const mostPages = 40

/**
 * The calls to the Bot Connector. Not through botbuilder's own client, whose pipeline repeats a post whose
 * answer was lost, with no way to turn it off: in Teams that is a message twice.
 * Every method throws `PlatformFault` and nothing else.
 */
export interface Connector {
  /** Posts into a conversation; answers the activity's id. */
  post(where: Where, activity: MessageActivity | FileActivity | TextActivity): Promise<string>
  update(where: Where, message: string, activity: MessageActivity | FileActivity): Promise<void>
  /** The personal chat with somebody who has the app; made where there is none. */
  openChat(wanted: { serviceUrl: string; tenant: string; user: string }): Promise<Where>
  /** Starts a thread in a channel with this message. */
  postInChannel(
    wanted: { serviceUrl: string; tenant: string; channel: string },
    activity: MessageActivity,
  ): Promise<{ conversation: string; message: string }>
  member(where: Where, user: string): Promise<ConnectorMember>
  members(where: Where): Promise<readonly ConnectorMember[]>
  channels(serviceUrl: string, team: string): Promise<readonly ConnectorChannel[]>
}

export interface TextActivity {
  readonly type: 'message'
  readonly text: string
  readonly textFormat: 'plain'
}

interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly body?: unknown
  readonly effect: Effect
  readonly answer: z.ZodType<T>
}

export function createConnector(
  tokens: AccessTokens,
  /** `timeoutMs`: slower answers count as lost. */
  { botId, timeoutMs }: { readonly botId: string; readonly timeoutMs: number },
): Connector {
  async function call<T>({ method, url, body, effect, answer }: Call<T>): Promise<T> {
    const authorization = await tokens.authorization()
    try {
      const response = await fetch(url, {
        method,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...(authorization !== undefined && { authorization }),
          ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (response.status === 401) tokens.forget()
      if (!response.ok) throw await faultOfAnswer(response, effect)
      return answer.parse(await jsonOf(response))
    } catch (error) {
      throw faultOfException(error, effect)
    }
  }

  return {
    post: async (where, activity) => {
      const url = activitiesUrl(where)
      return (await call({ method: 'POST', url, body: activity, effect: 'create', answer: Sent })).id
    },
    update: async (where, message, activity) => {
      const url = `${activitiesUrl(where)}/${encodeURIComponent(message)}`
      const body = { ...activity, id: message }
      await call({ method: 'PUT', url, body, effect: 'repeatable', answer: z.unknown() })
    },
    openChat: async ({ serviceUrl, tenant, user }) => {
      const body = {
        bot: { id: botId },
        isGroup: false,
        members: [{ id: user }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      }
      const url = conversationsUrl(serviceUrl)
      const made = await call({ method: 'POST', url, body, effect: 'repeatable', answer: Sent })
      return { serviceUrl, conversation: made.id }
    },
    postInChannel: async ({ serviceUrl, tenant, channel }, activity) => {
      const body = {
        bot: { id: botId },
        isGroup: true,
        tenantId: tenant,
        channelData: { channel: { id: channel }, tenant: { id: tenant } },
        activity,
      }
      const answer = Sent.extend({ activityId: z.string().min(1).nullish() })
      const url = conversationsUrl(serviceUrl)
      const { id, activityId } = await call({ method: 'POST', url, body, effect: 'create', answer })
      return { conversation: id, message: activityId ?? id.split(';messageid=')[1] ?? id }
    },
    member: (where, user) => {
      const url = `${conversationUrl(where)}/members/${encodeURIComponent(user)}`
      return call({ method: 'GET', url, effect: 'repeatable', answer: Member })
    },
    members: async (where) => {
      const all: ConnectorMember[] = []
      let next = ''
      for (let page = 0; page < mostPages; page += 1) {
        const url = `${conversationUrl(where)}/pagedmembers?pageSize=${pageSize}${next}`
        const got = await call({ method: 'GET', url, effect: 'repeatable', answer: Page })
        all.push(...got.members)
        if (!got.continuationToken) break
        next = `&continuationToken=${encodeURIComponent(got.continuationToken)}`
      }
      return all
    },
    channels: async (serviceUrl, team) => {
      const url = `${base(serviceUrl)}v3/teams/${encodeURIComponent(team)}/conversations`
      const answer = z.object({ conversations: z.array(Channel) })
      return (await call({ method: 'GET', url, effect: 'repeatable', answer })).conversations
    },
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? {} : JSON.parse(text)
}

function base(serviceUrl: string): string {
  return serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`
}

function conversationsUrl(serviceUrl: string): string {
  return `${base(serviceUrl)}v3/conversations`
}

function conversationUrl({ serviceUrl, conversation }: Where): string {
  return `${conversationsUrl(serviceUrl)}/${encodeURIComponent(conversation)}`
}

function activitiesUrl(where: Where): string {
  return `${conversationUrl(where)}/activities`
}
