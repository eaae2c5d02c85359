import type { PlaceState, Shown, SlackState, SlackWindow } from '../wire.ts'
import { describePost, mimeOf } from './describe.ts'
import type { SlackStandIn } from './server.ts'
import { instantOf } from './stamps.ts'
import type { SlackView } from './windows.ts'
import type { SlackChannel, SlackPost, SlackWorld } from './world.ts'

/** All that somebody has before their eyes in Slack: their chat with the bot first, then channels and group chats. */
export function slackStateOf({ world }: SlackStandIn, user: string): SlackState {
  const chat = world.direct(user)
  const others = [...world.channels.values()].filter(
    ({ kind, members }) => kind !== 'direct' && members.includes(user),
  )
  const places = [chat, ...others]
  const home = world.windows.homes.get(user)
  return {
    platform: 'slack',
    key: `slack:${user}`,
    places: places.map((channel) => placeOf(world, user, channel)),
    ...(home === undefined ? {} : { home: windowOf(world, home) }),
    windows: world.windows.of(user).map((view) => windowOf(world, view)),
  }
}

const kinds = { direct: 'chat', group: 'group', private: 'channel', public: 'channel' } as const

function placeOf(world: SlackWorld, user: string, channel: SlackChannel): PlaceState {
  const seen = (post: SlackPost) =>
    post.channel === channel.id && (post.onlyFor === undefined || post.onlyFor === user)
  return {
    id: channel.id,
    kind: kinds[channel.kind],
    name: nameOf(world, user, channel),
    messages: world.posts.filter(seen).map((post) => knownOrShown(world, post)),
  }
}

function nameOf(world: SlackWorld, user: string, { kind, name, members }: SlackChannel): string {
  const called = (id: string) => world.users.get(id)?.name ?? id
  if (kind === 'direct') return called(world.bot)
  if (kind !== 'group') return name
  const others = members.filter((member) => member !== user && member !== world.bot)
  return [...others, world.bot].map(called).join(', ')
}

/** A message that changes is another post: so what is shown of one is made once, and stays the same object. */
const known = new WeakMap<SlackPost, Shown>()

function knownOrShown(world: SlackWorld, post: SlackPost): Shown {
  const made = known.get(post) ?? shown(world, post)
  known.set(post, made)
  return made
}

function shown(world: SlackWorld, post: SlackPost): Shown {
  const { ts, author, text, blocks, edited, onlyFor, cameAt, files = [] } = post
  const had = files.flatMap((id) => world.files.get(id) ?? [])
  const file = had.find(({ permalink }) => permalink === undefined)?.name
  const shared = had.flatMap(({ id, name, bytes, permalink }) => {
    if (permalink === undefined) return []
    const link = `/playground/file?platform=slack&id=${encodeURIComponent(id)}`
    return [{ name, bytes: bytes.length, link, permalink }]
  })
  return {
    id: ts,
    at: instantOf(ts).toString(),
    cameAt,
    ...(author === world.bot
      ? {}
      : { from: { key: `slack:${author}`, name: world.users.get(author)?.name ?? author } }),
    text,
    ...(edited ? { edited } : {}),
    ...(onlyFor === undefined ? {} : { onlyYou: true }),
    ...(file === undefined ? {} : { file }),
    ...(shared.length === 0 ? {} : { shared }),
    ...(blocks.length > 0 ? { blocks: withPictures(world, blocks) } : {}),
    payload: describePost(world, post, true),
  }
}

function windowOf(world: SlackWorld, { id, hash, content }: SlackView): SlackWindow {
  const { blocks } = content
  return { id, hash, view: { ...content, blocks: withPictures(world, Array.isArray(blocks) ? blocks : []) } }
}

/** Pictures that were uploaded come with the block: a browser has no token to fetch them with. */
function withPictures(world: SlackWorld, blocks: readonly unknown[]): Readonly<Record<string, unknown>>[] {
  return blocks.map((block) => {
    const own: Readonly<Record<string, unknown>> = { ...Object(block) }
    const id: unknown = Reflect.get(Object(own['slack_file']), 'id')
    const file = own['type'] === 'image' ? world.files.get(String(id)) : undefined
    if (file === undefined) return own
    const data = Buffer.from(file.bytes).toString('base64')
    return { ...own, image_url: `data:${mimeOf(file.name)};base64,${data}` }
  })
}
