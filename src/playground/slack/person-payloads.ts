import type { Delivery } from './deliver.ts'
import { describeFile, describePost, describeView } from './describe.ts'
import type { ElementStates } from './element-states.ts'
import type { Pressed } from './press.ts'
import type { SlackView } from './windows.ts'
import type { SlackFile, SlackPost, SlackWorld } from './world.ts'

const APP = 'A0ROUNDS'

/** Somebody in a workspace, and where the bot answers them. */
export interface Actor {
  readonly world: SlackWorld
  readonly user: string
  readonly apiUrl: string
}

/** The payload of a slash command. */
export function commandBody(actor: Actor, command: string, at: { text: string; channel: string }) {
  const { text, channel } = at
  return {
    command,
    text,
    team_id: teamOf(actor),
    user_id: actor.user,
    channel_id: channel,
    channel_name: nameOf(channel),
    api_app_id: APP,
    is_enterprise_install: 'false',
    trigger_id: actor.world.trigger(actor.user),
    response_url: respondUrl(actor, { channel, user: actor.user }),
  }
}

/** The payload of something pressed or chosen in a message, a window or the Home tab. */
export function pressBody(actor: Actor, where: SlackPost | SlackView, { action, states }: Pressed) {
  return {
    type: 'block_actions',
    ...base(actor),
    trigger_id: actor.world.trigger(actor.user),
    ...('content' in where ? viewBody(actor, where, states) : messageBody(actor, where, states)),
    actions: [{ ...action, action_ts: now() }],
  }
}

/** The payload of a form sent. */
export function submitBody(actor: Actor, view: SlackView, values: ElementStates) {
  const { view: described } = viewBody(actor, view, values)
  return {
    type: 'view_submission',
    ...base(actor),
    trigger_id: actor.world.trigger(actor.user),
    view: described,
    response_urls: [],
  }
}

/** The payload of a window closed without sending; `cleared`: together with all others. */
export function closeBody(actor: Actor, view: SlackView, { cleared }: { readonly cleared: boolean }) {
  const { view: described } = viewBody(actor, view, actor.world.windows.states.get(view.id) ?? {})
  return { type: 'view_closed', ...base(actor), view: described, is_cleared: cleared }
}

/** A message in the person's chat with the bot, as events carry it. */
export function messageEvent(actor: Actor, post: SlackPost) {
  return {
    ...inChat(post),
    user: actor.user,
    user_team: teamOf(actor),
    team: teamOf(actor),
    // Slack escapes what people type.
    text: post.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ts: post.ts,
    event_ts: post.ts,
  }
}

/** A message that a file came with. */
export function fileEvent(actor: Actor, post: SlackPost, file: SlackFile) {
  const path = `/files-pri/${actor.world.team}-${file.id}/download/${encodeURIComponent(file.name)}`
  const described = { ...describeFile(file), url_private_download: new URL(path, actor.apiUrl).href }
  return { ...messageEvent(actor, post), subtype: 'file_share', files: [described] }
}

export function editEvent(actor: Actor, before: SlackPost, after: SlackPost) {
  const edited = { user: actor.user, ts: now() }
  return {
    ...inChat(before),
    subtype: 'message_changed',
    ts: now(),
    hidden: true,
    message: { ...messageEvent(actor, after), edited },
    previous_message: messageEvent(actor, before),
  }
}

export function deleteEvent(actor: Actor, post: SlackPost) {
  return {
    ...inChat(post),
    subtype: 'message_deleted',
    ts: now(),
    deleted_ts: post.ts,
    hidden: true,
    previous_message: messageEvent(actor, post),
  }
}

export function openingEvent(actor: Actor, tab: 'home' | 'messages') {
  const channel = actor.world.direct(actor.user).id
  return { type: 'app_home_opened', user: actor.user, channel, tab, event_ts: now() }
}

/** The envelope of an event, with an id of its own. */
export function eventBody(world: SlackWorld, event: Readonly<Record<string, unknown>>): Delivery['body'] {
  const authorization = { team_id: world.team, enterprise_id: null, user_id: world.bot, is_bot: true }
  return {
    type: 'event_callback',
    team_id: world.team,
    api_app_id: APP,
    event_id: world.id('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    event,
  }
}

function teamOf({ world, user }: Actor): string {
  return world.users.get(user)?.team ?? world.team
}

function base(actor: Actor) {
  return {
    team: { id: actor.world.team, domain: 'stand-in' },
    user: { id: actor.user, team_id: teamOf(actor) },
    api_app_id: APP,
    is_enterprise_install: false,
  }
}

function inChat({ channel }: SlackPost) {
  return { type: 'message', channel, channel_type: 'im' }
}

function messageBody({ world, user, apiUrl }: Actor, post: SlackPost, states: ElementStates) {
  const { channel, ts, onlyFor } = post
  return {
    channel: { id: channel, name: nameOf(channel) },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: onlyFor !== undefined },
    message: describePost(world, post),
    state: { values: states },
    response_url: respondUrl({ world, user, apiUrl }, { channel, user, ts }),
  }
}

function viewBody({ world }: Actor, view: SlackView, states: ElementStates) {
  return {
    view: { ...describeView(world, view), state: { values: states } },
    container: { type: 'view', view_id: view.id },
  }
}

function respondUrl({ world, apiUrl }: Actor, place: { channel: string; user: string; ts?: string }): string {
  return new URL(`/respond/${world.respondUrl(place)}`, apiUrl).href
}

function nameOf(channel: string): string {
  return channel.startsWith('D') ? 'directmessage' : channel
}

function now(): string {
  return (Date.now() / 1000).toFixed(6)
}
