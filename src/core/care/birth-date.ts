import type { Finding } from './finding.ts'
import { afterLabels, labelFollows } from './labels.ts'
import { maskAll } from './mask.ts'

const LABEL =
  /(?<![\p{L}\p{N}])(?:d[. ]?o[. ]?b[.]?|da(?:te|y)[ -]of[ -]birth|birth ?date|(?:patient|pt)(?:(?: who)?(?: was| is)?,? born(?: on)?|['’]?s birthday))(?!\p{L})/giu
const BORN = /(?<![\p{L}\p{N}-])born(?: on)?(?![\p{L}\p{N}])/giu
/** "I was born on", "my son was born on", "the unit was born on": nobody's patient. */
const OWN =
  /(?<!\p{L})(?:(?:i|we|it)(?: (?:was|were|is|am))?(?: \p{L}+)? $|(?:(?:my|our|his|her|their)(?: \p{L}+)? (?:son|daughter|baby|child|children|twins?|nephew|niece|grand\p{L}+|sister|brother|boy|girl)|unit|ward|team|programme|program|idea|project|nhs|hospital|mentors?|mentees?)(?!\p{L})[^.!?\n]*$)/iu
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])'
const YEAR = "(?:(?:18|19|20)\\d{2}|['’]?\\d{2})"
const GAP = '\\s?[-./,|_ ]\\s?'
const DATE = [
  `${DAY}${GAP}${MONTH_NUMBER}${GAP}${YEAR}`,
  `${MONTH_NUMBER}${GAP}${DAY}${GAP}${YEAR}`,
  `(?:18|19|20)\\d{2}${GAP}${MONTH_NUMBER}${GAP}${DAY}`,
  `${DAY}(?:\\s?[-/. ]?\\s?(?:of )?)${MONTH}[-/., ]{0,2}${YEAR}`,
  `${MONTH}[. ]{1,2}${DAY},? ${YEAR}`,
  '[0-3]\\d[01]\\d(?:18|19|20)?\\d{2}',
  '(?:19|20)\\d{2}[01]\\d[0-3]\\d',
].join('|')
const DATE_FIRST = new RegExp(`^(?:${DATE})(?!\\d)`, 'iu')
/** With a year so long ago that nobody speaks of anything else of that day. */
const LONG_AGO = /(?<!\d)(?:18\d\d|19\d\d|200\d)(?!\d)/u
const DATES = new RegExp(`(?<![\\p{L}\\p{N}])(?:${DATE})(?!\\d)`, 'giu')

/** Dates of birth that say that they are; other dates are the business of any mentor. */
export function* findBirthDates(text: string): Generator<Finding> {
  for (const { after } of afterLabels(text, LABEL)) {
    const date = DATE_FIRST.exec(after.replace(/^on /iu, ''))?.[0]
    const found = date ?? farDate(after)
    if (found !== undefined) yield finding(found)
  }
  for (const { at, after } of afterLabels(text, BORN)) {
    const date = DATE_FIRST.exec(after)?.[0]
    if (date !== undefined && !OWN.test(text.slice(Math.max(0, at - 40), at))) yield finding(date)
  }
  for (const match of text.matchAll(DATES)) {
    const next = text.slice(match.index + match[0].length).slice(0, 40)
    if (labelFollows(next.split(/[.!?]\s|\n/u, 1)[0] ?? '', LABEL)) yield finding(match[0])
  }
}

/** "Her DOB? I said 17 Sep 1972 from memory". */
function farDate(after: string): string | undefined {
  const near = after.split(/[.!]\s|\n/u, 1)[0]?.slice(0, 50) ?? ''
  return near.match(DATES)?.find((date) => LONG_AGO.test(date))
}

function finding(date: string): Finding {
  return { kind: 'birth-date', verdict: 'refuse', masked: maskAll(date) }
}
