import { describe, expect, test } from 'vitest'
import { questionsFor } from '../../../src/core/checkin/questions.ts'
import { isNarrower, mayRead, usualReader, type Viewer } from '../../../src/core/checkin/readers.ts'
import { type Reader, readers } from '../../../src/core/program/script-question.ts'

describe('who may read what', () => {
  test.each<[Reader, Viewer, boolean]>([
    ['only-me', 'author', true],
    ['only-me', 'other-of-pair', false],
    ['only-me', 'coordinator', false],
    ['only-me', 'others', false],
    ['pair', 'author', true],
    ['pair', 'other-of-pair', true],
    ['pair', 'coordinator', false],
    ['pair', 'others', false],
    ['coordinator', 'author', true],
    ['coordinator', 'other-of-pair', false],
    ['coordinator', 'coordinator', true],
    ['coordinator', 'others', false],
    ['pair-and-coordinator', 'author', true],
    ['pair-and-coordinator', 'other-of-pair', true],
    ['pair-and-coordinator', 'coordinator', true],
    ['pair-and-coordinator', 'others', false],
  ])('an answer for %s and the %s: %s', (reader, viewer, allowed) => {
    expect(mayRead(reader, viewer)).toBe(allowed)
  })
})

describe('the reader that is set at first', () => {
  test.each([
    ['met', 'pair-and-coordinator'],
    ['how', 'only-me'],
    ['learned', 'pair'],
    ['in-the-way', 'only-me'],
    ['next-step', 'pair'],
    ['coordinator', 'coordinator'],
  ])('of %s is %s', (id, reader) => {
    expect(usualReader(questionOf(id), undefined)).toBe(reader)
  })

  test('a remembered choice narrows, and never widens', () => {
    for (const remembered of readers) {
      const usual = usualReader(questionOf('learned'), remembered)

      expect(usual === 'pair' || isNarrower(usual, 'pair')).toBe(true)
      expect(usual === remembered || isNarrower(usual, remembered)).toBe(true)
    }
  })

  test('a fixed reader is not moved by anything remembered', () => {
    for (const remembered of readers) {
      expect(usualReader(questionOf('how'), remembered)).toBe('only-me')
      expect(usualReader(questionOf('coordinator'), remembered)).toBe('coordinator')
    }
  })
})

test('the pair instead of the coordinator lets somebody in, so it is not narrower', () => {
  expect(isNarrower('pair', 'coordinator')).toBe(false)
  expect(isNarrower('coordinator', 'pair')).toBe(false)
  expect(isNarrower('pair', 'pair')).toBe(false)
  expect(isNarrower('only-me', 'pair')).toBe(true)
  expect(isNarrower('coordinator', 'pair-and-coordinator')).toBe(true)
})

function questionOf(id: string) {
  const question = questionsFor({ script: 'default', stage: 'working', side: 'mentee', goals: [] }).find(
    (one) => one.id === id,
  )
  if (!question) throw new Error(`no question ${id}`)
  return question
}
