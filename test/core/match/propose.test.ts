import { expect, test } from 'vitest'
import type { Pool } from '../../../src/core/match/eligibility.ts'
import { describeLeftOver } from '../../../src/core/match/left-over.ts'
import { allowedIn, type Proposal, propose, type Wish } from '../../../src/core/match/propose.ts'
import { tailOf } from '../../../src/core/match/tail.ts'
import { programTemplates } from '../../../src/core/program/types.ts'
import { member, mentor, on, poolOf } from './people.ts'

const { weights } = programTemplates['preceptorship-core']
const scoring = { weights, preferences: [], standing: [] }

function run(pool: Partial<Pool>, wish: Partial<Wish> = {}): Proposal {
  return propose(poolOf(pool), { scoring, kept: [], setAside: new Set(), ...wish })
}

function namesOf({ pairs }: Proposal): string[] {
  return pairs.map((pair) => `${pair.mentee.name}-${pair.mentor.name}`)
}

function reasonsOf({ leftOver }: Proposal): Record<string, string> {
  return Object.fromEntries(leftOver.map(({ mentee, reason }) => [mentee.name, describeLeftOver(reason)]))
}

test('a pair says what carried it, what gave most first, three at most', () => {
  const mentee = member('priya', {
    skillsSought: ['wound care', 'triage'],
    sites: ['North Wing'],
    registeredOn: on('2026-09-14'),
    grade: 5,
  })
  const offering = mentor('grace', {
    skillsOffered: ['Wound care', 'triage', 'audit'],
    sites: ['North Wing', 'West Gate'],
    registeredOn: on('2017-08-01'),
    grade: 6,
  })

  const { pairs } = run({ mentees: [mentee], mentors: [offering] })

  expect(pairs[0]?.reasons).toEqual([
    'offers wound care and triage, which they seek',
    'same site (North Wing)',
    '9 years more',
  ])
})

test('two who would mentor one another are marked, on both rows, and others are not', () => {
  const both = ['amira', 'ben']
  const pool = {
    mentees: [...both.map((name) => member(name)), member('cleo')],
    mentors: [...both.map((name) => mentor(name)), mentor('dara')],
  }

  const { pairs } = run(pool, {
    kept: [{ menteeId: 'id-amira', mentorId: 'id-ben' }],
    setAside: new Set(),
    scoring: {
      weights,
      preferences: [{ menteeId: 'id-ben', mentorId: 'id-amira', share: 1 }],
      standing: [],
    },
  })

  const marked = pairs.filter(({ reasons }) => reasons[0] === 'each of the two would mentor the other')
  expect(pairs.map(({ mentee, mentor: { name } }) => `${mentee.name}-${name}`)).toEqual([
    'amira-ben',
    'ben-amira',
    'cleo-dara',
  ])
  expect(marked.map(({ mentee }) => mentee.name)).toEqual(both)
})

test('where nothing is known of two, that is said', () => {
  const { pairs } = run({ mentees: [member('priya')], mentors: [mentor('grace')] })

  expect(pairs[0]?.reasons).toEqual(['allowed by the rules; nothing known speaks for them in particular'])
})

test.each([
  [{ aims: ['Lead on triage'] }, { skillsOffered: ['triage'] }, 'knows of what their aims name: triage'],
  [{ specialty: 'surgery' }, { specialty: 'Surgery' }, 'same specialty (Surgery)'],
  [{ grade: 5 }, { grade: 6 }, '1 grade above'],
  [{ grade: 5 }, { grade: 5 }, 'same grade'],
  [{ languages: ['English', 'Twi'] }, { languages: ['Twi', 'English'] }, 'both speak English and Twi'],
  [{ contactStyle: 'video' }, { contactStyle: 'video' }, 'both like it video'],
  [{ joinedOn: on('2026-01-01') }, { joinedOn: on('2025-01-01') }, '1 year more'],
])('%o with %o: %s', (mentee, offered, words) => {
  const { pairs } = run({ mentees: [member('priya', mentee)], mentors: [mentor('grace', offered)] })

  expect(pairs[0]?.reasons).toEqual([words])
})

test('whoever gets nobody is told which rules exclude most', () => {
  const found = run({
    mentees: [member('ella', { profession: 'midwife', managerEmail: 'grace@example.org' })],
    mentors: [
      mentor('grace', { profession: 'nurse', trainedOn: on('2020-01-01') }),
      mentor('tom', { profession: 'nurse' }),
    ],
    require: ['same-profession', 'trained'],
  })

  expect(reasonsOf(found)).toEqual({
    ella: 'nobody may be their mentor: of 2 mentors, 2 have another profession, 1 is their line manager',
  })
  expect(found.exclusions).toEqual([
    { rule: 'same-profession', excluded: 2, of: 2 },
    { rule: 'line-manager', excluded: 1, of: 2 },
    { rule: 'trained', excluded: 1, of: 2 },
  ])
})

