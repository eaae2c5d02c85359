import { adaptiveCard } from './card-schema.ts'
import { at, listAt, record } from './json.ts'
import type { Activity } from './tenant.ts'

const mostPrimaryActions = 6

/** What Teams would not take in this Adaptive Card, in a message or a dialog; empty where all is well. */
export function wrongInCard(card: unknown, stage: 'message' | 'dialog'): readonly string[] {
  const parsed = adaptiveCard.safeParse(card)
  const issues = parsed.error?.issues ?? []
  const parts = partsOf(card)
  return [
    ...issues.map(({ path, message }) => `${path.join('.') || 'card'}: ${message}`),
    ...twice(parts.flatMap((part) => at(part, 'id') ?? [])).map((id) => `two elements have the id ${id}`),
    ...[record(card), ...parts].flatMap(wrongInActions),
    ...(at(card, 'version') !== '1.5' && parts.some(isUniversal)
      ? ['Action.Execute needs version 1.5 of the card']
      : []),
    ...(stage === 'dialog' && parts.some(isUniversal) ? ['Action.Execute does not work in a dialog'] : []),
  ]
}

/** Elements and actions, whatever the nesting; what travels with an action is none of the card. */
function partsOf(node: unknown): Activity[] {
  if (Array.isArray(node)) return node.flatMap(partsOf)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node)
    .filter(([name]) => name !== 'data' && name !== 'msteams')
    .flatMap(([, value]) => [
      ...(isPart(value) ? [record(value)] : []),
      ...insideOf(value),
      ...partsOf(value),
    ])
}

function insideOf(value: unknown): Activity[] {
  return Array.isArray(value) ? value.filter(isPart).map(record) : []
}

function isPart(value: unknown): boolean {
  return typeof at(value, 'type') === 'string'
}

function isUniversal(part: Activity): boolean {
  return at(part, 'type') === 'Action.Execute'
}

function twice(ids: readonly unknown[]): unknown[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function wrongInActions(part: Activity): string[] {
  const actions = listAt(part, 'actions')
  const primary = actions.filter((one) => String(at(one, 'mode') ?? 'primary').toLowerCase() === 'primary')
  const untitled = actions.some((one) => !at(one, 'title'))
  return [
    ...(primary.length > mostPrimaryActions
      ? [`${primary.length} actions beside one another: Teams shows ${mostPrimaryActions}`]
      : []),
    ...(untitled ? ['a button has no title'] : []),
  ]
}
