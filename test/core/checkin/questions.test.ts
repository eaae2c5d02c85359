import { expect, test } from 'vitest'
import type { Stage } from '../../../src/core/checkin/checkin.ts'
import {
  type AskedGoal,
  askedByName,
  askedName,
  nextQuestion,
  questionsFor,
} from '../../../src/core/checkin/questions.ts'
import { stageScripts } from '../../../src/core/checkin/script.ts'

const goals: AskedGoal[] = [1, 2].map((number) => ({
  id: `g${number}`,
  number,
  title: `Goal number ${number}`,
  measure: 'percent',
  target: 100,
  value: 0,
  read: () => undefined,
}))

test('the default script asks the seven things in their order, each open goal apart', () => {
  const questions = questionsFor({ script: 'default', stage: 'working', side: 'mentee', goals })

  expect(questions.map(({ id }) => id)).toEqual([
    'met',
    'how',
    'learned',
    'in-the-way',
    'goal:g1',
    'goal:g2',
    'next-step',
    'coordinator',
  ])
})

test('mentors are asked in their own words', () => {
  const differing = stageScripts.working.filter(({ ask }) => ask.mentor !== ask.mentee)

  expect(differing.length).toBeGreaterThanOrEqual(4)
})

test('every stage asks in its own words, under the ids and with the readers of the others', () => {
  const shape = (stage: Stage) => stageScripts[stage].map(({ ask: _, ...rest }) => rest)
  const asks = (stage: Stage) => JSON.stringify(stageScripts[stage].map(({ ask }) => ask))
  const stages = ['getting-started', 'setting-goals', 'working', 'closing'] as const

  expect(new Set(stages.map(asks)).size).toBe(4)
  for (const stage of stages) expect(shape(stage)).toEqual(shape('working'))
})

test('a pair that has not met is asked what stands in the way, in words that also fit who met meanwhile', () => {
  const starting = questionsFor({ script: 'default', stage: 'getting-started', side: 'mentee', goals: [] })
  const closing = questionsFor({ script: 'default', stage: 'closing', side: 'mentee', goals: [] })

  const asked = (questions: typeof starting) => questions.find(({ id }) => id === 'in-the-way')?.ask
  expect(asked(starting)).toBe('What stands in the way of meeting, or of a good start?')
  expect(asked(closing)).toBe('What is still to be done before you two finish?')
})

test('a program’s own script takes the place of the default one', () => {
  const ask = { mentor: 'How was the week?', mentee: 'How was your week?' }
  const own = { id: 'week', kind: 'choice', ask, required: true, options: ['Good', 'Bad'] } as const

  const questions = questionsFor({ script: [own], stage: 'working', side: 'mentor', goals })

  expect(questions).toEqual([
    {
      id: 'week',
      scriptId: 'week',
      kind: 'choice',
      ask: 'How was the week?',
      required: true,
      options: ['Good', 'Bad'],
    },
  ])
})

test('the next question is the first without an answer, also when one in the middle was taken back', () => {
  const questions = questionsFor({ script: 'default', stage: 'working', side: 'mentee', goals: [] })

  expect(nextQuestion(questions, [])?.id).toBe('met')
  expect(nextQuestion(questions, [{ question: 'met' }, { question: 'learned' }])?.id).toBe('how')
  expect(
    nextQuestion(
      questions,
      questions.map(({ id }) => ({ question: id })),
    ),
  ).toBeUndefined()
})

test('a part of a question is named so that it is found again', () => {
  const questions = questionsFor({ script: 'default', stage: 'working', side: 'mentee', goals })

  for (const question of questions)
    for (const part of ['whole', 'minutes', 'words'] as const)
      expect(askedByName(questions, askedName({ question, part }))).toEqual({ question, part })
  expect(askedByName(questions, 'goal:unknown')).toBeUndefined()
})
