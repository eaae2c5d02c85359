import { checkEntry } from './check-entry.ts'
import {
  type Chosen,
  type ElementStates,
  elementsIn,
  stateOf,
  statesIn,
  withState,
} from './element-states.ts'

/** What somebody enters into a form, by block: text, a date, a number as written, an option's value or several. */
export type Entered = Readonly<Record<string, Chosen>>

export interface FilledForm {
  /** As Slack reports it with a submission. */
  readonly values: ElementStates
  /** What Slack's own client says before it sends anything, by block. */
  readonly refusals: Readonly<Record<string, string>>
}

/** Fills a form as its person would; a field not spoken of keeps what stands there. */
export function fill(content: unknown, entered: Entered, before?: ElementStates): FilledForm {
  let values = statesIn(content, before)
  const refusals: Record<string, string> = {}
  for (const { block, element } of elementsIn(content)) {
    const at = { block: String(block.at('block_id').value), action: String(element.at('action_id').value) }
    const chosen = entered[at.block]
    const state = chosen === undefined ? values[at.block]?.[at.action] : stateOf(element, chosen)
    if (block.at('type').value !== 'input' || state === undefined) continue
    values = withState(values, at, state)
    const problem = checkEntry(element, state, block.at('optional').value === true)
    if (problem !== undefined) refusals[at.block] = problem
  }
  return { values, refusals }
}
