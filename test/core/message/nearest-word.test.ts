import { expect, test } from 'vitest'
import { nearestWord } from '../../../src/core/message/nearest-word.ts'

const known = ['checkin', 'goal', 'progress', 'plan', 'met', 'meet']

test.each([
  ['chekin', 'checkin'],
  ['gaol', 'goal'],
  ['Progres', 'progress'],
  ['mett', 'met'],
])('%s was probably %s', (written, meant) => {
  expect(nearestWord(written, known)).toBe(meant)
})

test.each(['weather', 'x', '', 'z'.repeat(10_000)])(
  'a word that is like none gets no suggestion',
  (written) => {
    expect(nearestWord(written, known)).toBeUndefined()
  },
)
