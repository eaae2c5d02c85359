import type { SlackView } from './windows.ts'
import type { SlackChannel, SlackFile, SlackPost, SlackUser, SlackWorld } from './world.ts'

/** A message as Slack's API shows it; `metadata` only where it is asked for. */
export function describePost(world: SlackWorld, post: SlackPost, withMetadata = false) {
  const { ts, author, text, blocks, metadata, onlyFor, edited, files = [] } = post
  const shared = files.flatMap((id) => world.files.get(id) ?? [])
  return {
    type: 'message',
    ...(shared.length > 0 ? { subtype: 'file_share', files: shared.map(describeFile) } : {}),
    ts,
    user: author,
    team: world.team,
    ...(author === world.bot ? { bot_id: botId(world), app_id: 'A0ROUNDS' } : {}),
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(edited ? { edited: { user: author, ts } } : {}),
    ...(onlyFor === undefined ? {} : { is_ephemeral: true }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  }
}

export function botId(world: SlackWorld): string {
  return `B${world.bot.slice(1)}`
}

export function describeFile(file: SlackFile) {
  const { id, name, title, bytes, permalink } = file
  return {
    id,
    name,
    title: title ?? name,
    mimetype: isKnown(file) ? mimeOf(name) : '',
    size: bytes.length,
    ...(permalink === undefined ? {} : { permalink }),
  }
}

/** Whether Slack has had the time to look at it. */
export function isKnown({ readyAt = 0 }: SlackFile): boolean {
  return Date.now() >= readyAt
}

export function mimeOf(name: string): string {
  return mimes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

const mimes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  txt: 'text/plain',
  ics: 'text/calendar',
}

/** A view as Slack's API and payloads show it. */
export function describeView(world: SlackWorld, { id, hash, content, root, previous }: SlackView) {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...content,
    id,
    hash,
    team_id: world.team,
    app_id: 'A0ROUNDS',
    app_installed_team_id: world.team,
    bot_id: botId(world),
    root_view_id: root ?? id,
    previous_view_id: previous ?? null,
  }
}

export function describeChannel(channel: SlackChannel) {
  const { id, name, kind, archived = false } = channel
  return {
    id,
    name,
    is_private: kind === 'private' || kind === 'group',
    is_im: kind === 'direct',
    is_mpim: kind === 'group',
    is_archived: archived,
    is_ext_shared: false,
  }
}

export function describeUser(world: SlackWorld, user: SlackUser) {
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
