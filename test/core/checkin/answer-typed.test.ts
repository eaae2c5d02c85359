import { describe, expect, test } from 'vitest'
import type { AnswerValue } from '../../../src/core/checkin/answer.ts'
import { readPicked, readTyped, readTypedAgain } from '../../../src/core/checkin/answer-typed.ts'
import type { Question } from '../../../src/core/checkin/questions.ts'

const met = (minutes?: number): AnswerValue => ({ kind: 'met', met: true, ...(minutes && { minutes }) })
const notMet: AnswerValue = { kind: 'met', met: false }

describe('what people type', () => {
  test.each<[Question['kind'], string, AnswerValue | undefined]>([
    ['met', 'Yes', met()],
    ['met', 'we met', met()],
    ['met', 'We have met.', met()],
    ['met', 'we met for 45 minutes', met(45)],
    ['met', 'yes, an hour', met(60)],
    ['met', 'no', notMet],
    ['met', 'We didn’t', notMet],
    ['met', 'not yet', notMet],
    ['met', 'we have not met', notMet],
    ['met', 'we met a lot of people', undefined],
    ['met', 'maybe', undefined],
    ['rating', '4', { kind: 'rating', rating: 4 }],
    ['rating', '4/5', { kind: 'rating', rating: 4 }],
    ['rating', '2 out of 5', { kind: 'rating', rating: 2 }],
    ['rating', 'Three', { kind: 'rating', rating: 3 }],
    ['rating', '0', undefined],
    ['rating', '6', undefined],
    ['rating', 'quite good', undefined],
    ['rating', 'skip', { kind: 'passed' }],
    ['text', 'Anything at all', { kind: 'words', text: 'Anything at all' }],
    ['next-step', 'By Friday', { kind: 'words', text: 'By Friday' }],
    ['choice', 'good', { kind: 'choice', option: 'Good' }],
    ['choice', '2', { kind: 'choice', option: 'Bad' }],
    ['choice', '3', undefined],
    ['coordinator', 'Urgent!', { kind: 'coordinator', wish: 'urgent' }],
    ['coordinator', 'yes please', { kind: 'coordinator', wish: 'yes' }],
    ['coordinator', 'no, thanks', { kind: 'coordinator', wish: 'no' }],
    ['coordinator', 'yes because of the rota', undefined],
    ['goal', '60%', { kind: 'goal', value: 60 }],
    ['goal', '60 % drafted the protocol', { kind: 'goal', value: 60, note: 'drafted the protocol' }],
    ['goal', '60, with help', { kind: 'goal', value: 60, note: 'with help' }],
    ['goal', 'nearly there', undefined],
  ])('to %s: %s', (kind, text, value) => {
    expect(readTyped({ question: questionOf(kind), part: 'whole' }, text)).toEqual(value)
  })

  test.each([
    ['45', 45],
    ['45 min', 45],
    ['about 30 minutes', 30],
    ['1.5 h', 90],
    ['half an hour', 30],
    ['0', undefined],
    ['700', undefined],
    ['long', undefined],
  ])('to how long it was: %s', (text, minutes) => {
    const value = readTyped({ question: questionOf('met'), part: 'minutes' }, text, met())

    expect(value).toEqual(minutes === undefined ? undefined : met(minutes))
  })
})

test('what has to be answered is not skipped by typing', () => {
  expect(readTyped({ question: { ...questionOf('rating'), required: true }, part: 'whole' }, 'skip')).toBe(
    undefined,
  )
})

test('an edited message may hold the second part of the answer alone', () => {
  expect(readTypedAgain(questionOf('met'), '50', met(45))).toEqual(met(50))
  expect(readTypedAgain(questionOf('met'), 'no', met(45))).toEqual(notMet)
  expect(
    readTypedAgain(questionOf('coordinator'), 'About leave', {
      kind: 'coordinator',
      wish: 'yes',
      words: 'x',
    }),
  ).toEqual({ kind: 'coordinator', wish: 'yes', words: 'About leave' })
})

test('a tapped choice is the one at its place, whatever the options are called', () => {
  const question = { ...questionOf('choice'), options: ['2', '1'] }

  expect(readPicked({ question, part: 'whole' }, '0')).toEqual({ kind: 'choice', option: '2' })
  expect(readPicked({ question, part: 'whole' }, '2')).toBeUndefined()
})

function questionOf(kind: Question['kind']): Question {
  const read = (typed: string) => (/^\d+ ?%?$/.test(typed) ? Number.parseInt(typed, 10) : undefined)
  const goal = { id: 'g', number: 1, title: 'Lead', measure: 'percent', target: 100, value: 0, read } as const
  return {
    id: kind,
    scriptId: kind,
    kind,
    ask: 'Well?',
    required: false,
    options: ['Good', 'Bad'],
    ...(kind === 'goal' && { goal }),
  }
}
