import type { FieldErrors, Values } from '../message/form.ts'
import { type Reader, readers } from '../program/script-question.ts'
import type { AnswerValue } from './answer.ts'
import { answerTo, readerOf, type Sheet } from './conversation.ts'
import type { FormScope } from './conversation-form.ts'
import type { Question } from './questions.ts'

/** One question of a submitted form and what it was answered with. */
export interface Filled {
  readonly question: Question
  readonly value: AnswerValue
  readonly reader: Reader
}

/**
 * What a submitted form says. A question left empty counts as passed over, but for one that was answered elsewhere
 * since the form was opened: that answer stands.
 */
export function readFilled(sheet: Sheet, scope: FormScope, values: Values): Filled[] {
  return sheet.questions.flatMap((question): Filled[] => {
    const shown = scope.shown.includes(question.id)
    if (!shown && !scope.open.includes(question.id)) return []
    const value = readValue(sheet, question, values)
    if (value) return [{ question, value, reader: chosenReader(sheet, question, values) }]
    if (question.required || (answerTo(sheet, question) && !shown)) return []
    return [{ question, value: { kind: 'passed' }, reader: readerOf(sheet, question) }]
  })
}

/** What fits its field but not the facts. */
export function errorsInFilled(filled: readonly Filled[], today: Temporal.PlainDate): FieldErrors {
  const future = filled.filter(({ value }) => value.kind === 'met' && isAfter(value.heldOn, today))
  return Object.fromEntries(
    future.map(({ question }) => [
      `${question.id}.on`,
      'That day is still to come. Please pick the day on which you met.',
    ]),
  )
}

function isAfter(date: string | undefined, today: Temporal.PlainDate): boolean {
  return date !== undefined && Temporal.PlainDate.compare(date, today) > 0
}

function chosenReader(sheet: Sheet, question: Question, values: Values): Reader {
  const chosen = question.reader && readers.find((one) => one === values[`${question.scriptId}.reader`])
  return chosen ?? readerOf(sheet, question)
}

function readValue(sheet: Sheet, question: Question, values: Values): AnswerValue | undefined {
  const text = textIn(values, question.id)
  const more = (part: string) => textIn(values, `${question.id}.${part}`)
  if (question.kind === 'coordinator') return readWish(text, more('words'))
  if (text === undefined) return undefined
  switch (question.kind) {
    case 'met':
      return readMet(sheet, text, { on: more('on'), minutes: more('minutes') })
    case 'rating':
      return { kind: 'rating', rating: Number(text) }
    case 'text':
      return { kind: 'words', text }
    case 'next-step':
      return { kind: 'words', text, ...optional('by', more('by')) }
    case 'goal':
      return readGoal(sheet, question, text)
    case 'choice':
      return { kind: 'choice', option: question.options?.[Number(text)] ?? text }
  }
}

function readMet(
  sheet: Sheet,
  text: string,
  more: { on: string | undefined; minutes: string | undefined },
): AnswerValue {
  if (text !== 'yes') return { kind: 'met', met: false }
  const minutes = more.minutes === undefined ? {} : { minutes: Number(more.minutes) }
  return { kind: 'met', met: true, heldOn: more.on ?? sheet.meeting.day.toString(), ...minutes }
}

/** A number says nothing of the note that was typed in the chat: it stays. */
function readGoal(sheet: Sheet, question: Question, text: string): AnswerValue {
  const before = answerTo(sheet, question)?.value
  const note = before?.kind === 'goal' ? before.note : undefined
  return { kind: 'goal', value: Number(text.replace(',', '.')), ...optional('note', note) }
}

/** Words without a choice are a wish to be called: they are not to be lost. */
function readWish(wish: string | undefined, words: string | undefined): AnswerValue | undefined {
  if (wish === undefined && words === undefined) return undefined
  const known = wish === 'no' || wish === 'urgent' ? wish : 'yes'
  return { kind: 'coordinator', wish: known, ...optional('words', words) }
}

function textIn(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function optional<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  const made: { [Key in Name]?: string } = {}
  if (value !== undefined) made[name] = value
  return made
}
