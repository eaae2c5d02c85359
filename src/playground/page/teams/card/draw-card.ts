import {
  type Action,
  AdaptiveCard,
  type ExecuteAction,
  type OpenUrlAction,
  SerializationContext,
  type SubmitAction,
  Version,
} from 'adaptivecards'
import { stopComplaining } from './complaints.ts'
import { teamsHost } from './host-config.ts'
import { labelCard } from './label-inputs.ts'
import { isOpenable, setUpRenderer } from './markdown.ts'

export type Json = Readonly<Record<string, unknown>>
export type Inputs = Readonly<Record<string, string>>

export interface Pressed {
  /** As it stands in the card. */
  readonly action: Json
  readonly inputs: Inputs
  readonly button: HTMLElement | undefined
}

export interface CardEvents {
  readonly onPress: (pressed: Pressed) => void
  /** All that is entered, after every change. */
  readonly onEntered: (inputs: Inputs) => void
}

export interface DrawnCard {
  readonly card: AdaptiveCard
  readonly element: HTMLElement
}

setUpRenderer()

/** Draws a card with Microsoft's renderer; `entered` stands in its inputs. Undefined where it can draw nothing of it. */
export function drawCard(content: Json, entered: Inputs, events: CardEvents): DrawnCard | undefined {
  const card = new AdaptiveCard()
  card.hostConfig = teamsHost
  const asWritten = new Map<Action, Json>()
  const context = new SerializationContext(new Version(1, 6))
  context.onParseAction = (action, source: Json) => asWritten.set(action, source)
  card.parse(withEntered(content, entered), context)
  card.onExecuteAction = (action) => {
    if (isOpening(action)) open(action.url)
    else if (isSending(action))
      events.onPress({
        action: asWritten.get(action) ?? {},
        inputs: action.associatedInputs === 'none' ? {} : enteredIn(card),
        button: action.renderedElement,
      })
  }
  card.onInputValueChanged = (input) => {
    stopComplaining(input)
    events.onEntered(enteredIn(card))
  }
  const element = card.render()
  if (!element) return undefined
  labelCard(card, element)
  nameButtons(asWritten)
  return { card, element }
}

/** Each button bears what it does, as those of Slack do. */
function nameButtons(asWritten: ReadonlyMap<Action, Json>): void {
  for (const [action, { verb, data }] of asWritten) {
    const does: unknown = verb ?? Reflect.get(Object(data), 'verb')
    if (typeof does === 'string') action.renderedElement?.setAttribute('data-action', does)
  }
}

/** What is left empty is said to be empty, so that it does not count as untouched. */
function enteredIn(card: AdaptiveCard): Inputs {
  return Object.fromEntries(
    card.getAllInputs().flatMap(({ id, value }) => (id ? [[id, written(value)]] : [])),
  )
}

function written(value: unknown): string {
  return value === undefined || value === null || Number.isNaN(value) ? '' : String(value)
}

function isSending(action: Action): action is SubmitAction | ExecuteAction {
  return ['Action.Submit', 'Action.Execute'].includes(action.getJsonTypeName())
}

function isOpening(action: Action): action is OpenUrlAction {
  return action.getJsonTypeName() === 'Action.OpenUrl'
}

function open(url: string | undefined): void {
  if (url !== undefined && isOpenable(url)) window.open(url, '_blank', 'noopener,noreferrer')
}

function withEntered(node: unknown, entered: Inputs): unknown {
  if (Array.isArray(node)) return node.map((one) => withEntered(one, entered))
  if (typeof node !== 'object' || node === null) return node
  const whole = Object.entries(node).map(([name, part]) => [name, withEntered(part, entered)])
  const copy: Record<string, unknown> = Object.fromEntries(whole)
  const { type, id } = copy as { type?: unknown; id?: unknown }
  if (typeof id !== 'string' || !String(type).startsWith('Input.') || !Object.hasOwn(entered, id)) return copy
  const value = entered[id] ?? ''
  return { ...copy, value: type === 'Input.Number' && value !== '' ? Number(value) : value }
}
