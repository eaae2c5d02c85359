import { refuseMessage, refuseView } from './check-payloads.ts'
import {
  botId,
  describeChannel,
  describeFile,
  describePost,
  describeUser,
  describeView,
  isKnown,
} from './describe.ts'
import { SlackRefusal } from './refusal.ts'
import type { SlackView } from './windows.ts'
import type { SlackChannel, SlackPost, SlackUser, SlackWorld } from './world.ts'

type Arguments = Readonly<Record<string, unknown>>
/** `origin`: where this server was reached. */
type Method = (world: SlackWorld, given: Arguments, origin: string) => Readonly<Record<string, unknown>>

/** The methods of Slack's Web API that a bot like ours calls, each refusing what Slack refuses. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': (world) => ({
    url: 'https://stand-in.slack.com/',
    team: 'Stand-in',
    team_id: world.team,
    user: world.users.get(world.bot)?.name,
    user_id: world.bot,
    bot_id: botId(world),
    is_enterprise_install: false,
  }),
  'chat.postMessage': (world, given) => {
    acceptMessage(world, given)
    const channel = postable(world, text(given, 'channel'))
    const content = { ...contentOf(given), ...sharedIn(world, given) }
    const post = world.post({ channel: channel.id, author: world.bot, ...content })
    return {
      channel: post.channel,
      ts: post.ts,
      message: describePost(world, post),
    }
  },
  'chat.postEphemeral': (world, given) => {
    acceptMessage(world, given)
    const channel = postable(world, text(given, 'channel'))
    const user = text(given, 'user')
    if (!channel.members.includes(user)) throw new SlackRefusal('user_not_in_channel')
    const post = world.post({ channel: channel.id, author: world.bot, onlyFor: user, ...contentOf(given) })
    return { message_ts: post.ts }
  },
  'chat.update': (world, given) => {
    acceptMessage(world, given)
    const post = world.find(text(given, 'channel'), text(given, 'ts'))
    if (post.author !== world.bot || post.onlyFor !== undefined) throw new SlackRefusal('cant_update_message')
    const changed = world.change(post, changesOf(given, post))
    return { channel: post.channel, ts: post.ts, text: changed.text, message: describePost(world, changed) }
  },
  'chat.delete': (world, given) => {
    const post = world.find(text(given, 'channel'), text(given, 'ts'))
    if (post.author !== world.bot) throw new SlackRefusal('cant_delete_message')
    world.remove(post)
    return { channel: post.channel, ts: post.ts }
  },
  'views.open': (world, given) => {
    const view = world.windows.open(text(given, 'trigger_id'), acceptView(world, given, 'modal'), 'open')
    return { view: describeView(world, view) }
  },
  'views.push': (world, given) => {
    const view = world.windows.open(text(given, 'trigger_id'), acceptView(world, given, 'modal'), 'push')
    return { view: describeView(world, view) }
  },
  'views.update': (world, given) => {
    const content = acceptView(world, given, 'modal')
    const { external_id: external } = given
    const id = typeof external === 'string' ? external : text(given, 'view_id')
    const view = world.windows.redraw(id, content, hashIn(given))
    return { view: describeView(world, view) }
  },
  'views.publish': (world, given) => {
    const user = known(world, text(given, 'user_id'))
    return {
      view: describeView(
        world,
        world.windows.publishHome(user.id, acceptView(world, given, 'home'), hashIn(given)),
      ),
    }
  },
  'conversations.open': (world, given) => {
    const users = text(given, 'users').split(',')
    const ids = users.map((id) => known(world, id.trim()).id)
    world.scopes.allowOpening(ids.length)
    if (ids.length > 8) throw new SlackRefusal('too_many_users')
    return { channel: { id: ids.length === 1 ? world.direct(ids[0] ?? '').id : world.group(ids).id } }
  },
  'files.getUploadURLExternal': (world, given, origin) => {
    const id = world.id('F')
    world.uploads.announce(id, given)
    return { upload_url: `${origin}/upload/${id}`, file_id: id }
  },
  'files.completeUploadExternal': (world, given, origin) => {
    const { channel_id: place } = given
    const channel = typeof place === 'string' ? postable(world, place).id : undefined
    const { files, ...content } = world.uploads.complete(given)
    const readyAt = Date.now() + LOOK_MS
    for (const file of files) {
      const permalink = `${origin}/files/${world.bot}/${file.id}/${encodeURIComponent(file.name)}`
      world.files.set(file.id, { ...file, permalink, readyAt })
    }
    const ids = files.map(({ id }) => id)
    if (channel !== undefined) world.post({ channel, author: world.bot, ...content, files: ids })
    return { files: files.map(({ id, name, title }) => ({ id, title: title ?? name })) }
  },
  'files.info': (world, given) => {
    const file = world.files.get(text(given, 'file'))
    if (file === undefined) throw new SlackRefusal('file_not_found')
    return { file: describeFile(file) }
  },
  'conversations.info': (world, given) => ({ channel: describeChannel(readable(world, given)) }),
  'conversations.members': (world, given) => {
    const { members } = readable(world, given)
    const page = paged(members, given, 100)
    return { members: page.items, response_metadata: { next_cursor: page.next } }
  },
  'conversations.history': history,
  'users.info': (world, given) => ({ user: describeUser(world, known(world, text(given, 'user'))) }),
  'users.lookupByEmail': (world, given) => {
    const email = text(given, 'email').toLowerCase()
    const user = [...world.users.values()].find((candidate) => candidate.email?.toLowerCase() === email)
    if (user === undefined || user.deactivated) throw new SlackRefusal('users_not_found')
    return { user: describeUser(world, user) }
  },
  'dnd.teamInfo': (world, given) => {
    const asked = text(given, 'users').split(',')
    if (asked.length > 50) throw new SlackRefusal('too_many_users')
    return { users: Object.fromEntries(asked.flatMap((id) => quietOf(world.users.get(id)))) }
  },
}

/** Slack looks at a file after it has taken it; until then it does not know what it is. */
const LOOK_MS = 50

