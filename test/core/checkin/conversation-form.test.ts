import { expect, test } from 'vitest'
import type { Sheet } from '../../../src/core/checkin/conversation.ts'
import { checkInForm, scopeOf } from '../../../src/core/checkin/conversation-form.ts'
import { type AskedGoal, questionsFor } from '../../../src/core/checkin/questions.ts'
import type { Script } from '../../../src/core/program/script-question.ts'

test('what has to be answered stands first, and then that the rest may stay empty', () => {
  const script: Script = [
    { id: 'rota', kind: 'text', ask: { mentee: 'Rota?', mentor: 'Rota?' }, reader: 'pair', required: false },
    { id: 'met', kind: 'met', ask: { mentee: 'Met?', mentor: 'Met?' }, required: true },
    { id: 'how', kind: 'rating', ask: { mentee: 'How?', mentor: 'How?' }, required: false },
  ]

  const lines = linesOf(sheetWith({ script }))

  const said = lines.findIndex((line) => line.startsWith('You can send it now.'))
  expect(lines.slice(said - 5, said - 2)).toEqual(['met', 'met.on', 'met.minutes'])
  expect(lines.slice(said + 1, said + 4)).toEqual(['rota', 'rota.reader', 'how'])
})

test('once the first question is answered, all that is left may stay empty', () => {
  const answers = [
    { question: 'met', value: { kind: 'met', met: false }, reader: 'pair-and-coordinator', via: 'chat' },
  ] as const

  const lines = linesOf(sheetWith({ answers }))

  expect(lines).toContain('Answer what you like, and leave the rest empty.')
  expect(lines).not.toContain('met')
})

test('where all is answered, what is emptied is said to be taken back', () => {
  const answers = sheetWith({}).questions.map(
    ({ id }) => ({ question: id, value: { kind: 'passed' }, reader: 'pair', via: 'form' }) as const,
  )

  const lines = linesOf(sheetWith({ answers }))

  expect(lines).toContain('Change what you like. An answer that you empty is taken back.')
})

test('whoever comes back to a check-in that was answered sees all of it, also where a goal was set since', () => {
  const answers = [
    { question: 'met', value: { kind: 'met', met: false }, reader: 'pair-and-coordinator', via: 'chat' },
  ] as const
  const sheet = sheetWith({ answers })

  const done = scopeOf(sheet, { isDone: true })

  expect(done.shown).toEqual(['met'])
  expect(done.open).toContain('goal:a')
  expect(scopeOf(sheet).shown).toEqual([])
  expect(scopeOf(sheet, { isDone: true, asked: 'goal:a' }).shown).toEqual([])
})

test('who reads an answer takes one line beside it, with the usual reader in it', () => {
  const { parts } = formOf(sheetWith({}))

  const reader = parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []))
  expect(reader.filter(({ name }) => name.endsWith('.reader')).map(({ name }) => name)).toEqual([
    'learned.reader',
    'in-the-way.reader',
    'goals.reader',
    'next-step.reader',
  ])
  expect(reader.find(({ name }) => name === 'in-the-way.reader')).toMatchObject({
    kind: 'choice',
    value: 'only-me',
    folded: true,
  })
})

test('beside a goal stands how far it is', () => {
  const { parts } = formOf(sheetWith({}))

  const hints = parts.flatMap((part) =>
    part.kind === 'field' && part.field.name.startsWith('goal:') ? [part.field.hint] : [],
  )
  expect(hints).toEqual(['So far 3, the target is 20 shifts.', 'So far 50%, the target is 100%.'])
})

const read = () => undefined
const goals: readonly AskedGoal[] = [
  { id: 'a', number: 1, title: 'Lead', measure: 'count', target: 20, value: 3, unit: 'shifts', read },
  { id: 'b', number: 2, title: 'Write', measure: 'percent', target: 100, value: 50, read },
]

function sheetWith({ script = 'default', answers = [] }: { script?: Script; answers?: Sheet['answers'] }) {
  return {
    checkInId: 'c',
    side: 'mentee',
    other: 'Amira',
    program: 'New nurses',
    routes: {},
    questions: questionsFor({ script, side: 'mentee', goals, stage: 'working' }),
    answers,
    remembered: new Map(),
    chat: 'Slack',
    meeting: { day: Temporal.PlainDate.from('2027-01-04') },
    locale: 'en-GB',
  } as const satisfies Sheet
}

function formOf(sheet: Sheet) {
  return checkInForm(sheet, scopeOf(sheet))
}

/** The names of fields and the words between them, in order. */
function linesOf(sheet: Sheet): string[] {
  return formOf(sheet).parts.map((part) => {
    if (part.kind === 'field') return part.field.name
    return 'text' in part.block ? String(part.block.text) : ''
  })
}
