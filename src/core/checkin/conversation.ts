import type { Routes } from '../program/program.ts'
import type { Reader } from '../program/script-question.ts'
import type { Answer, AnswerValue } from './answer.ts'
import { type Asked, nextQuestion, type Question } from './questions.ts'
import { usualReader } from './readers.ts'

/** One person's check-in with what has been answered so far: all that the conversation about it depends on. */
export interface Sheet {
  readonly checkInId: string
  readonly side: 'mentor' | 'mentee'
  /** The first name of the other person in the pair. */
  readonly other: string
  readonly program: string
  readonly routes: Routes
  readonly questions: readonly Question[]
  readonly answers: readonly Answer[]
  /** The narrower readers the person chose last, by the script question's id. */
  readonly remembered: ReadonlyMap<string, Reader>
  /** Where what is typed in the chat stays, too. */
  readonly chat: 'Slack' | 'Microsoft Teams'
  /**
   * What *we met* stands for where nothing more is said: the meeting that one of the two has told of since the last
   * check-in, else one on the day of the check-in, so that both of the pair mean the same.
   */
  readonly meeting: { readonly day: Temporal.PlainDate; readonly minutes?: number }
  /** BCP 47. */
  readonly locale: string
  /** To mentors, fitting the stage. */
  readonly tip?: string
}

export function answerTo(sheet: Sheet, question: Question): Answer | undefined {
  return sheet.answers.find((answer) => answer.question === question.id)
}

/** Who reads the answer: chosen with it, or as usual. */
export function readerOf(sheet: Sheet, question: Question): Reader {
  const answer = answerTo(sheet, question)
  return answer && answer.value.kind !== 'passed'
    ? answer.reader
    : usualReader(question, sheet.remembered.get(question.scriptId))
}

/** The sheet with one more answer, or another one in its place. */
export function withAnswer(sheet: Sheet, answer: Answer): Sheet {
  return { ...sheet, answers: [...others(sheet, answer.question), answer] }
}

export function withoutAnswer(sheet: Sheet, question: string): Sheet {
  return { ...sheet, answers: others(sheet, question) }
}

/** What is asked right after an answer about the same thing. */
export function followUp(sheet: Sheet, question: Question): Asked | undefined {
  const value = answerTo(sheet, question)?.value
  if (!value) return undefined
  if (value.kind === 'met' && value.met && value.minutes === undefined) return { question, part: 'minutes' }
  const wish = value.kind === 'coordinator' && value.wish !== 'no' && value.words === undefined
  return wish ? { question, part: 'words' } : undefined
}

/** After a hard rating or a request to the coordinator the organization's own ways out are shown. */
export function needsRoutes(value: AnswerValue): boolean {
  if (value.kind === 'rating') return value.rating === 1
  return value.kind === 'coordinator' && value.wish !== 'no'
}

/** Whether every question has been answered or passed over. */
export function isComplete(sheet: Sheet): boolean {
  return nextQuestion(sheet.questions, sheet.answers) === undefined
}

function others(sheet: Sheet, question: string): Answer[] {
  return sheet.answers.filter((answer) => answer.question !== question)
}
