import type { Finding } from './finding.ts'
import { afterLabels, isOtherNumber, labelFollows } from './labels.ts'
import { maskNumber } from './mask.ts'

const LABEL =
  /(?<!\p{L})(?:s[.]?s[.]?n[.]?s?|soc(?:ial)?[. ]{0,2}sec(?:urity)?|ss ?#|ss (?:number|no|num))(?!\p{L})(?:[^\p{L}\p{N}]{0,3}(?:numbers?|no|num)(?!\p{L}))?/giu
const NINE_DIGITS = /^\d(?:[^\p{L}\p{N}]{0,4}\d){8}(?!\d)/u
/** With spaces only, a last group like 2026 is rather a year. */
const SEPARATED =
  /(?<![\d+][-./]?)\d{3}(?<gap> ?[-./_~*] ?| (?!\d\d (?:19|20)\d\d))\d{2}\k<gap>\d{4}(?![-./]?\d)/gu
const BARE = /(?<![\p{L}\p{N}])\d{9}(?![\p{L}\p{N}])/gu

/** US social security numbers: separated as 3-2-4, or nine digits with a label before or after. */
export function* findSocialSecurityNumbers(text: string): Generator<Finding> {
  yield* labelled(text)
  yield* separated(text)
  yield* bareNearLabel(text)
}

function* labelled(text: string): Generator<Finding> {
  for (const { after } of afterLabels(text, LABEL)) {
    const number = NINE_DIGITS.exec(after)?.[0]
    if (number !== undefined && isIssuable(number)) yield finding(number)
  }
}

function* separated(text: string): Generator<Finding> {
  for (const match of text.matchAll(SEPARATED)) {
    const number = match[0]
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    if (!isIssuable(number) || isLongerNumber(before, match.groups)) continue
    const end = match.index + number.length
    if (isLabelledBefore(text, match.index) || !isOtherNumber(text, match.index, end)) yield finding(number)
  }
}

function* bareNearLabel(text: string): Generator<Finding> {
  for (const match of text.matchAll(BARE)) {
    const number = match[0]
    const end = match.index + number.length
    if (!isIssuable(number) || isOtherNumber(text, match.index, end)) continue
    if (isLabelledBefore(text, match.index) || labelFollows(text.slice(end, end + 60), LABEL))
      yield finding(number)
  }
}

/** "The SSN on the order was ...": whatever other things stand between. */
function isLabelledBefore(text: string, start: number): boolean {
  return text.slice(Math.max(0, start - 60), start).search(LABEL) >= 0
}

/** "1 234 56 7890" is one long number in pieces, not a social security number after a 1. */
function isLongerNumber(before: string, { gap = ' ' }: Readonly<Record<string, string>> = {}): boolean {
  return before.endsWith(gap) && /\d$/u.test(before.slice(-gap.length - 1, -gap.length))
}

/** The Social Security Administration never issues area 000, 666 or 900-999, group 00 or serial 0000. */
function isIssuable(number: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(number.replace(/\D/gu, ''))
}

function finding(number: string): Finding {
  return { kind: 'social-security-number', verdict: 'refuse', masked: maskNumber(number) }
}