/** A message shares the bot's files whose links stand in it, unless it forbids that links are opened. */
function sharedIn(world: SlackWorld, { text: said, blocks, unfurl_media: opened }: Arguments) {
  if (String(opened) === 'false') return {}
  const content = JSON.stringify([said, blocks])
  const files = [...world.files.values()].filter(
    ({ permalink }) => permalink !== undefined && content.includes(permalink),
  )
  return files.length === 0 ? {} : { files: files.map(({ id }) => id) }
}

function history(world: SlackWorld, given: Arguments) {
  const channel = seen(world, text(given, 'channel'))
  world.scopes.allowIn(channel.kind, 'history')
  const withMetadata = String(given['include_all_metadata']) === 'true'
  const posts = world.posts
    .filter((post) => post.channel === channel.id && post.onlyFor === undefined && isBetween(post, given))
    .toReversed()
  const page = paged(posts, given, 100)
  return {
    messages: page.items.map((post) => describePost(world, post, withMetadata)),
    has_more: page.next !== '',
    response_metadata: { next_cursor: page.next },
  }
}

/**
 * Whether a message was posted between the times given. Messages bear the time of the workspace's clock, which may be
 * years from the machine's; who asks may go by either, as the bot does that remembers when it sent something. So a
 * message lies between them where it does by one of the two: what is looked for is found, and a little more.
 */
function isBetween({ ts, cameAt }: SlackPost, given: Arguments): boolean {
  const [oldest, latest] = [Number(given['oldest'] ?? 0), Number(given['latest'] ?? Number.POSITIVE_INFINITY)]
  const inclusive = ['true', '1'].includes(String(given['inclusive']))
  return [Number(ts), cameAt / 1000].some(
    (at) => (oldest < at && at < latest) || (inclusive && (at === oldest || at === latest)),
  )
}

function text(given: Arguments, name: string): string {
  const value = given[name]
  if (typeof value !== 'string' || value === '')
    throw new SlackRefusal('invalid_arguments', [`missing: ${name}`])
  return value
}

