import type { Field, Form, FormPart, Option } from '../message/form.ts'
import { MEETING_MINUTES } from '../program/meeting-minutes.ts'
import { readers } from '../program/script-question.ts'
import type { AnswerValue } from './answer.ts'
import { answerTo, readerOf, type Sheet } from './conversation.ts'
import { soFar } from './how-to-answer.ts'
import { nameOf, RATINGS, readerLabels, readerWords } from './messages.ts'
import type { Question } from './questions.ts'

/** Longest answer in characters; Slack takes no more in a modal. */
const MAX_LENGTH = 3000

/** Which questions a form holds, as its `about` carries them from its opening to its submission. */
export interface FormScope {
  /** Ids of questions that had no answer when it was opened. */
  readonly open: readonly string[]
  /** Ids of questions shown with the answer they had: emptied, the answer is taken back. */
  readonly shown: readonly string[]
}

/**
 * What a form about this check-in holds: what is unanswered, and what was asked for; all if nothing is left, or if the
 * person was done with it and comes back: a goal that was set since is no reason to hide what they wish to change.
 */
export function scopeOf(
  sheet: Sheet,
  { asked, isDone = false }: { readonly asked?: string | undefined; readonly isDone?: boolean } = {},
): FormScope {
  const ids = (done: boolean) =>
    sheet.questions
      .filter((question) => (answerTo(sheet, question) !== undefined) === done)
      .map(({ id }) => id)
  const open = ids(false)
  const answered = ids(true)
  if ((open.length === 0 || isDone) && asked === undefined) return { open, shown: answered }
  return { open, shown: answered.filter((id) => id === asked) }
}

function writeScope({ open, shown }: FormScope): string {
  return [...open, ...shown.map((id) => `!${id}`)].join(',')
}

export function readScope(written: string): FormScope {
  const ids = written.split(',').filter((id) => id !== '')
  return {
    open: ids.filter((id) => !id.startsWith('!')),
    shown: ids.filter((id) => id.startsWith('!')).map((id) => id.slice(1)),
  }
}

/**
 * The form: each question of the scope, with who reads it beside it. Those that need an answer come first, so that
 * whoever is tired can stop there.
 */
export function checkInForm(sheet: Sheet, scope: FormScope): Form {
  const asked = sheet.questions.filter(({ id }) => scope.open.includes(id) || scope.shown.includes(id))
  const needed = asked.filter((question) => isNeeded(sheet, question))
  const free = asked.filter((question) => !needed.includes(question))
  return {
    verb: 'checkin.save',
    about: `${sheet.checkInId}:${writeScope(scope)}`,
    title: 'Your check-in',
    submit: 'Send',
    parts: [
      words(`${sheet.other} · ${sheet.program}`),
      words(`What you write here leaves no copy in your ${sheet.chat} chat.`),
      ...(sheet.tip === undefined ? [] : [words(sheet.tip)]),
      ...questionParts(sheet, needed),
      ...(free.length > 1 ? freeParts(needed, scope) : []),
      ...questionParts(sheet, free),
    ],
  }
}

/** What was answered before may be emptied. */
function isNeeded(sheet: Sheet, question: Question): boolean {
  return question.required && answerTo(sheet, question) === undefined
}

function freeParts(needed: readonly Question[], scope: FormScope): FormPart[] {
  const line: FormPart[] = needed.length > 0 ? [{ kind: 'words', block: { kind: 'divider' } }] : []
  return [...line, { kind: 'words', block: { kind: 'text', text: freeWords(needed, scope) } }]
}

function freeWords(needed: readonly Question[], { shown }: FormScope): string {
  if (needed.length > 0)
    return 'You can send it now. If you have a moment more, answer what you like of the rest.'
  return shown.length > 0
    ? 'Change what you like. An answer that you empty is taken back.'
    : 'Answer what you like, and leave the rest empty.'
}

function questionParts(sheet: Sheet, asked: readonly Question[]): FormPart[] {
  const goals = asked.filter(({ goal }) => goal !== undefined)
  const lastOf = new Map(asked.map((question) => [question.scriptId, question.id]))
  return asked.flatMap((question): FormPart[] => [
    ...(goals.length > 1 && question === goals[0] ? [words('Goals: only where something has moved.')] : []),
    ...fieldsFor(sheet, question).map((field): FormPart => ({ kind: 'field', field })),
    ...(lastOf.get(question.scriptId) === question.id ? readerParts(sheet, question) : []),
  ])
}

function words(text: string): FormPart {
  return { kind: 'words', block: { kind: 'note', text } }
}

