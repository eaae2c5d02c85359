import type { ElementStates } from './element-states.ts'
import type { SlackView } from './windows.ts'
import type { ResponsePlace, SlackChannel, SlackFile, SlackPost, SlackUser, SlackWorld } from './world.ts'

/** A workspace as it can be put away and opened again, all of it JSON. */
export interface SlackKept {
  readonly team: string
  readonly credentials: { readonly bot: string; readonly app: string; readonly signingSecret: string }
  readonly installed: boolean
  /** The newest time stamp, in microseconds since 1970: none may come twice. */
  readonly lastStamp: number
  readonly users: readonly SlackUser[]
  readonly channels: readonly SlackChannel[]
  readonly posts: readonly SlackPost[]
  readonly files: readonly (Omit<SlackFile, 'bytes'> & { readonly base64: string })[]
  readonly windows: readonly (readonly [string, readonly SlackView[]])[]
  readonly homes: readonly (readonly [string, SlackView])[]
  readonly states: readonly (readonly [string, ElementStates])[]
  readonly choices: readonly (readonly [string, ElementStates])[]
  readonly responses: readonly (readonly [string, ResponsePlace])[]
}

export function keepWorld(world: SlackWorld, credentials: SlackKept['credentials']): SlackKept {
  const { windows } = world
  return structuredClone({
    team: world.team,
    credentials,
    installed: world.installed,
    lastStamp: world.stamps.last,
    users: [...world.users.values()],
    channels: [...world.channels.values()],
    posts: world.posts,
    files: [...world.files.values()].map(({ bytes, ...file }) => ({
      ...file,
      base64: Buffer.from(bytes).toString('base64'),
    })),
    windows: [...windows.stacks],
    homes: [...windows.homes],
    states: [...windows.states],
    choices: [...world.choices],
    responses: [...world.responses],
  })
}

/** Fills a workspace with what was kept of one. */
export function restoreWorld(world: SlackWorld, kept: SlackKept): void {
  const { windows } = world
  world.installed = kept.installed
  world.stamps.last = kept.lastStamp
  world.posts.push(...kept.posts)
  for (const user of kept.users) world.users.set(user.id, user)
  for (const channel of kept.channels) world.channels.set(channel.id, channel)
  for (const { base64, ...file } of kept.files) {
    world.files.set(file.id, { ...file, bytes: Buffer.from(base64, 'base64') })
  }
  for (const [user, stack] of kept.windows) windows.stacks.set(user, stack)
  for (const [user, home] of kept.homes) windows.homes.set(user, home)
  for (const [view, states] of kept.states) windows.states.set(view, states)
  for (const [place, states] of kept.choices) world.choices.set(place, states)
  for (const [id, place] of kept.responses) world.responses.set(id, { ...place })
}
