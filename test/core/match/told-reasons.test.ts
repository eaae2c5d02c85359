import { expect, test } from 'vitest'
import { reasonsFor } from '../../../src/core/match/explain.ts'
import { type Member, memberFrom } from '../../../src/core/match/member.ts'
import { reasonsTold, reasonsToldToBoth } from '../../../src/core/match/told-reasons.ts'
import type { MatchPart } from '../../../src/core/program/types.ts'

function member(id: string, cells: Parameters<typeof memberFrom>[0]['cells']): Member {
  return memberFrom({ id, email: `${id}@example.org`, cells: { name: id, ...cells } })
}

const shared = {
  specialty: 'emergency',
  sites: ['Mercy (main)'],
  languages: ['English', 'Hindi'],
  contact_style: 'in person',
}
const mentee = member('priya', {
  ...shared,
  skills_sought: ['wound care', 'IV'],
  aims: ['Become a paediatric nurse'],
  grade: 5,
  joined_on: '2024-01-01',
})
const mentor = member('amira', {
  ...shared,
  skills_offered: ['wound care', 'IV', 'paediatric care'],
  grade: 6,
  joined_on: '2015-01-01',
})

/** The reason that this part of the score gives alone. */
function reasonOf(part: MatchPart, two = { mentee, mentor }): string[] {
  return reasonsFor(two, new Map([[part, 100]]))
}

test.each<[MatchPart, string, string]>([
  ['skills', 'you offer wound care and IV, which they seek', 'they offer wound care and IV, which you seek'],
  ['aims', 'you know of what their aims name: paediatric', 'they know of what your aims name: paediatric'],
  ['specialty', 'you have the same specialty (emergency)', 'you have the same specialty (emergency)'],
  ['site', 'you work at the same site (Mercy (main))', 'you work at the same site (Mercy (main))'],
  ['hours', 'you can both be reached at the same hours', 'you can both be reached at the same hours'],
  ['grade', 'you are 1 grade above them', 'they are 1 grade above you'],
  ['experience', 'you have 9 years more behind you', 'they have 9 years more behind them'],
  ['languages', 'you both speak English and Hindi', 'you both speak English and Hindi'],
  ['style', 'you both like it in person', 'you both like it in person'],
])('what %s gives is told to each of the two as it concerns them', (part, toMentor, toMentee) => {
  const reasons = reasonOf(part)

  expect(reasonsTold(reasons, 'mentor')).toEqual([toMentor])
  expect(reasonsTold(reasons, 'mentee')).toEqual([toMentee])
})

test('the same grade and several grades are told, too', () => {
  const peer = { mentee, mentor: { ...mentor, grade: 5 } }
  const above = { mentee, mentor: { ...mentor, grade: 7 } }

  expect(reasonsTold(reasonOf('grade', peer), 'mentee')).toEqual(['you have the same grade'])
  expect(reasonsTold(reasonOf('grade', above), 'mentor')).toEqual(['you are 2 grades above them'])
})

test('that nothing speaks for the two in particular is told to neither', () => {
  const reasons = reasonsFor({ mentee, mentor }, new Map())

  expect(reasons).toHaveLength(1)
  expect(reasonsTold(reasons, 'mentor')).toEqual([])
})

const names = { mentor: 'Amira $& Haddad', mentee: 'Priya Shah' }

test.each<[MatchPart, string]>([
  ['skills', 'Amira $& Haddad offers wound care and IV, which Priya Shah seeks'],
  ['aims', 'Amira $& Haddad knows about what Priya Shah aims for: paediatric'],
  ['specialty', 'you have the same specialty (emergency)'],
  ['site', 'you work at the same site (Mercy (main))'],
  ['hours', 'you can both be reached at the same hours'],
  ['grade', 'Amira $& Haddad is 1 grade further on'],
  ['experience', 'Amira $& Haddad has 9 years more behind them'],
  ['languages', 'you both speak English and Hindi'],
  ['style', 'you both like it in person'],
])('what %s gives is told to both in one place by name', (part, told) => {
  expect(reasonsToldToBoth(reasonOf(part), names)).toEqual([told])
})

test('what coordinators alone may know, and what says nothing, is not told in front of both', () => {
  const nothing = reasonsFor({ mentee, mentor }, new Map())

  expect(reasonsToldToBoth(['they named them as a preference', ...nothing], names)).toEqual([])
})
