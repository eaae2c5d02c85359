/** The words of labels, and what may look like a slip of one but is a word of its own. */
const LABEL_WORDS = ['number', 'patient', 'patients', 'hospital', 'medical', 'record', 'birth', 'security']
const WORDS_OF_THEIR_OWN = new Set(
  (
    'numbers numbed patent patents hospitals medicals medial records recorded recorder births berth birch ' +
    'girth birthed lumber umber patience'
  ).split(' '),
)
const BY_LETTER = new Map(LABEL_WORDS.map((word) => [word.charAt(0), LABEL_WORDS.filter(startsAs(word))]))
const CANDIDATE = /(?<![\p{L}\p{N}])[nphmrbs]\p{L}{3,8}(?![\p{L}\p{N}])/giu

/** The text with slips of the pen in the words of labels put right: "hopsital nubmer" is one, too. For judging only. */
export function rightSlips(text: string): string {
  return text.replace(CANDIDATE, (written) => {
    const small = written.toLowerCase()
    if (WORDS_OF_THEIR_OWN.has(small)) return written
    const candidates = BY_LETTER.get(small.charAt(0)) ?? []
    if (candidates.includes(small)) return written
    const meant = candidates.find((word) => small === withoutVowels(word) || isOneSlipFrom(small, word))
    return meant === undefined ? written : inCaseOf(written, meant)
  })
}

function startsAs(word: string): (other: string) => boolean {
  return (other) => other.charAt(0) === word.charAt(0)
}

/** "nmbr", "ptnt". */
function withoutVowels(word: string): string {
  return word.replace(/[aeiou]/gu, '')
}

function inCaseOf(written: string, word: string): string {
  return written.charAt(0) === word.charAt(0) ? word : word.charAt(0).toUpperCase() + word.slice(1)
}

/** Whether one letter was left out, added or mistaken, or two that stand together were swapped. */
function isOneSlipFrom(written: string, word: string): boolean {
  const [longer, shorter] = written.length > word.length ? [written, word] : [word, written]
  if (longer.length - shorter.length > 1) return false
  let at = 0
  while (at < shorter.length && longer[at] === shorter[at]) at += 1
  const rest = longer.slice(at + 1)
  if (longer.length > shorter.length) return rest === shorter.slice(at)
  const swapped = longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at]
  return rest === shorter.slice(at + 1) || (swapped && longer.slice(at + 2) === shorter.slice(at + 2))
}
