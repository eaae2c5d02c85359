import { describe, expect, test } from 'vitest'
import { firstOf, groupPeople, searchPeople } from '../../../src/playground/page/people/order.ts'
import { initials, partnersOf } from '../../../src/playground/page/people/person-name.ts'
import { suggestPeople } from '../../../src/playground/page/people/suggest.ts'
import {
  LOOKED_AT_NOBODY,
  lookAt,
  readLooked,
  unread,
  writeLooked,
} from '../../../src/playground/page/people/unread.ts'
import type { AccountKey, Someone } from '../../../src/playground/wire.ts'

const amira = someone('slack:AMIRA', 'Amira Haddad', { coordinates: true })
const joseph = someone('slack:JOSEPH', 'Joseph Mathew', { pairedWith: ['slack:FATIMA', 'teams:JURGEN'] })
const fatima = someone('slack:FATIMA', 'Fatima Zahra El Amrani', {
  line: 'Mentee · nurse · surgery',
  pairedWith: ['slack:JOSEPH'],
})
const jurgen = someone('teams:JURGEN', 'Jürgen Schäfer', {
  line: 'Mentee · nurse · intensive care',
  pairedWith: ['slack:JOSEPH'],
})
const lukasz = someone('teams:LUKASZ', 'Łukasz Wiśniewski')
const staff = [lukasz, fatima, amira, jurgen, joseph]

describe('the list of staff', () => {
  test('has coordinators first, then pairs next to each other, then the others', () => {
    const groups = groupPeople(staff)

    expect(groups.map(({ title, clusters }) => [title, clusters.map(namesOf)])).toEqual([
      ['Coordinators', [['Amira Haddad']]],
      ['Pairs', [['Fatima Zahra El Amrani', 'Joseph Mathew', 'Jürgen Schäfer']]],
      ['Everybody else', [['Łukasz Wiśniewski']]],
    ])
  })

  test('leaves out groups that nobody is in', () => {
    expect(groupPeople([lukasz]).map(({ title }) => title)).toEqual(['Everybody else'])
  })

  test('shows as many as fit, and says how many it does not', () => {
    const { groups, hidden } = firstOf(groupPeople(staff), 4)

    expect(groups.flatMap(({ clusters }) => clusters.flat())).toHaveLength(4)
    expect(hidden).toBe(1)
  })
})

describe('the search', () => {
  test.each([
    ['lukasz wis', ['Łukasz Wiśniewski']],
    ['JURGEN', ['Jürgen Schäfer']],
    ['surgery fat', ['Fatima Zahra El Amrani']],
    ['teams', ['Łukasz Wiśniewski', 'Jürgen Schäfer']],
    ['  ', namesOf(staff)],
    ['.*', []],
  ])('%s', (wanted, found) => {
    expect(namesOf(searchPeople(staff, wanted))).toEqual(found)
  })
})

test('of somebody with two accounts, the one on the same platform is the partner to show', () => {
  const onTeams = someone('teams:JOSEPH', 'Joseph Mathew')
  const mentee = someone('teams:M', 'M', { pairedWith: ['slack:JOSEPH', 'teams:JOSEPH'] })

  expect(partnersOf(mentee, [joseph, onTeams, mentee]).map(({ key }) => key)).toEqual(['teams:JOSEPH'])
})

test('a newcomer is offered a mentee, a pair across platforms and a coordinator', () => {
  const offered = suggestPeople(staff)

  expect(offered.map((one) => [one.someone.key, one.beside?.key])).toEqual([
    ['slack:FATIMA', undefined],
    ['teams:JURGEN', 'slack:JOSEPH'],
    ['slack:AMIRA', undefined],
  ])
})

test('an empty hospital has nobody to offer', () => {
  expect(suggestPeople([])).toEqual([])
})

test.each([
  ['Fatima Zahra El Amrani', 'FA'],
  ['  plato ', 'P'],
  ['🩺 Nurse', '🩺N'],
  ['', ''],
])('the initials of %j are %j', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

describe('messages that a tab has not looked at', () => {
  test('those from before it was opened are not new to it', () => {
    const looked = lookAt(LOOKED_AT_NOBODY, { run: 'r1', people: [fatima] }, [])

    expect(unread(looked, fatima)).toBe(0)
  })

  test('are counted until the person is shown', () => {
    const before = lookAt(LOOKED_AT_NOBODY, { run: 'r1', people: [fatima] }, [])
    const later = { ...fatima, messages: fatima.messages + 2 }

    const away = lookAt(before, { run: 'r1', people: [later] }, [])
    const shown = lookAt(away, { run: 'r1', people: [later] }, [fatima.key])

    expect(unread(away, later)).toBe(2)
    expect(unread(shown, later)).toBe(0)
  })

  test('outlast a reload, and end with a reset', () => {
    const before = lookAt(LOOKED_AT_NOBODY, { run: 'r1', people: [fatima] }, [])
    const later = { ...fatima, messages: fatima.messages + 2 }

    const reloaded = lookAt(readLooked(writeLooked(before)), { run: 'r1', people: [later] }, [])
    const reset = lookAt(reloaded, { run: 'r2', people: [later] }, [])

    expect(unread(reloaded, later)).toBe(2)
    expect(unread(reset, later)).toBe(0)
  })

  test('somebody who came later begins with all unread', () => {
    const before = lookAt(LOOKED_AT_NOBODY, { run: 'r1', people: [fatima] }, [])

    const looked = lookAt(before, { run: 'r1', people: [fatima, jurgen] }, [])

    expect(unread(looked, jurgen)).toBe(jurgen.messages)
  })

  test('what a broken storage holds is taken for nothing', () => {
    expect(readLooked('{"upTo":')).toEqual(LOOKED_AT_NOBODY)
    expect(readLooked('{"run":"r1"}')).toEqual(LOOKED_AT_NOBODY)
    expect(readLooked(null)).toEqual(LOOKED_AT_NOBODY)
  })
})

function namesOf(people: readonly Someone[]): string[] {
  return people.map(({ name }) => name)
}

function someone(key: AccountKey, name: string, rest: Partial<Someone> = {}): Someone {
  return {
    key,
    name,
    line: 'Mentor · nurse · medicine',
    coordinates: false,
    pairedWith: [],
    messages: 3,
    reachable: true,
    ...rest,
  }
}
