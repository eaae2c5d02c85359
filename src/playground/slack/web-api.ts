import { refuseMessage, refuseView } from './check-payloads.ts'
import { type SlackChannel, SlackRefusal, type SlackUser, type SlackView, type SlackWorld } from './world.ts'

type Arguments = Readonly<Record<string, unknown>>
type Method = (world: SlackWorld, given: Arguments) => Readonly<Record<string, unknown>>

/** The methods of Slack's Web API that a bot like ours calls, each refusing what Slack refuses. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': (world) => ({
    url: 'https://stand-in.slack.com/',
    team: 'Stand-in',
    team_id: world.team,
    user: world.users.get(world.bot)?.name,
    user_id: world.bot,
    bot_id: `B${world.bot.slice(1)}`,
    is_enterprise_install: false,
  }),
  'chat.postMessage': (world, given) => {
    acceptMessage(given)
    const channel = postable(world, text(given, 'channel'))
    const post = world.post({ channel: channel.id, author: world.bot, ...contentOf(given) })
    return {
      channel: post.channel,
      ts: post.ts,
      message: { ...contentOf(given), ts: post.ts, user: world.bot },
    }
  },
  'chat.postEphemeral': (world, given) => {
    acceptMessage(given)
    const channel = postable(world, text(given, 'channel'))
    const user = text(given, 'user')
    if (!channel.members.includes(user)) throw new SlackRefusal('user_not_in_channel')
    const post = world.post({ channel: channel.id, author: world.bot, onlyFor: user, ...contentOf(given) })
    return { message_ts: post.ts }
  },
  'chat.update': (world, given) => {
    acceptMessage(given)
    const post = world.find(text(given, 'channel'), text(given, 'ts'))
    if (post.author !== world.bot || post.onlyFor !== undefined) throw new SlackRefusal('cant_update_message')
    world.change(post, contentOf(given))
    return { channel: post.channel, ts: post.ts, text: post.text }
  },
  'chat.delete': (world, given) => {
    world.remove(world.find(text(given, 'channel'), text(given, 'ts')))
    return {}
  },
  'views.open': (world, given) => {
    const view = world.openWindow(text(given, 'trigger_id'), acceptView(given, 'modal'), 'open')
    return { view: answerOf(view) }
  },
  'views.push': (world, given) => {
    const view = world.openWindow(text(given, 'trigger_id'), acceptView(given, 'modal'), 'push')
    return { view: answerOf(view) }
  },
  'views.update': (world, given) => {
    const { hash } = given
    const content = acceptView(given, 'modal')
    const view = world.redraw(text(given, 'view_id'), content, typeof hash === 'string' ? hash : undefined)
    return { view: answerOf(view) }
  },
  'views.publish': (world, given) => {
    const user = known(world, text(given, 'user_id'))
    return { view: answerOf(world.publishHome(user.id, acceptView(given, 'home'))) }
  },
  'conversations.open': (world, given) => {
    const user = known(world, text(given, 'users'))
    return { channel: { id: world.direct(user.id).id } }
  },
  'conversations.info': (world, given) => ({ channel: describeChannel(seen(world, text(given, 'channel'))) }),
  'conversations.members': (world, given) => {
    const { members } = seen(world, text(given, 'channel'))
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

function history(world: SlackWorld, given: Arguments) {
  const channel = seen(world, text(given, 'channel'))
  const { oldest = 0, include_all_metadata: withMetadata } = given
  const posts = world.posts
    .filter(
      (post) => post.channel === channel.id && post.onlyFor === undefined && Number(post.ts) > Number(oldest),
    )
    .toReversed()
    .map(({ ts, author, metadata, text: said }) => ({
      type: 'message',
      ts,
      user: author,
      text: said,
      ...(String(withMetadata) === 'true' && metadata !== undefined ? { metadata } : {}),
    }))
  const page = paged(posts, given, 100)
  return { messages: page.items, has_more: page.next !== '', response_metadata: { next_cursor: page.next } }
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

function acceptMessage(given: Arguments): void {
  const refusal = refuseMessage(given)
  if (refusal !== undefined) throw new SlackRefusal(refusal.error, refusal.messages)
}

function acceptView(given: Arguments, type: 'modal' | 'home'): SlackView['content'] {
  const { view } = given
  const refusal = refuseView(view)
  if (refusal !== undefined) throw new SlackRefusal(refusal.error, refusal.messages)
  const content = { ...Object(view) }
  if (content.type !== type) throw new SlackRefusal('invalid_arguments', ['view/type'])
  return content
}

function answerOf(view: SlackView) {
  return { ...view.content, id: view.id, hash: view.hash }
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

/** A channel that the bot may write to; a person's id stands for their chat, also when they are deactivated. */
function postable(world: SlackWorld, id: string): SlackChannel {
  if (world.users.has(id)) return world.direct(id)
  const channel = seen(world, id)
  if (channel.archived) throw new SlackRefusal('is_archived')
  if (!channel.members.includes(world.bot)) throw new SlackRefusal('not_in_channel')
  return channel
}

function describeChannel(channel: SlackChannel) {
  return {
    id: channel.id,
    name: channel.name,
    is_private: channel.kind === 'private',
    is_im: channel.kind === 'direct',
    is_mpim: false,
    is_archived: channel.archived ?? false,
    is_ext_shared: false,
  }
}

function describeUser(world: SlackWorld, user: SlackUser) {
  return {
    id: user.id,
    team_id: user.team ?? world.team,
    name: user.name.toLowerCase().replaceAll(' ', '.'),
    real_name: user.name,
    deleted: user.deactivated ?? false,
    is_bot: user.bot ?? false,
    is_restricted: user.guest ?? false,
    is_ultra_restricted: false,
    is_stranger: user.team !== undefined && user.team !== world.team,
    tz: user.timeZone ?? 'Europe/London',
    locale: 'en-GB',
    profile: { real_name: user.name, ...(user.email === undefined ? {} : { email: user.email }) },
  }
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
