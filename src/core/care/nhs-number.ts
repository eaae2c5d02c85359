import type { Finding } from './finding.ts'
import { afterLabels, isOtherNumber, labelFollows } from './labels.ts'
import { maskNumber } from './mask.ts'

const NAME =
  '(?<!\\p{L})(?:n[. ]?h[. ]?s|national health service|chi(?=[^\\p{L}\\p{N}]{1,3}n)|h ?& ?c|health (?:and|&) care)'
const WORD = '(?:number|numbers|no|nos|num|nbr|nr|id|identifier|#)'
const ANY_LABEL = new RegExp(`${NAME}(?:[^\\p{L}\\p{N}]{0,3}${WORD})?(?!\\p{L})`, 'giu')
const FULL_LABEL = new RegExp(`${NAME}[^\\p{L}\\p{N}]{0,3}(?:patient )?${WORD}(?!\\p{L})`, 'iu')
const LABEL_BEHIND = /^[^\p{L}\p{N}]{0,3}n[. ]?h[. ]?s(?!\p{L})/iu
const TEN_DIGITS = /^\d(?:[^\p{L}\p{N}]{0,4}\d){9}(?!\d)/u
const TEN_DIGITS_ANYWHERE = /(?<![\p{L}\p{N}])\d(?:[^\p{L}\p{N}]{0,4}\d){9}(?![\p{L}\p{N}])/gu
const GAP = '(?:[-./_|\\\\~*:\\s]{1,3}|,)'
const GROUPED = new RegExp(`(?<!\\d)\\d{3}${GAP}\\d{3}${GAP}\\d{4}(?!\\d)`, 'gu')
const BARE = /(?<![\p{L}\p{N}])\d{10}(?![\p{L}\p{N}])/gu
/** 555-0100 to 555-0199 are never given to anybody in North America, so that they can stand in examples. */
const MADE_UP_PHONE = /^\d{3}\D{1,3}555\D{1,3}01/

/**
 * Whether ten digits pass the modulus 11 check of the NHS Data Dictionary ("NHS NUMBER"). Health and Care numbers of
 * Northern Ireland and CHI numbers of Scotland follow it too.
 */
export function passesNhsCheck(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, at) => total + Number(digit) * (10 - at),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9])
}

/** NHS numbers: labelled or grouped 3-3-4 ones are refused, a bare one is asked about. */
export function* findNhsNumbers(text: string): Generator<Finding> {
  yield* labelled(text)
  yield* grouped(text)
  yield* bare(text)
}

function* labelled(text: string): Generator<Finding> {
  for (const { after } of afterLabels(text, ANY_LABEL)) {
    const number = TEN_DIGITS.exec(after)?.[0]
    if (number !== undefined && passes(number)) yield finding(number, 'refuse')
  }
  for (const match of text.matchAll(TEN_DIGITS_ANYWHERE)) {
    const next = text.slice(match.index + match[0].length).slice(0, 40)
    if (passes(match[0]) && labelFollows(next, FULL_LABEL)) yield finding(match[0], 'refuse')
  }
}

function* grouped(text: string): Generator<Finding> {
  for (const match of text.matchAll(GROUPED)) {
    const number = match[0]
    if (!passes(number)) continue
    const phone = MADE_UP_PHONE.test(number) || isOtherNumber(text, match.index, match.index + number.length)
    if (!phone) yield finding(number, 'refuse')
  }
}

function* bare(text: string): Generator<Finding> {
  for (const match of text.matchAll(BARE)) {
    const number = match[0]
    const end = match.index + number.length
    if (!passes(number) || isOtherNumber(text, match.index, end)) continue
    yield finding(number, isNearLabel(text, match.index, end) ? 'refuse' : 'ask')
  }
}

/** "The NHS number of the lady in bed 4 is ...": other words between, yet surely that number. */
function isNearLabel(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 70), start)
  const after = text.slice(end, end + 40)
  return FULL_LABEL.test(before) || FULL_LABEL.test(after) || LABEL_BEHIND.test(after)
}

function passes(number: string): boolean {
  return passesNhsCheck(number.replace(/\D/gu, ''))
}

function finding(number: string, verdict: Finding['verdict']): Finding {
  return { kind: 'nhs-number', verdict, masked: maskNumber(number) }
}
