import type { IdentifierKind } from './finding.ts'
import { findIdentifiers } from './identifiers.ts'

/** Why a text may not come in. `by` and `limit` count characters as people see them. */
export type TextRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly by: number; readonly limit: number }
  | { readonly kind: 'control-characters' }
  | { readonly kind: 'identifier'; readonly identifier: IdentifierKind; readonly masked: string }
  | { readonly kind: 'maybe-identifier'; readonly masked: string }

export interface TextRules {
  /** In characters as people see them: an emoji with skin tone is one. */
  readonly maxLength: number
  /** The author has said that the doubtful number is no patient's. Certain identifiers stay out all the same. */
  readonly confirmed?: boolean
}

export type Admission =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: TextRefusal }

/** UTF-16 units allowed per character: room for families of emoji, none for towers of accents. */
const UNITS_PER_CHARACTER = 8
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/gu
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/gu
const CONTROL = /(?![\n\t])[\p{Cc}\p{Cs}]/u
const SEEN = /[^\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u
const SIMPLE = /^[\n\t\x20-\x7e]*$/
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The one door for whatever a person types, before it is stored or logged: gives the text as it is to be kept (NFC,
 * `\n` line ends, trimmed, without marks that turn the direction of writing) or why it cannot be.
 */
export function admitText(raw: string, rules: TextRules): Admission {
  const bound = rules.maxLength * UNITS_PER_CHARACTER
  if (raw.length > bound && raw.trim().length > bound) return tooLong(raw.trim().length, rules)
  const text = raw.replace(LINE_END, '\n').replace(DIRECTION_OVERRIDE, '').normalize('NFC').trim()
  if (CONTROL.test(text)) return { ok: false, why: { kind: 'control-characters' } }
  if (!SEEN.test(text)) return { ok: false, why: { kind: 'empty' } }
  if (text.length > bound) return tooLong(text.length, rules)
  const length = lengthOf(text)
  if (length > rules.maxLength) return tooLong(length, rules)
  const why = identifierIn(text, rules.confirmed ?? false)
  return why === undefined ? { ok: true, text } : { ok: false, why }
}

function identifierIn(text: string, confirmed: boolean): TextRefusal | undefined {
  const [first] = findIdentifiers(text)
  if (first?.verdict === 'refuse') return { kind: 'identifier', identifier: first.kind, masked: first.masked }
  if (first === undefined || confirmed) return undefined
  return { kind: 'maybe-identifier', masked: first.masked }
}

function tooLong(length: number, { maxLength }: TextRules): Admission {
  return { ok: false, why: { kind: 'too-long', by: length - maxLength, limit: maxLength } }
}

function lengthOf(text: string): number {
  return SIMPLE.test(text) ? text.length : Array.from(characters.segment(text)).length
}
