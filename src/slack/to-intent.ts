import type { z } from 'zod'
import type { Values } from '../core/message/form.ts'
import type { HandedFile } from '../core/message/handed-file.ts'
import type { Deed, Intent, Place } from '../core/message/intent.ts'
import type { Account } from '../core/people/account.ts'
import type {
  CommandPayload,
  Entry,
  HomeOpened,
  MessageEvent,
  PressPayload,
  Said,
  SubmitPayload,
} from './payloads.ts'
import { plainText } from './plain-text.ts'

/**
 * Slack's payloads in the product's words. Who somebody is comes from the signed payload alone, with the team they
 * belong to: a person of another organization, met in a shared channel, is not taken for one of ours.
 */

export function fromCommand(payload: z.infer<typeof CommandPayload>): Intent {
  return {
    key: payload.trigger_id,
    account: account(payload.team_id, payload.user_id),
    place: placeOf(payload.channel_id),
    kind: 'command',
    words: plainText(payload.text).trim(),
  }
}

export function fromPress(payload: PressPayload): Intent {
  const [action] = payload.actions
  const who = account(payload.user.team_id ?? payload.team?.id ?? '', payload.user.id)
  return {
    key: `${who.workspace}:${who.user}:${action.action_id}:${action.action_ts}`,
    account: who,
    place: pressedAt(payload),
    kind: 'press',
    verb: verbOf(action.action_id),
    ...(action.value === undefined ? {} : { about: action.value }),
  }
}

export function fromSubmit({ user, team, view }: SubmitPayload): Intent {
  return {
    key: `${view.id}:${view.hash}`,
    account: account(user.team_id ?? team?.id ?? '', user.id),
    place: { kind: 'personal' },
    kind: 'submit',
    verb: view.callback_id,
    ...(view.private_metadata === '' ? {} : { about: view.private_metadata }),
    values: valuesOf(view.state.values),
  }
}

/**
 * Undefined for what is nobody's doing: the bot's own messages, link previews that Slack adds. `file`: what was handed
 * over by the message, fetched.
 */
export function fromMessage(
  { event, event_id, team_id }: MessageEvent,
  file: HandedFile | undefined,
): Intent | undefined {
  const deed = deedOf(event)
  if (deed === undefined) return undefined
  const { author } = deed
  const handsOver: Deed | undefined = file && { kind: 'hand-over', words: plainText(author.text), file }
  return {
    key: event_id,
    account: account(author.user_team ?? author.team ?? team_id, author.user),
    place: { kind: 'personal' },
    ...(handsOver ?? deed.deed),
  }
}

export function fromOpening({ event, event_id, team_id }: z.infer<typeof HomeOpened>): Intent {
  const home = event.tab === 'home'
  return {
    key: event_id,
    account: account(team_id, event.user),
    place: { kind: home ? 'home' : 'personal' },
    kind: home ? 'open-home' : 'arrive',
  }
}

/** The verb of an action_id, without the number that made it unique in its view. */
export function verbOf(actionId: string): string {
  return actionId.replace(/:\d+$/, '')
}

function account(workspace: string, user: string): Account {
  return { platform: 'slack', workspace, user }
}

function placeOf(channel: string): Place {
  return channel.startsWith('D') ? { kind: 'personal' } : { kind: 'shared', channel }
}

function pressedAt({ view, channel }: PressPayload): Place {
  if (view?.type === 'home') return { kind: 'home' }
  return channel === undefined ? { kind: 'personal' } : placeOf(channel.id)
}

function deedOf(event: MessageEvent['event']): { readonly author: Said; readonly deed: Deed } | undefined {
  if (event.subtype === 'message_changed') {
    const { message, previous_message: before } = event
    const theirs = !message.bot_id && message.edited && message.text !== before.text
    if (!theirs) return undefined
    return {
      author: message,
      deed: { kind: 'edit', text: plainText(message.text), message: name(event.channel, message) },
    }
  }
  if (event.subtype === 'message_deleted') {
    const author = event.previous_message
    return author.bot_id
      ? undefined
      : { author, deed: { kind: 'unsay', message: name(event.channel, author) } }
  }
  if (event.bot_id) return undefined
  return {
    author: event,
    deed: { kind: 'say', text: plainText(event.text), message: name(event.channel, event) },
  }
}

/** A message's name: Slack's timestamps are unique within a channel only. */
function name(channel: string, { ts }: Said): string {
  return `${channel}:${ts}`
}

function valuesOf(blocks: Readonly<Record<string, Readonly<Record<string, Entry>>>>): Values {
  const entered = Object.entries(blocks).flatMap(([block, inputs]) => {
    const [input] = Object.values(inputs)
    const value = input === undefined ? undefined : enteredIn(input)
    return value === undefined ? [] : [[block, value] as const]
  })
  return Object.fromEntries(entered)
}

/** Undefined where nothing was entered. */
function enteredIn(entry: Entry): string | readonly string[] | undefined {
  if (entry.selected_options) {
    return entry.selected_options.length > 0 ? entry.selected_options.map(({ value }) => value) : undefined
  }
  return entry.selected_option?.value ?? entry.selected_date ?? (entry.value || undefined)
}
