import { expect, test } from 'vitest'
import { peopleNamed } from '../../../src/core/checkin/conversation-names.ts'

const names = ['Amira Haddad', 'Tomaž Novak', 'Anne-Marie O’Neill']

test.each([
  ['', names],
  ['amira', ['Amira Haddad']],
  ['HADDAD', ['Amira Haddad']],
  ['@Tomaz', ['Tomaž Novak']],
  ['tomasz', ['Tomaž Novak']],
  ['Nowak', ['Tomaž Novak']],
  ['anne-marie', ['Anne-Marie O’Neill']],
  ['a', ['Amira Haddad', 'Anne-Marie O’Neill']],
  ['zebedee', []],
])('%s', (typed, meant) => {
  expect(peopleNamed(typed, names)).toEqual(meant)
})
