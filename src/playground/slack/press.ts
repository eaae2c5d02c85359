import {
  type Chosen,
  type ElementState,
  type ElementStates,
  elementAt,
  elementsIn,
  NotThere,
  optionOf,
  type Placed,
  stateOf,
  statesIn,
  withState,
} from './element-states.ts'
import type { SlackView } from './windows.ts'
import type { SlackPost, SlackWorld } from './world.ts'

/** Something interactive in a message, a window or the Home tab, and what is chosen in it. */
export interface Element {
  readonly block: string
  readonly action: string
  /** An option's value or several, a date, a text; empty: nothing is chosen any more. Buttons have none. */
  readonly chosen?: Chosen
}

/** What Slack reports of a press. */
export interface Pressed {
  readonly action: Readonly<Record<string, unknown>>
  readonly states: ElementStates
  /** Nothing is sent: a field of a form that waits for its submission. */
  readonly waits: boolean
}

/** What comes of acting on an element. Throws `NotThere` where there is no such element or option. */
export function pressedIn(content: unknown, pressed: Element, before?: ElementStates): Pressed {
  const placed = elementAt(content, pressed)
  if (placed === undefined) throw new NotThere('This is not there any more.')
  const { block, element } = placed
  const states = statesIn(content, before)
  const state = stateOf(element, pressed.chosen)
  return {
    action: actionOf(placed, state ?? choiceOf(placed, pressed.chosen)),
    states: state === undefined ? states : withState(states, pressed, state),
    waits: block.at('type').value === 'input' && block.at('dispatch_action').value !== true,
  }
}

/** Where the button with this label or verb stands. */
export function buttonCalled(content: unknown, which: string): Element {
  const found = elementsIn(content).find(({ element }) => {
    const verb = String(element.at('action_id').value)
    return (
      element.at('type').value === 'button' &&
      [element.at('text').at('text').value, verb, verb.replace(/:\d+$/, '')].includes(which)
    )
  })
  if (found === undefined) throw new Error(`There is no button "${which}" here.`)
  return {
    block: String(found.block.at('block_id').value),
    action: String(found.element.at('action_id').value),
  }
}

/** What somebody has chosen so far where they are about to act. */
export function statesAt(world: SlackWorld, user: string, where: SlackPost | SlackView) {
  const inView = 'content' in where
  const key = inView ? where.id : `${user}/${where.channel}/${where.ts}`
  const kept = inView ? world.windows.states : world.choices
  return { before: kept.get(key), keep: (states: ElementStates) => void kept.set(key, states) }
}

/** An overflow menu has a choice, but no state. */
function choiceOf({ element }: Placed, chosen: Chosen | undefined): ElementState {
  const [wanted] = [chosen ?? []].flat()
  return wanted !== undefined && element.at('type').value === 'overflow'
    ? { selected_option: optionOf(element, wanted) }
    : {}
}

/** Lists of what could have been chosen are left out of what is reported. */
const unreported = new Set(['options', 'option_groups', 'focus_on_load', 'dispatch_action_config'])

function actionOf({ block, element }: Placed, state: ElementState): Pressed['action'] {
  const own = Object.entries(Object(element.value)).filter(([key]) => !unreported.has(key))
  return { ...Object.fromEntries(own), block_id: block.at('block_id').value, ...state }
}
