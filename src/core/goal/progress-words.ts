import type { Goal } from './goal.ts'
import { looksLikeValue } from './value.ts'

/** What stands after `progress`: `2 60% drafted the protocol`. */
export type ProgressWords =
  /** Nothing, or only which goal: the form asks for the rest. */
  | { readonly kind: 'form'; readonly goal?: Goal }
  | { readonly kind: 'entry'; readonly goal: Goal; readonly value: string; readonly note?: string }
  | { readonly kind: 'no-such-goal'; readonly number: number }
  /** Several goals are open and none was named. */
  | { readonly kind: 'which-goal' }
  | { readonly kind: 'no-value'; readonly goal?: Goal }

/**
 * Reads which goal, where it stands and the note. A first number names the goal where a value follows it, or where it
 * is the number of an open goal; else, with one goal open, it is the value. The value is not read yet.
 */
export function readProgressWords(typed: string, open: readonly Goal[], locale: string): ProgressWords {
  const [first = '', second = '', ...rest] = joinPercent(typed).split(/\s+/)
  if (first === '') return { kind: 'form' }

  const number = /^#?(\d{1,9})$/.exec(first)?.[1]
  const named = open.find((goal) => String(goal.number) === number)
  const valueFollows = looksLikeValue(second, locale)
  if (number !== undefined && valueFollows) {
    return named ? entry(named, second, rest) : { kind: 'no-such-goal', number: Number(number) }
  }
  if (named) return second === '' ? { kind: 'form', goal: named } : { kind: 'no-value', goal: named }
  return withoutNumber({ first, note: [second, ...rest], number }, open, locale)
}

function withoutNumber(
  words: { first: string; note: readonly string[]; number: string | undefined },
  open: readonly Goal[],
  locale: string,
): ProgressWords {
  const [only, ...more] = open
  if (!looksLikeValue(words.first, locale))
    return { kind: 'no-value', ...(only && more.length === 0 && { goal: only }) }
  if (only && more.length === 0) return entry(only, words.first, words.note)
  return words.number === undefined
    ? { kind: 'which-goal' }
    : { kind: 'no-such-goal', number: Number(words.number) }
}

function entry(goal: Goal, value: string, rest: readonly string[]): ProgressWords {
  const note = rest.join(' ').trim()
  return { kind: 'entry', goal, value, ...(note !== '' && { note }) }
}

/** `60 %` is one word. */
function joinPercent(typed: string): string {
  return typed.trim().replace(/^((?:\S+\s+)?\S*\d)\s+%/, '$1%')
}
