import type { AccountKey, Deed, MessageLink, PlaceState, Shown, SlackState } from '../../wire.ts'
import type { Sight } from './tour.ts'

/** Something that can be pressed in a message. */
interface Pressable {
  readonly block: string
  readonly action: string
}

export function slackOf(now: Sight, key: AccountKey): SlackState | undefined {
  const state = now.people.get(key)
  return state?.platform === 'slack' ? state : undefined
}

/** Their chat with the bot. */
export function chatOf(now: Sight, key: AccountKey): PlaceState | undefined {
  return now.people.get(key)?.places.find(({ kind }) => kind === 'chat')
}

export function channelOf(now: Sight, key: AccountKey): PlaceState | undefined {
  return now.people.get(key)?.places.find(({ kind }) => kind === 'channel')
}

export function linkTo(account: AccountKey, place: PlaceState, message: Shown | undefined) {
  const link: MessageLink | undefined = message && { account, place: place.id, message: message.id }
  return link
}

/** The bot's messages in a place, the oldest first. */
export function fromBot(place: PlaceState | undefined): readonly Shown[] {
  return place?.messages.filter(({ from }) => from === undefined) ?? []
}

/** What the buttons of a message do: their verbs. */
export function verbsIn(message: Shown | undefined): readonly string[] {
  return message ? pressables(message).map(({ action }) => verbOf(action)) : []
}

/** The deed of pressing the first button with this verb in a message. */
export function press(where: { who: AccountKey; place: string }, message: Shown, verb: string) {
  const found = pressables(message).find(({ action }) => verbOf(action) === verb)
  const { who, place } = where
  const deed: Deed | undefined = found && {
    who,
    deed: 'slack-press',
    in: { place, message: message.id },
    ...found,
  }
  return deed
}

/** Buttons that do the same in one message are numbered: `checkin.pick:3`. */
function verbOf(action: string): string {
  return action.replace(/:\d+$/, '')
}

function pressables({ blocks = [] }: Shown): Pressable[] {
  return blocks.flatMap(({ block_id, elements }) =>
    typeof block_id === 'string' && Array.isArray(elements)
      ? elements.flatMap((element: unknown) => pressable(block_id, element))
      : [],
  )
}

function pressable(block: string, element: unknown): Pressable[] {
  const isOne = typeof element === 'object' && element !== null && 'action_id' in element
  return isOne && typeof element.action_id === 'string' ? [{ block, action: element.action_id }] : []
}
