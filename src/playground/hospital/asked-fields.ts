import { elementsIn } from '../slack/element-states.ts'
import { seenCard } from '../teams/card.ts'
import { at, listAt } from '../teams/json.ts'
import type { Activity } from '../teams/tenant.ts'

/** A field of an open form, as somebody has it before their eyes. */
export interface AskedField {
  /** What is entered into it goes by this name. */
  readonly name: string
  /** What there is to choose from; nothing where it is written. */
  readonly options: readonly string[]
  /** What is chosen already. */
  readonly chosen: readonly string[]
}

export function fieldsOnSlack(content: unknown): readonly AskedField[] {
  return elementsIn(content)
    .filter(({ block }) => block.at('type').value === 'input')
    .map(({ block, element }) => {
      const one = element.at('initial_option')
      const chosen = [...(one.absent ? [] : [one]), ...element.at('initial_options').each()]
      return {
        name: String(block.at('block_id').value),
        options: element.at('options').each().map(chosenValue),
        chosen: chosen.map(chosenValue),
      }
    })
}

export function fieldsOnTeams(card: Activity | undefined): readonly AskedField[] {
  return seenCard({ content: card }).inputs.map((input) => ({
    name: String(at(input, 'id')),
    options: listAt(input, 'choices').map((choice) => String(at(choice, 'value'))),
    chosen: String(at(input, 'value') ?? '')
      .split(',')
      .filter((value) => value !== ''),
  }))
}

function chosenValue(option: { at(key: string): { readonly value: unknown } }): string {
  return String(option.at('value').value)
}
