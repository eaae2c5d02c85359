import { expect, test } from 'vitest'
import { momentWords, occasionWords, partsOf } from '../../../src/core/record/words.ts'

test('a question that ends in its own mark gets no colon behind it', () => {
  const written = [
    { ask: 'What happened, as you saw it?', text: 'A fall' },
    { ask: 'Rota', text: 'Kind' },
  ]

  const read = partsOf(written, 'en-GB')

  expect(read).toBe('What happened, as you saw it? A fall\nRota: Kind')
})

test('a question that was passed over is said to be', () => {
  expect(partsOf({ kind: 'passed' }, 'en-GB')).toBe('passed over')
})

test('what the journal looks back on is said in words', () => {
  expect(['open', 'hard-shift'].map(occasionWords)).toEqual(['what was on your mind', 'a hard shift'])
})

test('an instant bears its year, on the clock of the reader', () => {
  const read = momentWords('2027-04-19T12:00:00Z', { locale: 'en-GB', zone: 'Europe/London' })

  expect(read).toBe('Mon, 19 April 2027 at 13:00')
})
