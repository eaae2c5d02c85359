import { Payload } from './payload.ts'

/** What somebody has chosen and entered, by block and element, as Slack reports it (`state.values`). */
export type ElementStates = Readonly<Record<string, Readonly<Record<string, ElementState>>>>

export type ElementState = Readonly<Record<string, unknown>>

/** What of an element's own says what stands in it at first, and under which name Slack reports it. */
interface Kind {
  readonly initial: string
  readonly state: string
  /** A list, empty where nothing is chosen. */
  readonly many?: true
  /** What is chosen is an option of the element, reported whole. */
  readonly options?: true
}

const written: Kind = { initial: 'initial_value', state: 'value' }
const oneOption: Kind = { initial: 'initial_option', state: 'selected_option', options: true }
const options: Kind = { initial: 'initial_options', state: 'selected_options', many: true, options: true }

/** Every element that has a state; a button and an overflow menu have none. */
const kinds: Readonly<Record<string, Kind>> = {
  plain_text_input: written,
  number_input: written,
  email_text_input: written,
  url_text_input: written,
  rich_text_input: { initial: 'initial_value', state: 'rich_text_value' },
  datepicker: { initial: 'initial_date', state: 'selected_date' },
  timepicker: { initial: 'initial_time', state: 'selected_time' },
  datetimepicker: { initial: 'initial_date_time', state: 'selected_date_time' },
  radio_buttons: oneOption,
  static_select: oneOption,
  external_select: oneOption,
  checkboxes: options,
  multi_static_select: options,
  multi_external_select: options,
  users_select: { initial: 'initial_user', state: 'selected_user' },
  conversations_select: { initial: 'initial_conversation', state: 'selected_conversation' },
  channels_select: { initial: 'initial_channel', state: 'selected_channel' },
  multi_users_select: { initial: 'initial_users', state: 'selected_users', many: true },
  multi_conversations_select: {
    initial: 'initial_conversations',
    state: 'selected_conversations',
    many: true,
  },
  multi_channels_select: { initial: 'initial_channels', state: 'selected_channels', many: true },
}

/** What somebody chose or entered: text, a date, an option's value or several. */
export type Chosen = string | readonly string[]

/** An element where it stands. */
export interface Placed {
  readonly block: Payload
  readonly element: Payload
}

/** Somebody reached for what is not before their eyes; its message is a sentence for them. */
export class NotThere extends Error {}

/** Every element of these blocks that can be acted on. */
export function elementsIn(content: unknown): Placed[] {
  return new Payload(content)
    .at('blocks')
    .each()
    .flatMap((block) => {
      const type = block.at('type').value
      if (type === 'input') return [{ block, element: block.at('element') }]
      if (type === 'section')
        return block.at('accessory').absent ? [] : [{ block, element: block.at('accessory') }]
      return type === 'actions'
        ? block
            .at('elements')
            .each()
            .map((element) => ({ block, element }))
        : []
    })
}

export function elementAt(content: unknown, at: { block: string; action: string }): Placed | undefined {
  return elementsIn(content).find(
    ({ block, element }) =>
      block.at('block_id').value === at.block && element.at('action_id').value === at.action,
  )
}

/** What stands in the elements of a view or message: as before where they were there before, else as the bot set it. */
export function statesIn(content: unknown, before: ElementStates = {}): ElementStates {
  const states: Record<string, Record<string, ElementState>> = {}
  for (const { block, element } of elementsIn(content)) {
    const initial = stateOf(element)
    if (initial === undefined) continue
    const [blockId, actionId] = [String(block.at('block_id').value), String(element.at('action_id').value)]
    const kept = before[blockId]?.[actionId]
    const state = kept?.['type'] === initial['type'] ? kept : initial
    states[blockId] = { ...states[blockId], [actionId]: state ?? initial }
  }
  return states
}

export function withState(
  states: ElementStates,
  at: { block: string; action: string },
  state: ElementState,
): ElementStates {
  return { ...states, [at.block]: { ...states[at.block], [at.action]: state } }
}

/**
 * The state of an element; undefined where it has none. Nothing chosen means what the bot put there at first; an empty
 * choice empties it. Throws `NotThere` where there is no such option.
 */
export function stateOf(element: Payload, chosen?: Chosen): ElementState | undefined {
  const type = String(element.at('type').value)
  const kind = kinds[type]
  if (kind === undefined) return undefined
  const value = chosen === undefined ? element.at(kind.initial).value : read(element, kind, chosen)
  return { type, ...zoneOf(element), [kind.state]: value ?? (kind.many ? [] : null) }
}

/** What somebody has put into an element; undefined where it is empty. */
export function enteredIn(state: ElementState): unknown {
  const value = Object.entries(state).find(([key]) => key !== 'type' && key !== 'timezone')?.[1]
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return empty ? undefined : value
}

function read(element: Payload, kind: Kind, chosen: Chosen): unknown {
  const wanted = [chosen].flat().filter((one) => one !== '')
  if (kind.options) {
    const picked = wanted.map((one) => optionOf(element, one))
    return kind.many ? picked : picked[0]
  }
  if (kind.many) return wanted
  if (kind.state === 'selected_date_time' && wanted[0] !== undefined) return secondsOf(wanted[0])
  return kind.state === 'rich_text_value' ? richText(wanted[0]) : wanted[0]
}

/** An option by its value or, as a person reads it, by its label. */
export function optionOf(element: Payload, wanted: string): unknown {
  const groups = element.at('option_groups').each()
  const all = [element, ...groups].flatMap((holder) => holder.at('options').each())
  const found =
    all.find((option) => option.at('value').value === wanted) ??
    all.find((option) => option.at('text').at('text').value === wanted)
  if (found !== undefined) return found.value
  const external = /external_select$/.test(String(element.at('type').value))
  if (external) return { text: { type: 'plain_text', text: wanted, emoji: true }, value: wanted }
  throw new NotThere(`There is no option "${wanted}" in this form.`)
}

function secondsOf(moment: string): number {
  return /^\d+$/.test(moment) ? Number(moment) : Math.floor(Date.parse(moment) / 1000)
}

function richText(text: string | undefined): unknown {
  if (text === undefined) return undefined
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
  return { type: 'rich_text', elements: [section] }
}

function zoneOf(element: Payload): object {
  const { value } = element.at('timezone')
  return value === undefined ? {} : { timezone: value }
}
