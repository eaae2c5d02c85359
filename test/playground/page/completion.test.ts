import { expect, test } from 'vitest'
import { offerFor } from '../../../src/playground/page/composer/completion.ts'

const commands = [
  { words: 'help', summary: 'What I can do' },
  { words: 'progress', usage: '[N] [note]', summary: 'Move a goal along' },
  { words: 'privacy', summary: 'What is kept' },
]

const wordsFor = (text: string, bare = false) =>
  offerFor(text, commands, bare).options.map(({ words }) => words)

test('a slash offers every command, and what follows /mentor those that begin so', () => {
  expect(wordsFor('/m')).toEqual(['/mentor help', '/mentor progress', '/mentor privacy'])
  expect(wordsFor('/mentor pr')).toEqual(['/mentor progress', '/mentor privacy'])
  expect(wordsFor('/mentor PRO')).toEqual(['/mentor progress'])
  expect(wordsFor('/other')).toEqual([])
})

test('commands are offered without /mentor only where they are understood so', () => {
  expect(wordsFor('pri', true)).toEqual(['privacy'])
  expect(wordsFor('pri')).toEqual([])
})

test('Enter takes the first command only where the text cannot be meant as it is', () => {
  expect(offerFor('/mentor pro', commands, false).first).toBe(0)
  expect(offerFor('/mentor', commands, false).first).toBeUndefined()
  expect(offerFor('he', commands, true).first).toBeUndefined()
})

test('Enter sends whole words as they are, also where longer commands begin with them', () => {
  const admin = [{ words: 'admin import', summary: 'Bring people in from a roster' }]

  expect(offerFor('/mentor admin', admin, false).first).toBeUndefined()
  expect(offerFor('/mentor admin i', admin, false).first).toBe(0)
})

test('a command that was typed out shows how it goes on', () => {
  const offer = offerFor('/mentor progress 2', commands, false)

  expect(offer).toMatchObject({ options: [], hint: '/mentor progress [N] [note] · Move a goal along' })
})

test('long texts and texts of several lines are no commands', () => {
  expect(wordsFor(`pr${'o'.repeat(100)}`, true)).toEqual([])
  expect(wordsFor('pr\no', true)).toEqual([])
})