test('where others took all places, it is said how contested they were', () => {
  const found = run({
    mentees: [member('abena'), member('ella'), member('priya')],
    mentors: [mentor('grace', { places: 2 })],
  })

  expect(Object.values(reasonsOf(found))).toEqual([
    'the one mentor they may have is not free: 3 mentees for 2 places',
  ])
  expect(found.exclusions).toEqual([])
})

test('mentors whose places are taken by standing pairs are full', () => {
  const found = run({
    mentees: [member('priya')],
    mentors: [mentor('grace', { places: 0 }), mentor('tom', { places: 0 })],
  })

  expect(reasonsOf(found)).toEqual({ priya: 'none of the 2 mentors they may have is free' })
})

test('whom only a list of their own excludes is worded as full', () => {
  const pool: Partial<Pool> = {
    mentees: [member('priya')],
    mentors: [mentor('grace')],
    apart: [['id-priya', 'id-grace']],
  }

  const found = run(pool)

  expect(reasonsOf(found)).toEqual({ priya: 'the one mentor they may have is not free' })
  expect(found.exclusions).toEqual([])
  expect(allowedIn(poolOf(pool), scoring)(0)).toEqual([])
})

test('where rules exclude all others and a list of their own the last, no figures of the rules give it away', () => {
  const found = run({
    mentees: [member('ella', { profession: 'midwife' })],
    mentors: [mentor('bronwen', { profession: 'midwife' }), mentor('grace', { profession: 'nurse' })],
    require: ['same-profession'],
    apart: [['id-ella', 'id-bronwen']],
  })

  expect(reasonsOf(found)).toEqual({ ella: 'the one mentor they may have is not free' })
  expect(found.exclusions).toEqual([])
})

test('without any mentor that is the reason', () => {
  expect(reasonsOf(run({ mentees: [member('priya')] }))).toEqual({
    priya: 'there is no mentor in the program',
  })
})

const crowd: Partial<Pool> = {
  mentees: ['abena', 'callum', 'ella', 'priya'].map((name) =>
    member(name, { skillsSought: [`${name}’s`, 'audit'] }),
  ),
  mentors: [
    mentor('grace', { skillsOffered: ['priya’s', 'audit'] }),
    mentor('joseph', { skillsOffered: ['ella’s', 'callum’s'], places: 2 }),
  ],
}

test('as many as can get a mentor get one, and the bound proves that no choice is better', () => {
  const { pairs, leftOver, total, bound } = run(crowd)

  expect(pairs).toHaveLength(3)
  expect(leftOver).toHaveLength(1)
  expect(bound).toBe(total)
})

test('what a coordinator set stays, although another choice would have a higher score', () => {
  const kept = [{ menteeId: 'id-abena', mentorId: 'id-joseph' }]

  const found = run(crowd, { kept })

  expect(namesOf(found)).toContain('abena-joseph')
  expect(found.pairs.find(({ mentee }) => mentee.name === 'abena')?.kept).toBe(true)
  expect(found.pairs).toHaveLength(3)
  expect(found.bound).toBe(found.total)
  expect(found.capacities).toEqual([1, 1])
})

test('whom a coordinator took out gets nobody, and their place goes to another', () => {
  const found = run(crowd, { setAside: new Set(['id-priya']) })

  expect(reasonsOf(found)).toEqual({ priya: 'taken out of the draft' })
  expect(found.pairs).toHaveLength(3)
})

test('of two choices that are as good, the one that stands in the draft is kept', () => {
  const pool = { mentees: [member('priya')], mentors: ['amira', 'grace', 'tom'].map((name) => mentor(name)) }
  const standing = (name: string) => [{ menteeId: 'id-priya', mentorId: `id-${name}` }]

  for (const name of ['amira', 'grace', 'tom']) {
    const found = run(pool, { scoring: { weights, preferences: [], standing: standing(name) } })

    expect(namesOf(found)).toEqual([`priya-${name}`])
    expect(found.pairs[0]?.reasons).toEqual(['stands in the draft already'])
  }
})

test('the tail is the worst pair and the score that a twentieth does not exceed', () => {
  const pairs = Array.from({ length: 60 }, (_, at) => ({ score: 6000 - at * 100 }))

  expect(tailOf(pairs)).toEqual({ worst: { score: 100 }, fifthPercentile: 300 })
  expect(tailOf([])).toBeUndefined()
})
