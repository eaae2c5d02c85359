import { formatDate, formatDatedMoment } from '../time/dates.ts'

/** What stands in the database as a short code, in words. Codes that say it themselves are not listed. */
const words: Readonly<Record<string, string>> = {
  'only-me': 'only you',
  pair: 'you and your pair',
  coordinator: 'you and the coordinator',
  'pair-and-coordinator': 'you, your pair and the coordinator',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  both: 'mentor and mentee',
  'yes-no': 'yes or no',
  percent: 'a percentage',
  retired: 'let go',
  dropped: 'not any more',
  drafted: 'the mentor’s part is missing',
  standing: 'stands',
  replaced: 'replaced by a later one',
  'in-person': 'in person',
  middle: 'half-way',
  start: 'at the beginning',
  end: 'at the end',
  'not-taken': 'did not come about',
  'over-for-you': 'did not come about',
  post: 'a new post',
  'end-together': 'Ending together',
}

/** The questions of the usual check-in; a program's own are named as it named them. */
const questions: Readonly<Record<string, string>> = {
  met: 'Whether you met',
  how: 'How it is going',
  learned: 'What you learned',
  'in-the-way': 'What is in the way',
  'next-step': 'Your next step',
  coordinator: 'Whether the coordinator should get in touch',
}

/** A code as people read it. */
export function wordFor(code: string): string {
  return words[code] ?? spoken(code)
}

/** What was asked. */
export function questionWords(id: string): string {
  return id.startsWith('goal:') ? 'Where a goal stands' : (questions[id] ?? spoken(id))
}

const occasions: Readonly<Record<string, string>> = {
  meeting: 'a meeting',
  'hard-shift': 'a hard shift',
  goal: 'a goal you reached',
  open: 'what was on your mind',
}

/** What a page of the journal looks back on. */
export function occasionWords(code: string): string {
  return occasions[code] ?? spoken(code)
}

/** A deed as it is noted: `goal.progress`. */
export function deedWords(action: string): string {
  const [area = '', deed = ''] = action.split('.')
  const text = `${spoken(area)}: ${spoken(deed)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What was written as JSON, in lines: `held on: Tue 12 January 2027`. Ids are left out: they say nothing to people. */
export function partsOf(value: unknown, locale: string): string {
  if (Array.isArray(value)) return value.map((part) => partsOf(part, locale)).join('\n')
  if (value === null || typeof value !== 'object') return plain(value, locale)
  if ('kind' in value && value.kind === 'passed') return 'passed over'
  const parts = Object.entries(value).filter(([key, part]) => !unsaid.has(key) && !isEmpty(part))
  const [first, second] = parts
  if (first && parts.length === 1 && bare.has(first[0])) return partsOf(first[1], locale)
  if (first && second && parts.length === 2 && named.has(first[0]))
    return `${withColon(partsOf(first[1], locale))} ${partsOf(second[1], locale)}`
  return parts
    .map(([key, part]) => {
      if (bare.has(key)) return partsOf(part, locale)
      return `${spoken(key)}:${typeof part === 'object' ? '\n' : ' '}${partsOf(part, locale)}`
    })
    .join('\n')
}

/** A question keeps its own mark. */
function withColon(name: string): string {
  return /[?!.]$/.test(name) ? name : `${name}:`
}

/** Whether there is nothing to say. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** For the product alone. */
const unsaid: ReadonlySet<string> = new Set(['kind', 'id', 'pairId', 'goalId', 'asked'])
/** Names what comes after it: a skill its rating, a prompt what was written to it. */
const named: ReadonlySet<string> = new Set(['skill', 'ask'])
/** What is said without its name. */
const bare: ReadonlySet<string> = new Set([
  'skill',
  'ask',
  'words',
  'text',
  'ratings',
  'rating',
  'why',
  'value',
])

function plain(value: unknown, locale: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayWords(text, locale) : text
}

/** A day with its year. */
export function dayWords(isoDate: string, locale: string): string {
  return `${formatDate(Temporal.PlainDate.from(isoDate), locale)} ${isoDate.slice(0, 4)}`
}

/** An instant with its year, by the reader's clock. */
export function momentWords(
  isoInstant: string,
  { locale, zone }: { readonly locale: string; readonly zone: string },
): string {
  return formatDatedMoment(Temporal.Instant.from(isoInstant), zone, locale)
}

function spoken(key: string): string {
  return key
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, end, begin) => `${end} ${begin.toLowerCase()}`)
}
