import { Payload } from './payload.ts'

/** What somebody enters into a form, by block: text, a date, a number as written, an option's value or several. */
export type Entered = Readonly<Record<string, string | readonly string[]>>

export interface FilledForm {
  /** As Slack reports it with a submission. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** What Slack's own client says before it sends anything, by block. */
  readonly refusals: Readonly<Record<string, string>>
}

/** Fills a form as its person would; a field not spoken of keeps what the bot put there. */
export function fill(content: unknown, entered: Entered): FilledForm {
  const values: Record<string, Record<string, unknown>> = {}
  const refusals: Record<string, string> = {}
  for (const block of new Payload(content).at('blocks').each()) {
    if (block.at('type').value !== 'input') continue
    const name = String(block.at('block_id').value)
    const element = block.at('element')
    const state = stateOf(element, entered[name])
    const problem = problemOf(element, state, block.at('optional').value === true)
    if (problem !== undefined) refusals[name] = problem
    values[name] = { [String(element.at('action_id').value)]: state }
  }
  return { values, refusals }
}

function stateOf(element: Payload, entered: string | readonly string[] | undefined) {
  const type = String(element.at('type').value)
  switch (type) {
    case 'datepicker':
      return { type, selected_date: entered ?? element.at('initial_date').value ?? null }
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: chosen(element, entered, 'initial_option')[0] ?? null }
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: chosen(element, entered, 'initial_options') }
    default: {
      const written = entered ?? element.at('initial_value').value ?? null
      return { type, value: written === '' ? null : written }
    }
  }
}

function chosen(
  element: Payload,
  entered: string | readonly string[] | undefined,
  initial: string,
): unknown[] {
  return entered === undefined ? [element.at(initial).value ?? []].flat() : pick(element, [entered].flat())
}

/** Options by value or, as a person reads them, by label. */
function pick(element: Payload, wanted: readonly string[]): unknown[] {
  const groups = element.at('option_groups').each()
  const options = [element, ...groups].flatMap((holder) => holder.at('options').each())
  return wanted.map((choice) => {
    const option = options.find((candidate) =>
      [candidate.at('value').value, candidate.at('text').at('text').value].includes(choice),
    )
    if (option === undefined) throw new Error(`There is no option "${choice}" in this form.`)
    return option.value
  })
}

function problemOf(element: Payload, state: object, optional: boolean): string | undefined {
  const entered = Object.entries(state).find(([key]) => key !== 'type')?.[1]
  const empty = entered === null || (Array.isArray(entered) && entered.length === 0)
  if (empty) return optional ? undefined : 'Please complete this required field.'
  const max = Number(element.at('max_length').value ?? 3000)
  if (typeof entered === 'string' && entered.length > max) return `Please use ${max} characters or fewer.`
  const isNumber = element.at('type').value === 'number_input'
  if (isNumber && !/^-?\d+(\.\d+)?$/.test(String(entered))) return 'Please enter a number.'
  return undefined
}
