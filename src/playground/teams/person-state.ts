import type { PlaceState, Shown, TeamsState } from '../wire.ts'
import { consentIn, storedIn } from './consent.ts'
import { at, listAt, record } from './json.ts'
import type { Activity, Conversation, Post, Tenant } from './tenant.ts'

const adaptiveCard = 'application/vnd.microsoft.card.adaptive'

/**
 * All that somebody has before their eyes in Teams: their chat with the bot, the channels it is in of the teams they
 * are a member of, their group chats with it, and the dialog that is open.
 */
export function teamsStateOf(
  { tenant, extensions }: { readonly tenant: Tenant; readonly extensions: TeamsState['extensions'] },
  person: string,
): TeamsState {
  const dialog = tenant.dialog(person)
  return {
    platform: 'teams',
    key: `teams:${person}`,
    places: [
      placeOf(tenant, { id: tenant.personalChat(person).id, kind: 'chat', name: 'Rounds' }),
      ...[...channelsOf(tenant, person), ...groupChatsOf(tenant, person)].map((place) =>
        placeOf(tenant, place),
      ),
    ],
    ...(dialog && { dialog: { id: dialog.id, title: dialog.title, card: dialog.card } }),
    extensions: tenant.installed.has(person) ? extensions : [],
  }
}

type Place = Omit<PlaceState, 'messages'>

function channelsOf(tenant: Tenant, person: string): Place[] {
  return tenant.teams
    .filter(({ members }) => members.includes(person))
    .flatMap((team) =>
      team.channels
        .filter(({ type }) => type === 'standard')
        .map(({ id, name }) => ({
          id,
          kind: 'channel' as const,
          name: team.name === undefined ? name : `${team.name} › ${name}`,
        })),
    )
}

function groupChatsOf(tenant: Tenant, person: string): Place[] {
  return [...tenant.conversations.values()]
    .filter(({ kind, members }) => kind === 'groupChat' && members.has(person))
    .map((chat) => ({ id: chat.id, kind: 'group' as const, name: namesIn(tenant, chat) }))
}

function namesIn(tenant: Tenant, { members }: Conversation): string {
  const names = tenant.people.filter(({ id }) => members.has(id)).map(({ name }) => name)
  return ['Rounds', ...names].join(', ')
}

/** The threads of a channel are shown one after the other, by when each message came. */
function placeOf(tenant: Tenant, place: Place): PlaceState {
  const threads = [...tenant.conversations.values()].filter(({ id }) => isIn(id, place.id))
  const posts = threads.flatMap((one) => one.posts).sort((a, b) => Number(a.id) - Number(b.id))
  return { ...place, messages: posts.map((post) => knownOrShown(tenant, post)) }
}

/** Whether somebody has this place before their eyes. */
export function isPlaceOf(tenant: Tenant, person: string, place: string): boolean {
  const conversation = tenant.conversation(place)
  if (conversation === undefined) return false
  const { kind, of, members } = conversation
  if (kind === 'personal') return of === person
  return kind === 'groupChat'
    ? members.has(person)
    : channelsOf(tenant, person).some(({ id }) => id === place)
}

/** Whether this conversation is the place, or a thread of it. */
export function isIn(conversation: string, place: string): boolean {
  return conversation === place || conversation.startsWith(`${place};`)
}

/** A message that changes is another post: so what is shown of one is made once, and stays the same object. */
const known = new WeakMap<Post, Shown>()

function knownOrShown(tenant: Tenant, post: Post): Shown {
  const made = known.get(post) ?? shown(tenant, post)
  known.set(post, made)
  return made
}

function shown(tenant: Tenant, { id, at: when, cameAt, activity, ...post }: Post): Shown {
  const attachments = listAt(activity, 'attachments')
  const card = attachments.find((one) => at(one, 'contentType') === adaptiveCard)
  const file = sentBy(post.from, attachments)
  const person = tenant.people.find((one) => one.id === post.from)
  return {
    id,
    at: when,
    cameAt,
    ...(post.from !== undefined && {
      from: { key: `teams:${post.from}` as const, name: person?.name ?? 'Somebody' },
    }),
    text: wordsOf(activity),
    ...(post.edited && { edited: true as const }),
    ...(typeof file === 'string' && { file }),
    ...filesIn(tenant, activity),
    ...(card !== undefined && { card: record(at(card, 'content')) }),
    payload: activity,
  }
}

function sentBy(person: string | undefined, attachments: readonly unknown[]): unknown {
  if (person === undefined) return undefined
  return attachments.map((one) => at(one, 'name')).find((name) => typeof name === 'string')
}

/** A file that the bot would hand over, or that it has. */
function filesIn(tenant: Tenant, activity: Activity): Pick<Shown, 'consent' | 'shared'> {
  const asked = consentIn(activity)
  if (asked !== undefined) {
    const { description, sizeInBytes } = record(asked['content'])
    const bytes = Number(sizeInBytes)
    return { consent: { name: String(asked['name']), description: String(description ?? ''), bytes } }
  }
  const stored = storedIn(activity)
  const file = tenant.files.get(String(at(stored, 'content', 'uniqueId')))
  if (file === undefined) return {}
  const link = `/playground/file?platform=teams&id=${encodeURIComponent(file.key)}`
  return { shared: [{ name: file.name, bytes: file.bytes.length, link }] }
}

/** What was written; a mention as people see it, where it is one. */
function wordsOf(activity: Activity): string {
  const text = String(at(activity, 'text') ?? '')
  return listAt(activity, 'entities').length > 0 ? text.replaceAll('<at>Rounds</at>', '@Rounds') : text
}
