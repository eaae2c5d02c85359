import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pool } from '../../../src/core/match/eligibility.ts'
import type { Member } from '../../../src/core/match/member.ts'
import { createScores, type Scoring } from '../../../src/core/match/score.ts'
import { programTemplates } from '../../../src/core/program/types.ts'
import { member, mentor, on, poolOf } from './people.ts'

const { weights } = programTemplates.career
const nothing = Object.fromEntries(Object.keys(weights).map((part) => [part, 0])) as unknown as typeof weights

function scoring(given: Partial<Scoring> = {}): Scoring {
  return { weights, preferences: [], standing: [], ...given }
}

function row(pool: Pool, how: Scoring, mentee = 0): number[] {
  const scores = new Int32Array(pool.mentors.length)
  createScores(pool, how).write(
    mentee,
    scores,
    scores.map((_, at) => at),
  )
  return [...scores]
}

/** What two are to each other in one part that counts alone. */
function only(part: keyof typeof weights, mentee: Partial<Member>, offered: Partial<Member>): number {
  const pool = poolOf({ mentees: [member('priya', mentee)], mentors: [mentor('grace', offered)] })
  return row(pool, scoring({ weights: { ...nothing, [part]: 7 } }))[0] ?? -1
}

test.each<[string, number, number]>([
  [
    'both skills that are sought',
    only(
      'skills',
      { skillsSought: ['Triage', 'wound  care'] },
      { skillsOffered: ['wound care', 'triage', 'audit'] },
    ),
    10_000,
  ],
  ['one of two', only('skills', { skillsSought: ['triage', 'audit'] }, { skillsOffered: ['audit'] }), 5000],
  [
    'one of two, written twice',
    only('skills', { skillsSought: ['triage', 'audit', 'audit'] }, { skillsOffered: ['audit', 'Audit'] }),
    5000,
  ],
  ['skills where none is sought', only('skills', {}, { skillsOffered: ['audit'] }), 0],
  [
    'a word of an aim',
    only('aims', { aims: ['Work in triage on my own'] }, { skillsOffered: ['triage'] }),
    5000,
  ],
  [
    'plain words of an aim',
    only('aims', { aims: ['Learn to work with others'] }, { aims: ['work with others'] }),
    0,
  ],
  ['the same specialty', only('specialty', { specialty: 'Surgery' }, { specialty: 'surgery' }), 10_000],
  ['specialties that nobody knows', only('specialty', {}, {}), 0],
  [
    'one common site',
    only('site', { sites: ['West Gate', 'North Wing'] }, { sites: ['North Wing'] }),
    10_000,
  ],
  ['no common site', only('site', { sites: ['West Gate'] }, { sites: ['North Wing'] }), 0],
  ['a grade or two above', only('grade', { grade: 5 }, { grade: 7 }), 10_000],
  ['four grades above', only('grade', { grade: 5 }, { grade: 9 }), 5000],
  ['a grade below', only('grade', { grade: 6 }, { grade: 5 }), 0],
  [
    'nine years more',
    only('experience', { registeredOn: on('2026-09-01') }, { registeredOn: on('2017-08-01') }),
    10_000,
  ],
  [
    'less than two years more',
    only('experience', { registeredOn: on('2026-09-01') }, { joinedOn: on('2025-01-01') }),
    2500,
  ],
  [
    'less experience',
    only('experience', { registeredOn: on('2010-09-01') }, { registeredOn: on('2020-09-01') }),
    0,
  ],
  [
    'a second language',
    only('languages', { languages: ['English', 'Polish'] }, { languages: ['polish', 'English'] }),
    10_000,
  ],
  [
    'one common language',
    only('languages', { languages: ['English', 'Polish'] }, { languages: ['English', 'Twi'] }),
    5000,
  ],
  ['the same style', only('style', { contactStyle: 'video' }, { contactStyle: 'Video' }), 10_000],
  [
    'somebody who does not mind',
    only('style', { contactStyle: 'video' }, { contactStyle: 'no preference' }),
    10_000,
  ],
  ['another style', only('style', { contactStyle: 'video' }, { contactStyle: 'phone' }), 0],
])('%s gives %d of 10,000 where that part counts alone', (_, given, expected) => {
  expect(given).toBe(expected)
})

