import type { Measure } from './goal.ts'

/** Beyond this a number is a slip of the finger. */
const LARGEST_VALUE = 1_000_000_000

/** What a value is read against. */
interface Measured {
  readonly measure: Measure
  readonly baseline: number
  readonly target: number
}

export type ValueProblem = 'not-a-value' | 'say-yes-or-no' | 'say-a-number' | 'not-whole' | 'out-of-range'
export type ReadValue = { readonly value: number } | { readonly problem: ValueProblem }

/**
 * Reads what a person types for where a goal stands: `60%`, `60`, `1,5`, `done`, `yes`, `no`. A percentage of a goal
 * that counts something else is that share of the way. Numbers are read as the locale (BCP 47) writes them.
 */
export function readValue(typed: string, goal: Measured, locale: string): ReadValue {
  const word = typed.trim().toLowerCase()
  if (word === 'done') return { value: goal.target }
  if (goal.measure === 'yes-no') return readYesOrNo(word)
  if (word === 'yes' || word === 'no') return { problem: 'say-a-number' }

  const [, digits, percent] = /^(.*?)\s*(%?)$/.exec(word) ?? []
  const number = readNumber(digits ?? '', locale)
  if (number === undefined) return { problem: 'not-a-value' }
  if (percent === '%' && goal.measure !== 'percent') return shareOfTheWay(goal, number)
  const problem = problemOfValue(goal.measure, number)
  return problem === undefined ? { value: number } : { problem }
}

/** Whether a word looks like a value: decides what of a command is the value and what the note. */
export function looksLikeValue(word: string, locale: string): boolean {
  return /^(done|yes|no)$/i.test(word) || readNumber(word.replace(/%$/, ''), locale) !== undefined
}

/** What a goal of this measure cannot have as a value. */
export function problemOfValue(measure: Measure, value: number): ValueProblem | undefined {
  if (measure === 'count' && !Number.isInteger(value)) return 'not-whole'
  const [least, most] = rangeOf(measure)
  return value < least || value > most ? 'out-of-range' : undefined
}

/** The least and the greatest value of a measure. */
export function rangeOf(measure: Measure): readonly [number, number] {
  switch (measure) {
    case 'number':
      return [-LARGEST_VALUE, LARGEST_VALUE]
    case 'count':
      return [0, LARGEST_VALUE]
    case 'percent':
      return [0, 100]
    case 'yes-no':
      return [0, 1]
  }
}

/**
 * A number as the locale writes it, thousands grouped or not. A separator that groups nothing is taken for the decimal
 * one, so that `1,5` and `1.5` are both one and a half.
 */
export function readNumber(typed: string, locale: string): number | undefined {
  const [, sign, body] = /^([-+−]?)(\d[\d.,'’\s]*)$/.exec(typed.trim()) ?? []
  if (body === undefined) return undefined
  const plain = withoutGroups(body.trimEnd(), decimalOf(locale))
  if (!/^\d{1,15}([.,]\d{1,10})?$/.test(plain)) return undefined
  const number = Number(plain.replace(',', '.'))
  return sign === '-' || sign === '−' ? -number : number
}

function withoutGroups(body: string, decimal: string): string {
  const group = decimal === ',' ? "[.'’\\s]" : "[,'’\\s]"
  const grouped = new RegExp(`^\\d{1,3}(${group}\\d{3})(\\1|${group}\\d{3})*([.,]\\d+)?$`)
  return grouped.test(body) ? body.replace(new RegExp(group, 'g'), '') : body
}

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}

function readYesOrNo(word: string): ReadValue {
  if (word === 'yes') return { value: 1 }
  return word === 'no' ? { value: 0 } : { problem: 'say-yes-or-no' }
}

/** Of a count the whole steps that are done: never more than was said. */
function shareOfTheWay({ measure, baseline, target }: Measured, percent: number): ReadValue {
  if (percent < 0 || percent > 100) return { problem: 'out-of-range' }
  if (percent === 100) return { value: target }
  const value = baseline + ((target - baseline) * percent) / 100
  if (measure !== 'count') return { value }
  return { value: baseline < target ? Math.floor(value) : Math.ceil(value) }
}
