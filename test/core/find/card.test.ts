import { expect, test } from 'vitest'
import {
  aspects,
  bestFirst,
  cardOf,
  type MentorCard,
  search,
  skillsFor,
} from '../../../src/core/find/card.ts'
import { cardWords, placesWords } from '../../../src/core/find/card-words.ts'
import { packWord, unpackWord } from '../../../src/core/message/packed-word.ts'

const amira: MentorCard = {
  id: 'a',
  name: 'Amira Haddad',
  skills: ['Wound care', 'audit'],
  specialty: 'Cardiology',
  sites: ['North Wing'],
  languages: ['Polish'],
  years: 12,
  places: 1,
}

test('a card keeps what is shown and forgets the rest; who shows nothing has none', () => {
  expect(cardOf(amira, [])).toBeUndefined()
  expect(cardOf(amira, ['grade'])).toBeUndefined()
  expect(cardOf(amira, aspects)).toEqual(amira)
  expect(cardOf(amira, ['sites'])).toEqual({
    ...amira,
    skills: [],
    specialty: undefined,
    languages: [],
    years: undefined,
  })
})

test('a word is found in names, skills and the specialty, whatever its case and accents, and nowhere else', () => {
  const wordsThatFind = ['HADDAD', 'wound  CARE', 'cardió', 'Amirá']

  expect(wordsThatFind.map((word) => search([amira], word).length)).toEqual([1, 1, 1, 1])
  expect(['north', 'polish', '12', 'zzz'].map((word) => search([amira], word).length)).toEqual([0, 0, 0, 0])
})

test('who offers more of what is sought comes first, then the name decides, and the order is the same each time', () => {
  const card = (id: string, name: string, ...skills: string[]) => ({ ...amira, id, name, skills })
  const cards = [
    card('1', 'Ben'),
    card('2', 'Élodie', 'audit'),
    card('3', 'Zoe', 'audit', 'triage'),
    card('4', 'Ben'),
  ]
  const order = (some: MentorCard[]) =>
    bestFirst(some, { sought: ['Triage', 'Audit'], locale: 'en-GB' }).map(({ id }) => id)

  expect(order(cards)).toEqual(['3', '2', '1', '4'])
  expect(order(cards.toReversed())).toEqual(['3', '2', '1', '4'])
})

test('what is sought is named first, long lists are cut, and places are words', () => {
  const many = { ...amira, skills: ['a', 'b', 'c', 'd', 'e', 'f', 'wound care'], specialty: undefined }

  const words = JSON.stringify(cardWords(many, { sought: ['Wound Care'], locale: 'en-GB' }))

  expect(skillsFor(many, ['Wound Care']).sought).toEqual(['wound care'])
  expect(words).toContain('Offers wound care, which you seek · also offers a, b, c, d and 2 more')
  expect([0, 1, 5].map(placesWords)).toEqual(['no place left at the moment', '1 place left', '5 places left'])
})

test('a word searched for comes back from a button as it was; what is none finds everybody', () => {
  expect(['ward: night', '夜班 🌙', '<!channel>'].map((word) => unpackWord(packWord(word)))).toEqual([
    'ward: night',
    '夜班 🌙',
    '<!channel>',
  ])
  expect(packWord('<!channel> *b*')).toMatch(/^[\w-]+$/)
  expect(unpackWord('%%')).toBe('')
})
