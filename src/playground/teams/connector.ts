import { isTooLarge, wrongInActivity } from './check-activity.ts'
import { consentIn } from './consent.ts'
import { at, listAt, record } from './json.ts'
import { type Activity, botFrameworkId, type Conversation, type PlayedPerson, type Tenant } from './tenant.ts'

export interface ConnectorRequest {
  readonly method: string
  /** Below the service URL, decoded: `['v3', 'conversations', …]`. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Activity
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The Connector API of Teams, as far as a bot uses it (Bot Framework REST reference, v3). */
export function answerConnector(tenant: Tenant, request: ConnectorRequest): Answer {
  const [version, area, id, part, item] = request.path
  if (version !== 'v3') return refusal(404, 'NotFound')
  if (area === 'teams') return answerTeams(tenant, id ?? '', part)
  if (area !== 'conversations') return refusal(404, 'NotFound')
  if (id === undefined) return createConversation(tenant, request)
  const conversation = tenant.conversation(id)
  if (conversation === undefined) return refusal(404, 'ConversationNotFound')
  if (part === 'activities') return answerActivities({ tenant, conversation, item, request })
  if (part === 'members')
    return item === undefined ? allMembers(tenant, conversation) : member(tenant, conversation, item)
  return part === 'pagedmembers'
    ? pagedMembers(tenant, conversation, request.query)
    : refusal(404, 'NotFound')
}

export function refusal(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return { status, body: { error: { code, message: `Played by the stand-in: ${code}` } }, headers }
}

/** What Teams says to an activity that it does not take; undefined where it takes it. */
function refusedActivity(activity: Activity): Answer | undefined {
  if (isTooLarge(activity)) return refusal(413, 'MessageSizeTooBig')
  const wrong = wrongInActivity(activity)
  if (wrong.length === 0) return undefined
  return { status: 400, body: { error: { code: 'BadSyntax', message: wrong.join('; ') } } }
}

/** Files travel in personal chats only. */
function refusedFile(activity: Activity): Answer | undefined {
  return consentIn(activity) === undefined ? undefined : refusal(400, 'BadSyntax')
}

function answerTeams(tenant: Tenant, id: string, part: string | undefined): Answer {
  const team = tenant.teams.find((one) => one.id === id)
  if (team === undefined) return refusal(404, 'NotFound')
  if (part !== 'conversations') return { status: 200, body: { id, name: team.name ?? 'A team' } }
  // The General channel comes without a name, as Teams sends it.
  const conversations = team.channels.map((channel) => ({
    ...channel,
    ...(channel.id === team.id && { name: null }),
  }))
  return { status: 200, body: { conversations } }
}

function createConversation(tenant: Tenant, { body }: ConnectorRequest): Answer {
  const channelData = record(at(body, 'channelData'))
  const named = at(body, 'tenantId') === tenant.id && at(channelData, 'tenant', 'id') === tenant.id
  if (!named) return refusal(403, 'TenantNotAllowed')
  const channel = at(channelData, 'channel', 'id')
  if (typeof channel === 'string') return postInChannel(tenant, channel, record(at(body, 'activity')))
  const [wanted, ...others] = listAt(body, 'members')
  // A bot cannot make a chat of several people.
  if (wanted === undefined || others.length > 0) return refusal(400, 'BadArgument')
  const person = personOf(tenant, String(at(wanted, 'id')))
  if (person === undefined) return refusal(404, 'UserNotFound')
  if (!tenant.installed.has(person.id)) return refusal(403, 'BotNotInConversationRoster')
  return { status: 201, body: { id: tenant.personalChat(person.id).id } }
}

function postInChannel(tenant: Tenant, channel: string, activity: Activity): Answer {
  if (channelType(tenant, channel) !== 'standard') return refusal(403, 'BotNotInConversationRoster')
  const refused = refusedActivity(activity) ?? refusedFile(activity)
  if (refused !== undefined) return refused
  const thread = tenant.thread(channel)
  if (thread === undefined) return refusal(404, 'ConversationNotFound')
  const post = tenant.post(thread, { activity })
  return { status: 201, body: { id: thread.id, activityId: post.id } }
}

interface InConversation {
  readonly tenant: Tenant
  readonly conversation: Conversation
  readonly item: string | undefined
  readonly request: ConnectorRequest
}

function answerActivities({ tenant, conversation, item, request }: InConversation): Answer {
  const refused = refusedIn(tenant, conversation)
  if (refused !== undefined) return refused
  const { method, body } = request
  if (method === 'DELETE' && item !== undefined) return remove(tenant, conversation, item)
  if (method !== 'POST' && (method !== 'PUT' || item === undefined)) return refusal(405, 'MethodNotAllowed')
  const bad = refusedActivity(body) ?? (conversation.kind === 'personal' ? undefined : refusedFile(body))
  if (bad !== undefined) return bad
  if (method === 'PUT') return change(tenant, conversation, { id: item ?? '', body })
  // A sign that the bot is typing goes away by itself.
  if (at(body, 'type') === 'typing') return { status: 201, body: { id: tenant.nextId() } }
  return { status: 201, body: { id: tenant.post(conversation, { activity: body }).id } }
}

function change(
  tenant: Tenant,
  conversation: Conversation,
  { id, body }: { readonly id: string; readonly body: Activity },
): Answer {
  const refused = refusedMessage(conversation, id)
  if (refused !== undefined) return refused
  tenant.change({ id, conversation: conversation.id }, body, true)
  return { status: 200, body: { id } }
}

function remove(tenant: Tenant, conversation: Conversation, id: string): Answer {
  const refused = refusedMessage(conversation, id)
  if (refused !== undefined) return refused
  tenant.remove({ id, conversation: conversation.id })
  return { status: 200 }
}

/** A bot changes its own messages only. */
function refusedMessage({ posts }: Conversation, id: string): Answer | undefined {
  const post = posts.find((one) => one.id === id)
  if (post === undefined) return refusal(404, 'ActivityNotFoundInConversation')
  return post.from === undefined ? undefined : refusal(403, 'MessageWriteNotAllowed')
}

function refusedIn(tenant: Tenant, conversation: Conversation): Answer | undefined {
  if (conversation.kind !== 'personal') return undefined
  if (tenant.blocked.has(conversation.of)) return refusal(403, 'MessageWritesBlocked')
  return tenant.installed.has(conversation.of) ? undefined : refusal(403, 'BotNotInConversationRoster')
}

function member(tenant: Tenant, conversation: Conversation, id: string): Answer {
  const person = peopleOf(tenant, conversation).find((one) => one.id === id || botFrameworkId(one.id) === id)
  return person === undefined
    ? refusal(404, 'MemberNotFoundInConversation')
    : { status: 200, body: account(tenant, person) }
}

function allMembers(tenant: Tenant, conversation: Conversation): Answer {
  return { status: 200, body: peopleOf(tenant, conversation).map((person) => account(tenant, person)) }
}

function pagedMembers(tenant: Tenant, conversation: Conversation, query: URLSearchParams): Answer {
  if (
    conversation.kind === 'channel' &&
    channelType(tenant, conversation.id.split(';')[0] ?? '') !== 'standard'
  ) {
    return refusal(403, 'BotNotInConversationRoster')
  }
  const people = peopleOf(tenant, conversation)
  const size = Number(query.get('pageSize') ?? 200)
  const from = Number(query.get('continuationToken') ?? 0)
  const next = from + size < people.length ? { continuationToken: String(from + size) } : {}
  const members = people.slice(from, from + size).map((person) => account(tenant, person))
  return { status: 200, body: { members, ...next } }
}

function account(tenant: Tenant, person: PlayedPerson): Activity {
  const [first = person.name, ...rest] = person.name.split(' ')
  return {
    id: botFrameworkId(person.id),
    name: person.name,
    aadObjectId: person.id,
    objectId: person.id,
    givenName: first,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.role === 'guest' ? guestName(person.email) : person.email,
    tenantId: tenant.id,
    userRole: person.role ?? 'user',
  }
}

function guestName(email: string): string {
  return `${email.replace('@', '_')}#EXT#@hospital.onmicrosoft.com`
}

function peopleOf(tenant: Tenant, conversation: Conversation): readonly PlayedPerson[] {
  if (conversation.kind === 'groupChat') return tenant.people.filter(({ id }) => conversation.members.has(id))
  const team = tenant.teams.find((one) => one.id === conversation.of)
  const ids = conversation.kind === 'personal' ? [conversation.of] : (team?.members ?? [])
  return tenant.people.filter((person) => ids.includes(person.id))
}

function personOf(tenant: Tenant, id: string): PlayedPerson | undefined {
  return tenant.people.find((person) => person.id === id || botFrameworkId(person.id) === id)
}

function channelType(tenant: Tenant, channel: string): string | undefined {
  return tenant.teams.flatMap((team) => team.channels).find((one) => one.id === channel)?.type
}
