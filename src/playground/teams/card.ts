import type { Given } from './inputs.ts'
import { at, listAt, record } from './json.ts'
import type { Activity } from './tenant.ts'

/** A card as a person sees it: its words, buttons and inputs, whatever the nesting. */
export interface SeenCard {
  readonly content: Activity
  readonly words: string
  readonly buttons: readonly string[]
  readonly inputs: readonly Activity[]
}

export function seenCard(attachment: unknown): SeenCard {
  const content = record(at(attachment, 'content'))
  return {
    content,
    words: nodesOf(content, (type) => type === 'TextRun' || type === 'TextBlock')
      .map((node) => String(at(node, 'text')))
      .join('\n'),
    buttons: actionsOf(content).map((action) => String(at(action, 'title'))),
    inputs: nodesOf(content, (type) => type.startsWith('Input.')),
  }
}

/** The buttons of a card. */
export function actionsOf(content: Activity): readonly Activity[] {
  return allActionsOf(content).filter((action) => at(action, 'title') !== undefined)
}

/** Whatever can be pressed in a card, also words and pictures. */
export function allActionsOf(content: Activity): readonly Activity[] {
  return nodesOf(content, (type) => type.startsWith('Action.'))
}

function nodesOf(value: unknown, wanted: (type: string) => boolean): Activity[] {
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, wanted))
  if (typeof value !== 'object' || value === null) return []
  const node = record(value)
  const here = wanted(String(at(node, 'type'))) ? [node] : []
  return [...here, ...Object.values(node).flatMap((item) => nodesOf(item, wanted))]
}

/** What somebody enters, by the label, the id or the last part of the id of an input. */
export type Entered = Readonly<Record<string, string | readonly string[]>>

/** What was entered by the inputs' ids. Throws for a name that no input has. */
export function byId(card: SeenCard, entered: Entered): Given {
  const unknown = Object.keys(entered).find((key) => !card.inputs.some((input) => isNamed(input, key)))
  if (unknown !== undefined) throw new Error(`There is no input named ${unknown}`)
  const named = Object.entries(entered).map(([key, value]) => {
    const input = card.inputs.find((one) => isNamed(one, key)) ?? {}
    return [String(at(input, 'id')), chosen(input, value)]
  })
  return Object.fromEntries(named)
}

function isNamed(input: Activity, key: string): boolean {
  const id = String(at(input, 'id'))
  return at(input, 'label') === key || id === key || id.endsWith(`:${key}`)
}

function chosen(input: Activity, value: string | readonly string[]): string {
  const pick = (wanted: string) => {
    const choice = listAt(input, 'choices').find((one) =>
      [at(one, 'title'), at(one, 'value'), decoded(at(one, 'value'))].includes(wanted),
    )
    return String(at(choice, 'value') ?? wanted)
  }
  return typeof value === 'string' ? pick(value) : value.map(pick).join(',')
}

function decoded(value: unknown): string {
  return decodeURIComponent(String(value).replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
}
