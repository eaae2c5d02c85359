import { MEETING_MINUTES } from '../program/meeting-minutes.ts'
import type { AnswerValue } from './answer.ts'
import type { Asked, AskedGoal, Question } from './questions.ts'

const YES = /^(?:y|yes|yep|yeah|yes,? we did|we did|(?:yes,? )?we(?: have|'ve|’ve)? met|met)$/
const NO =
  /^(?:n|no|nope|not yet|(?:no,? )?we (?:did not|didn't|didn’t|have not|haven't|haven’t)(?: met| meet)?(?: yet)?|not met)$/
const MINUTES = /^(?:for )?(?:about )?(\d{1,3}) ?(?:m|min|mins|minutes?)?$/
const HOURS = /^(?:for )?(?:about )?(\d{1,2}(?:[.,]\d+)?|an|one|half an) ?(?:h|hrs?|hours?)$/
const RATINGS: readonly string[] = ['one', 'two', 'three', 'four', 'five']
const PASS = /^(?:skip|pass|skip this(?: one)?|next)$/

/**
 * Reads what somebody typed in answer to a question; undefined where it could be anything. `before` is what the
 * question was answered with so far, for its second part.
 */
export function readTyped(asked: Asked, text: string, before?: AnswerValue): AnswerValue | undefined {
  const { question, part } = asked
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
  if (part === 'minutes') return withMinutes(before, minutesIn(said))
  if (part === 'words') return before?.kind === 'coordinator' ? { ...before, words: text } : undefined
  if (isPass(text)) return question.required ? undefined : { kind: 'passed' }
  return readWhole(question, { text, said })
}

/** Whether somebody typed that they want to skip what was asked. */
export function isPass(text: string): boolean {
  return PASS.test(simplified(text))
}

function simplified(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
}

/** Reads an edited message: it may hold the second part of the answer only, which was asked about last. */
export function readTypedAgain(
  question: Question,
  text: string,
  before: AnswerValue,
): AnswerValue | undefined {
  const whole = readTyped({ question, part: 'whole' }, text)
  if (whole) return whole
  return readTyped({ question, part: before.kind === 'coordinator' ? 'words' : 'minutes' }, text, before)
}

/** Reads the value of a pressed choice, which is as people would type it; of a choice its place in the list. */
export function readPicked(asked: Asked, value: string, before?: AnswerValue): AnswerValue | undefined {
  const { question, part } = asked
  if (question.kind !== 'choice') return part === 'words' ? undefined : readTyped(asked, value, before)
  const option = question.options?.[Number(value)]
  return option === undefined ? undefined : { kind: 'choice', option }
}

interface Typed {
  /** As typed. */
  readonly text: string
  /** In lower case, without a full stop. */
  readonly said: string
}

function readWhole(question: Question, { text, said }: Typed): AnswerValue | undefined {
  switch (question.kind) {
    case 'met':
      return readMet(said)
    case 'rating':
      return readRating(said)
    case 'text':
    case 'next-step':
      return { kind: 'words', text }
    case 'goal':
      return question.goal && readGoal(question.goal, text)
    case 'choice':
      return readChoice(question.options ?? [], said)
    case 'coordinator':
      return readWish(said)
  }
}

function readMet(said: string): AnswerValue | undefined {
  if (NO.test(said)) return { kind: 'met', met: false }
  if (YES.test(said)) return { kind: 'met', met: true }
  const [, yes = '', rest = ''] = /^(yes|we met|we did|met)[, ]+(.+)$/.exec(said) ?? []
  return yes === '' ? undefined : withMinutes({ kind: 'met', met: true }, minutesIn(rest))
}

function withMinutes(before: AnswerValue | undefined, minutes: number | undefined): AnswerValue | undefined {
  return before?.kind === 'met' && before.met && minutes !== undefined ? { ...before, minutes } : undefined
}

function minutesIn(said: string): number | undefined {
  const [, minutes] = MINUTES.exec(said) ?? []
  const [, hours] = HOURS.exec(said) ?? []
  const read = minutes === undefined ? hoursToMinutes(hours) : Number(minutes)
  return read !== undefined && read >= MEETING_MINUTES.least && read <= MEETING_MINUTES.most
    ? read
    : undefined
}

function hoursToMinutes(hours: string | undefined): number | undefined {
  if (hours === undefined) return undefined
  if (hours === 'half an') return 30
  return hours === 'an' || hours === 'one' ? 60 : Math.round(Number(hours.replace(',', '.')) * 60)
}

function readRating(said: string): AnswerValue | undefined {
  const [, digit] = /^([1-5])(?: ?\/ ?5| (?:out )?of (?:5|five))?$/.exec(said) ?? []
  const rating = digit === undefined ? RATINGS.indexOf(said) + 1 : Number(digit)
  return rating >= 1 ? { kind: 'rating', rating } : undefined
}

function readChoice(options: readonly string[], said: string): AnswerValue | undefined {
  const named = options.find((one) => one.toLowerCase() === said)
  const option = named ?? (/^\d{1,2}$/.test(said) ? options[Number(said) - 1] : undefined)
  return option === undefined ? undefined : { kind: 'choice', option }
}

function readWish(said: string): AnswerValue | undefined {
  const [, wish] = /^(no|yes|urgent)(?:,? (?:thanks|thank you|please))?$/.exec(said) ?? []
  if (said === 'yes, urgent' || said === 'urgently') return { kind: 'coordinator', wish: 'urgent' }
  return wish === 'no' || wish === 'yes' || wish === 'urgent' ? { kind: 'coordinator', wish } : undefined
}

/** `60%`, `60`, `60% drafted the protocol`, `done`, `yes`: what follows the value is a note. */
function readGoal(goal: AskedGoal, text: string): AnswerValue | undefined {
  const [, first = '', note = ''] = /^(\S+?(?: ?%)?)(?:[\s,:;–-]+([\s\S]*))?$/.exec(text.trim()) ?? []
  const value = goal.read(first)
  if (value === undefined) return undefined
  return { kind: 'goal', value, ...(note.trim() !== '' && { note: note.trim() }) }
}
