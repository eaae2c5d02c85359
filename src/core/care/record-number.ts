import type { Finding } from './finding.ts'
import { afterLabels, isOtherNumber, labelFollows } from './labels.ts'
import { maskNumber } from './mask.ts'

const NO = 'no(?! longer| more|[ -]shows?)'
const WORD = `(?:number|numbers|${NO}|nos|num|nbr|nr|identifier|#)`
const JOIN = '[^\\p{L}\\p{N}]{0,3}'
const CERTAIN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:m[. ]?r[. ]?n(?:s|'s)?(?:${JOIN}${WORD})?|mr ?#|mr (?:number|num)|` +
    `(?:med(?:ical)?|health|patient|hospital|clinical)[. ]{1,2}rec(?:ord)?s?${JOIN}(?:${WORD}|id)|` +
    `(?:patient|pt)(?:'s)?${JOIN}(?:number|${NO}|num|nbr|nr|identifier|#|id|ref)|(?:case ?notes?|chart|pas|empi)${JOIN}(?:${WORD}|id))(?!\\p{L})`,
  'giu',
)
/** What a hospital counts besides its patients goes by such names, too, so the value stands right behind the label. */
const RECORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:record|unit|hospital)${JOIN}(?:id )?(?:number|num|nbr|nr|id|#|no\\.?)(?!\\p{L})`,
  'giu',
)
const NEAR = /^(?:[^\p{L}\p{N}]|(?:is|was)(?!\p{L})){0,6}/iu
const OF_ELSE =
  /(?<!\p{L})(?:staff|training|incident|datix|learning|esr|employee|employment|payroll|publication|library|blood|donor|housing|storage|business|accommodation|my|our|your|a|vaccination|badge)(?: \p{L}+)? $/iu
const RECORD_VALUE = /^[a-z]{0,3}\d{6,8}(?![\p{L}\p{N}]|[-. ]\d)/iu
/** May also be the telephone number of a hospital, so the value has to look like no telephone. */
const HOSPITAL = new RegExp(`(?<![\\p{L}\\p{N}])hosp(?:ital|\\.)?(?:'s)?${JOIN}${WORD}(?!\\p{L})`, 'giu')
const VALUE = /^(?:[a-z]{1,4}[-/. ]?)?\d(?:[-./ ]?[a-z]?\d)*[a-z]{0,2}(?![\p{L}\p{N}])/iu
const LONG_BARE = /(?<![\p{L}\p{N}+£$€])[a-z]{0,3}\d{6,10}(?![\p{L}\p{N}])/iu
const NUMBER_BEFORE_LABEL = /(?<![\p{L}\p{N}])[a-z]{0,3}\d{5,10}(?![\p{L}\p{N}])/giu
const YEAR = /^(?:19|20)\d\d$/
const SENTENCE_END = /(?<!\.)[.!?](?:\s|$)|\n/u
const SPEAKS_OF_PHONES =
  /(?<!\p{L})(?:call|ring|phone|dial|telephone|main|switchboard|reach|contact|text|tel)(?!\p{L})[^.!?]*$/iu

/** Labelled hospital, patient and medical record numbers. They have no check digit: the label decides. */
export function* findRecordNumbers(text: string): Generator<Finding> {
  for (const { label, after } of afterLabels(text, CERTAIN)) {
    const value = firstValue(after, /^m/iu.test(label) ? 4 : 5) ?? farValue(after)
    if (value !== undefined) yield finding(value)
  }
  for (const { at, after } of afterLabels(text, HOSPITAL)) {
    const value = firstValue(after, 5) ?? farValue(after)
    if (value !== undefined && !isHospitalPhone(text.slice(Math.max(0, at - 40), at), value))
      yield finding(value)
  }
  yield* rightBehind(text)
  yield* beforeLabels(text)
}

function* rightBehind(text: string): Generator<Finding> {
  for (const match of text.matchAll(RECORD)) {
    const after = text
      .slice(match.index + match[0].length)
      .slice(0, 40)
      .replace(NEAR, '')
    const value = RECORD_VALUE.exec(after)?.[0]
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    if (value !== undefined && !OF_ELSE.test(before)) yield finding(value)
  }
}

function firstValue(after: string, fewestDigits: number): string | undefined {
  const value = VALUE.exec(after)?.[0]
  if (value === undefined || YEAR.test(value)) return undefined
  return value.replace(/\D/gu, '').length >= fewestDigits ? value : undefined
}

/** "The MRN of the gentleman in bay 3 is 1234567": the first long number of the same sentence. */
function farValue(after: string): string | undefined {
  const sentence = after.split(SENTENCE_END, 1)[0]?.slice(0, 60) ?? ''
  const match = LONG_BARE.exec(sentence)
  if (match === null || isOtherNumber(sentence, match.index, match.index + match[0].length)) return undefined
  return match[0]
}

function* beforeLabels(text: string): Generator<Finding> {
  for (const match of text.matchAll(NUMBER_BEFORE_LABEL)) {
    const end = match.index + match[0].length
    const next = text.slice(end, end + 60).split(SENTENCE_END, 1)[0] ?? ''
    if (labelFollows(next, CERTAIN) || labelFollows(next, HOSPITAL)) yield finding(match[0])
  }
}

function isHospitalPhone(before: string, value: string): boolean {
  const digits = value.replace(/\D/gu, '')
  return SPEAKS_OF_PHONES.test(before) || digits.length > 10 || (digits.length === 10 && digits !== value)
}

function finding(value: string): Finding {
  return { kind: 'record-number', verdict: 'refuse', masked: maskNumber(value) }
}