/** One choice of reader for the question, or for all goals together; a line of words where it is fixed. */
function readerParts(sheet: Sheet, question: Question): FormPart[] {
  if (question.reader === undefined) return [words(readerWords(sheet, question, readerOf(sheet, question)))]
  const label = question.goal ? 'Who reads where the goals stand' : 'Who reads this answer'
  const options = readers.map((one): Option => ({ value: one, label: readerLabels[one] }))
  const value = readerOf(sheet, question)
  const name = `${question.scriptId}.reader`
  return [
    { kind: 'field', field: { kind: 'choice', name, label, options, value, optional: true, folded: true } },
  ]
}

function fieldsFor(sheet: Sheet, question: Question): Field[] {
  const answer = answerTo(sheet, question)
  const optional = !isNeeded(sheet, question)
  const base = { name: question.id, label: nameOf(question), ...(optional && { optional: true as const }) }
  const given = answer?.value
  switch (question.kind) {
    case 'met':
      return metFields(sheet, base, given)
    case 'rating':
      return [{ ...base, kind: 'choice', options: RATINGS, ...valueIn(given) }]
    case 'text':
      return [{ ...base, kind: 'text', multiline: true, maxLength: MAX_LENGTH, ...valueIn(given) }]
    case 'next-step':
      return [
        { ...base, kind: 'text', multiline: true, maxLength: MAX_LENGTH, ...valueIn(given) },
        {
          kind: 'date',
          name: `${question.id}.by`,
          label: 'By when',
          optional: true,
          ...(given?.kind === 'words' && given.by !== undefined && { value: given.by }),
        },
      ]
    case 'goal':
      return [goalField(question, base, given)]
    case 'choice':
      return [{ ...base, kind: 'choice', options: choiceOptions(question), ...chosen(question, given) }]
    case 'coordinator':
      return coordinatorFields(base, given)
  }
}

type Base = Pick<Field, 'name' | 'label' | 'hint' | 'optional'>

function metFields(sheet: Sheet, base: Base, given: AnswerValue | undefined): Field[] {
  const before = given?.kind === 'met' ? given : undefined
  return [
    {
      ...base,
      kind: 'choice',
      options: [
        { value: 'yes', label: 'We met' },
        { value: 'no', label: 'We did not' },
      ],
      ...(before && { value: before.met ? 'yes' : 'no' }),
    },
    {
      kind: 'date',
      name: `${base.name}.on`,
      label: 'If you met: when',
      optional: true,
      value: before?.heldOn ?? sheet.meeting.day.toString(),
    },
    {
      kind: 'number',
      name: `${base.name}.minutes`,
      label: 'If you met: for how many minutes',
      optional: true,
      min: MEETING_MINUTES.least,
      max: MEETING_MINUTES.most,
      whole: true,
      ...(before?.minutes !== undefined && { value: String(before.minutes) }),
    },
  ]
}

function coordinatorFields(base: Base, given: AnswerValue | undefined): Field[] {
  const before = given?.kind === 'coordinator' ? given : undefined
  return [
    {
      ...base,
      kind: 'choice',
      options: [
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes' },
        { value: 'urgent', label: 'Yes, it is urgent' },
      ],
      ...(before && { value: before.wish }),
    },
    {
      kind: 'text',
      multiline: true,
      maxLength: MAX_LENGTH,
      name: `${base.name}.words`,
      label: 'If yes: what should the coordinator know?',
      optional: true,
      ...(before?.words !== undefined && { value: before.words }),
    },
  ]
}

function goalField({ goal }: Question, base: Base, given: AnswerValue | undefined): Field {
  const value = given?.kind === 'goal' ? given.value : undefined
  if (goal?.measure === 'yes-no') {
    const options = [
      { value: '1', label: 'Reached' },
      { value: '0', label: 'Not yet' },
    ]
    return { ...base, kind: 'choice', options, ...(value !== undefined && { value: String(value) }) }
  }
  return {
    ...base,
    kind: 'number',
    ...(goal && { hint: soFar(goal) }),
    ...(goal?.measure === 'percent' && { min: 0, max: 100 }),
    ...(goal?.measure === 'count' && { min: 0, whole: true as const }),
    ...(value !== undefined && { value: String(value) }),
  }
}

function choiceOptions({ options = [] }: Question): Option[] {
  return options.map((label, index) => ({ value: String(index), label }))
}

function chosen({ options = [] }: Question, given: AnswerValue | undefined): { value?: string } {
  const index = given?.kind === 'choice' ? options.indexOf(given.option) : -1
  return index < 0 ? {} : { value: String(index) }
}

function valueIn(given: AnswerValue | undefined): { value?: string } {
  if (given?.kind === 'rating') return { value: String(given.rating) }
  return given?.kind === 'words' ? { value: given.text } : {}
}