test.each([
  { what: 'the same hours', zone: 'Europe/London', from: '09:00', to: '17:00', expected: 10_000 },
  { what: 'hours that overlap by half', zone: 'Europe/London', from: '13:00', to: '21:00', expected: 5000 },
  { what: 'hours of the night', zone: 'Europe/London', from: '21:00', to: '06:00', expected: 0 },
  {
    what: 'the same hours of another zone',
    zone: 'Asia/Kolkata',
    from: '09:00',
    to: '17:00',
    expected: 3125,
  },
])('$what give $expected of 10,000 where hours count alone', ({ zone, from, to, expected }) => {
  const days = [1, 2, 3, 4, 5] as const

  const given = only(
    'hours',
    { hours: { days, from: '09:00', to: '17:00' } },
    { hours: { days, from, to }, zone },
  )

  expect(given).toBe(expected)
})

test('who named whom, and who stands in the draft, count by their weights', () => {
  const pool = poolOf({
    mentees: [member('priya')],
    mentors: [mentor('grace'), mentor('joseph'), mentor('tom')],
  })
  const pair = (name: string) => ({ menteeId: 'id-priya', mentorId: `id-${name}` })

  const given = row(
    pool,
    scoring({
      weights: { ...nothing, preference: 30, standing: 10 },
      preferences: [
        { ...pair('grace'), share: 1 },
        { ...pair('joseph'), share: 0.5 },
      ],
      standing: [pair('joseph')],
    }),
  )

  expect(given).toEqual([7500, 3750 + 2500, 0])
})

test('a program without any weight takes everybody for the same', () => {
  const pool = poolOf({ mentees: [member('priya', { grade: 5 })], mentors: [mentor('grace', { grade: 6 })] })

  expect(row(pool, scoring({ weights: nothing }))).toEqual([0])
})

const word = fc.constantFrom('triage', 'audit', 'wound care', 'research', 'Teaching')
const anybody: fc.Arbitrary<Partial<Member>> = fc.record({
  grade: fc.constantFrom(undefined, 4, 5, 6.5, 8),
  specialty: fc.option(word, { nil: undefined }),
  sites: fc.array(word, { maxLength: 2 }),
  registeredOn: fc.constantFrom(undefined, on('2001-05-01'), on('2019-05-01'), on('2026-06-01')),
  skillsOffered: fc.array(word, { maxLength: 4 }),
  skillsSought: fc.array(word, { maxLength: 4 }),
  aims: fc.array(word, { maxLength: 3 }),
  languages: fc.array(word, { maxLength: 3 }),
  contactStyle: fc.constantFrom(undefined, 'video', 'phone', 'no preference'),
  hours: fc.record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const),
    from: fc.constantFrom('00:00', '09:00', '21:00'),
    to: fc.constantFrom('00:00', '12:30', '17:00'),
  }),
  zone: fc.constantFrom('Europe/London', 'Asia/Kolkata', 'America/New_York'),
})
const someWeights = fc.record(
  Object.fromEntries(Object.keys(weights).map((part) => [part, fc.nat(10_000)])),
) as unknown as fc.Arbitrary<typeof weights>

test('a score is a whole number from 0 to 10,000, and what its parts add up to, however many mentors are alike', () => {
  fc.assert(
    fc.property(
      fc.array(anybody, { minLength: 1, maxLength: 4 }),
      fc.array(anybody, { minLength: 1, maxLength: 4 }),
      fc.record({ alike: fc.constantFrom(1, 12), drawn: someWeights }),
      (mentees, kinds, { alike, drawn }) => {
        const mentors = Array.from({ length: alike }, () => kinds).flat()
        const pool = poolOf({
          mentees: mentees.map((known, at) => member(`mentee${at}`, known)),
          mentors: mentors.map((known, at) => mentor(`mentor${at}`, known)),
        })
        const pair = { menteeId: 'id-mentee0', mentorId: 'id-mentor0' }
        const scores = createScores(pool, {
          weights: drawn,
          preferences: [{ ...pair, share: 1 }],
          standing: [pair],
        })
        const into = new Int32Array(mentors.length)
        const everybody = into.map((_, at) => at)
        for (const mentee of mentees.keys()) {
          scores.write(mentee, into, everybody)

          for (const [at, score] of into.entries()) {
            const parts = [...scores.partsOf(mentee, at).values()]
            expect(score).toBe(parts.reduce((sum, points) => sum + points, 0))
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(10_000)
          }
        }
      },
    ),
    { numRuns: 200, seed: 4 },
  )
})