function contentOf(given: Arguments) {
  const { text: said, blocks, metadata } = given
  return {
    text: typeof said === 'string' ? said : '',
    blocks: Array.isArray(blocks) ? blocks : [],
    ...(metadata === undefined ? {} : { metadata }),
  }
}

/** Blocks stay where only the words are changed; words that change are marked as edited. */
function changesOf(given: Arguments, post: SlackPost) {
  const { text: said, blocks, metadata } = given
  return {
    ...(typeof said === 'string' ? { text: said } : {}),
    ...(Array.isArray(blocks) ? { blocks } : {}),
    ...(metadata === undefined ? {} : { metadata }),
    ...(typeof said === 'string' && said !== post.text ? { edited: true as const } : {}),
  }
}

function hashIn({ hash }: Arguments): string | undefined {
  return typeof hash === 'string' ? hash : undefined
}

function acceptMessage(world: SlackWorld, given: Arguments): void {
  const refusal = refuseMessage(given)
  if (refusal !== undefined) throw new SlackRefusal(refusal.error, refusal.messages)
  findPictures(world, given['blocks'], 'invalid_blocks')
}

function acceptView(world: SlackWorld, given: Arguments, type: 'modal' | 'home'): SlackView['content'] {
  const { view } = given
  const refusal = refuseView(view)
  if (refusal !== undefined) throw new SlackRefusal(refusal.error, refusal.messages)
  findPictures(world, view, 'invalid_arguments')
  const content = { ...Object(view) }
  if (content.type !== type) throw new SlackRefusal('invalid_arguments', ['view/type'])
  return content
}

/** Pictures among the files must be there. */
function findPictures(world: SlackWorld, content: unknown, code: string): void {
  const ids = JSON.stringify(content ?? []).matchAll(/"slack_file":\{"id":"([^"]*)"/g)
  for (const [, id = ''] of ids) {
    const file = world.files.get(id)
    if (file === undefined || !isKnown(file)) throw new SlackRefusal(code, [`invalid slack file: ${id}`])
  }
}

function known(world: SlackWorld, id: string): SlackUser {
  const user = world.users.get(id)
  if (user === undefined) throw new SlackRefusal('user_not_found')
  return user
}

/** A channel that the bot is in; of others Slack says that there are none. */
function seen(world: SlackWorld, id: string): SlackChannel {
  const channel = world.channels.get(id)
  const visible = channel !== undefined && (channel.kind === 'public' || channel.members.includes(world.bot))
  if (!visible) throw new SlackRefusal('channel_not_found')
  return channel
}

/** A channel of a kind that the bot may look at. */
function readable(world: SlackWorld, given: Arguments): SlackChannel {
  const channel = seen(world, text(given, 'channel'))
  world.scopes.allowIn(channel.kind, 'read')
  return channel
}

/** A channel that the bot may write to; a person's id stands for their chat, also when they are deactivated. */
function postable(world: SlackWorld, id: string): SlackChannel {
  if (world.users.has(id)) return world.direct(id)
  const channel = seen(world, id)
  if (channel.archived) throw new SlackRefusal('is_archived')
  if (!channel.members.includes(world.bot)) throw new SlackRefusal('not_in_channel')
  return channel
}

function quietOf(user: SlackUser | undefined): [string, object][] {
  if (user === undefined) return []
  const { quiet } = user
  const never = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }
  const times =
    quiet === undefined
      ? never
      : { dnd_enabled: true, next_dnd_start_ts: quiet.from, next_dnd_end_ts: quiet.until }
  return [[user.id, times]]
}

/** Cursors are positions, told apart from numbers so that nobody counts on them. */
function paged<Item>(all: readonly Item[], given: Arguments, usual: number) {
  const { cursor = '', limit = usual } = given
  const start = Number(String(cursor).replace('at:', '') || 0)
  const end = start + Math.min(1000, Number(limit) || usual)
  return { items: all.slice(start, end), next: end < all.length ? `at:${end}` : '' }
}
