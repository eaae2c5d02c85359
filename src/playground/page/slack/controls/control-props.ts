import type { AriaAttributes } from 'react'

/** What stands in a control: text, a date, a number as written, an option's value; or several values. */
export type Value = string | readonly string[]

export interface ControlProps<Element> {
  readonly element: Element
  readonly id: string
  readonly value: Value
  /** How it is named and described, and whether it is wrong. */
  readonly aria: AriaAttributes
  readonly onChange: (value: Value) => void
  /** It was finished with Enter, where it is one that says so. */
  readonly onEnter?: () => void
}

export function oneOf(value: Value): string {
  return typeof value === 'string' ? value : (value[0] ?? '')
}

export function allOf(value: Value): readonly string[] {
  if (typeof value !== 'string') return value
  return value === '' ? [] : [value]
}
