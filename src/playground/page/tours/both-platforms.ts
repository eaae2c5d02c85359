import type { AccountKey, Deed, PersonState, Shown } from '../../wire.ts'
import { chatOf, fromBot } from './slack-messages.ts'
import type { Sight } from './tour.ts'

type Node = Readonly<Record<string, unknown>>

/** Something that can be pressed, on either platform. */
interface Pressable {
  readonly verb: string
  readonly node: Node
  /** Slack: the block it stands in. */
  readonly block: string
}

/** What stands open before somebody: a form, or what thanks them for one. */
interface Open {
  readonly content: Node
  readonly isForm: boolean
}

/** What leads to the end of a step, for whoever wants it done. */
export interface Way {
  /** What is entered into forms, by the name of the field; each form takes what it asks for. */
  readonly words: Readonly<Record<string, string>>
  /** What is pressed, the last thing first. */
  readonly verbs: readonly string[]
  /** What is pressed in what thanks for a form, before that is closed. */
  readonly afterwards?: string
  /** What is said where nothing is there to press. */
  readonly says?: string
}

/** The next deed on this way, wherever somebody has got to. */
export function onTheWay(
  now: Sight,
  who: AccountKey,
  { words, verbs, afterwards, says }: Way,
): Deed | undefined {
  const open = openTo(now, who)
  if (open?.isForm) return submitting(now, who, words)
  if (open) return pressOpen(now, who, afterwards) ?? closing(who)
  const pressed = verbs.map((verb) => pressNewest(now, who, verb)).find((deed) => deed !== undefined)
  const place = chatOf(now, who)?.id
  return (
    pressed ??
    (says !== undefined && place !== undefined ? { who, deed: 'say', place, text: says } : undefined)
  )
}

/** The newest message of the bot in somebody's chat that offers this. */
export function newestWith(now: Sight, who: AccountKey, verb: string): Shown | undefined {
  return fromBot(chatOf(now, who)).findLast((message) =>
    pressables(contentOf(message)).some((one) => one.verb === verb),
  )
}

/** Closes what thanks somebody for a form; undefined where nothing does. */
export function tidying(now: Sight): Deed | undefined {
  const who = [...now.people.keys()].find((one) => isThanked(now, one))
  return who && closing(who)
}

/** What thanks somebody for a form stands open before them. */
export function isThanked(now: Sight, who: AccountKey): boolean {
  return openTo(now, who)?.isForm === false
}

/** What can be pressed in what thanks somebody for a form. */
export function thankedWith(now: Sight, who: AccountKey): readonly string[] {
  const open = openTo(now, who)
  return open && !open.isForm ? pressables(open.content).map(({ verb }) => verb) : []
}

/** A picture has come to somebody since then, in milliseconds since 1970. */
export function sawPicture(now: Sight, who: AccountKey, since: number): boolean {
  return fromBot(chatOf(now, who)).some(
    (message) =>
      message.cameAt >= since &&
      nodesIn(contentOf(message)).some(({ type }) => String(type).toLowerCase() === 'image'),
  )
}

function pressNewest(now: Sight, who: AccountKey, verb: string): Deed | undefined {
  const chat = chatOf(now, who)
  const message = newestWith(now, who, verb)
  const found = message && pressables(contentOf(message)).find((one) => one.verb === verb)
  if (!chat || !message || !found) return undefined
  return isOnSlack(who)
    ? { who, deed: 'slack-press', in: { place: chat.id, message: message.id }, ...slackElement(found) }
    : { who, deed: 'teams-press', place: chat.id, message: message.id, action: found.node, inputs: {} }
}

function pressOpen(now: Sight, who: AccountKey, verb: string | undefined): Deed | undefined {
  const open = openTo(now, who)
  const found = open && pressables(open.content).find((one) => one.verb === verb)
  if (!found) return undefined
  const view = windowOf(now.people.get(who))?.id
  if (view === undefined) return { who, deed: 'teams-submit', inputs: {}, action: found.node }
  return { who, deed: 'slack-press', in: { view }, ...slackElement(found) }
}

/** A form that asks for nothing of it is from something else: it is closed. */
function submitting(now: Sight, who: AccountKey, words: Way['words']): Deed {
  const state = now.people.get(who)
  const nodes = nodesIn(openTo(now, who)?.content)
  const window = windowOf(state)
  const names = nodes.flatMap(({ type, block_id, id }) => {
    if (window) return type === 'input' && typeof block_id === 'string' ? [block_id] : []
    return String(type).startsWith('Input.') && typeof id === 'string' ? [id] : []
  })
  const entered = Object.fromEntries(
    names.flatMap((name) => {
      const value = words[name.replace(/^(one|many):/, '')]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  if (Object.keys(entered).length === 0) return closing(who)
  return window
    ? { who, deed: 'slack-submit', view: window.id, entered }
    : { who, deed: 'teams-submit', inputs: entered }
}

function closing(who: AccountKey): Deed {
  return { who, deed: isOnSlack(who) ? 'slack-close' : 'teams-close' }
}

function openTo(now: Sight, who: AccountKey): Open | undefined {
  const state = now.people.get(who)
  if (state?.platform === 'teams') {
    const content = state.dialog?.card
    return (
      content && { content, isForm: nodesIn(content).some(({ type }) => String(type).startsWith('Input.')) }
    )
  }
  const content = windowOf(state)?.view
  return content && { content, isForm: content['submit'] !== undefined }
}

function windowOf(state: PersonState | undefined) {
  return state?.platform === 'slack' ? state.windows.at(-1) : undefined
}

function isOnSlack(who: AccountKey): boolean {
  return who.startsWith('slack:')
}

function contentOf({ blocks, card }: Shown): unknown {
  return blocks ?? card
}

function slackElement({ node, block }: Pressable) {
  return { block, action: String(node['action_id']) }
}

/** Buttons that do the same in one message are numbered in Slack: `goal.show:3`. */
function pressables(content: unknown): readonly Pressable[] {
  return nodesIn(content).flatMap((node) => {
    if (typeof node['block_id'] === 'string')
      return nodesIn(node['elements'])
        .filter(({ action_id }) => typeof action_id === 'string')
        .map((inner) => ({
          verb: String(inner['action_id']).replace(/:\d+$/, ''),
          node: inner,
          block: String(node['block_id']),
        }))
    if (!String(node['type']).startsWith('Action.')) return []
    return [{ verb: String(node['verb'] ?? Reflect.get(Object(node['data']), 'verb')), node, block: '' }]
  })
}

function nodesIn(content: unknown): readonly Node[] {
  if (Array.isArray(content)) return content.flatMap(nodesIn)
  if (typeof content !== 'object' || content === null) return []
  const node: Node = { ...content }
  return [node, ...Object.values(node).flatMap(nodesIn)]
}
