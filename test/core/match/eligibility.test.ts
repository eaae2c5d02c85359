import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEligibility, type Pool } from '../../../src/core/match/eligibility.ts'
import type { Mentor } from '../../../src/core/match/member.ts'
import { forbidden } from '../../../src/core/match/problem.ts'
import type { MatchRule } from '../../../src/core/program/types.ts'
import { member, mentor, on, poolOf } from './people.ts'

const grace = { profession: 'Nurse', grade: 6, area: 'medicine', registeredOn: on('2013-09-09') }
const priya = { profession: 'nurse', grade: 5, area: 'Medicine ', registeredOn: on('2026-09-14') }
const preceptor: Partial<Mentor> = { ...grace, trainedOn: on('2024-03-14') }
const all: readonly MatchRule[] = [
  'same-profession',
  'registered-12-months',
  'equal-or-senior-grade',
  'trained',
  'same-area',
]

test.each<[string, Partial<Mentor>, readonly string[]]>([
  ['fits in everything', {}, []],
  ['has another profession', { profession: 'midwife' }, ['same-profession']],
  ['has no known profession', { profession: undefined }, ['same-profession']],
  ['has been registered for 12 months today', { registeredOn: on('2026-01-04') }, []],
  ['has been registered for a day less', { registeredOn: on('2026-01-05') }, ['registered-12-months']],
  ['has no known registration', { registeredOn: undefined }, ['registered-12-months']],
  ['has the same grade', { grade: 5 }, []],
  ['has a lower grade', { grade: 4 }, ['equal-or-senior-grade']],
  ['is not trained', { trainedOn: undefined }, ['trained']],
  ['will be trained later', { trainedOn: on('2027-01-05') }, ['trained']],
  ['works elsewhere', { area: 'surgery' }, ['same-area']],
  ['is new in everything', { grade: 3, area: 'surgery' }, ['equal-or-senior-grade', 'same-area']],
])('a preceptor who %s: %o', (_, differing, expected) => {
  const pool = poolOf({
    mentees: [member('priya', priya)],
    mentors: [mentor('grace', { ...preceptor, ...differing })],
    require: all,
  })

  const { objections, mask } = createEligibility(pool)

  expect(objections(0, 0)).toEqual(expected)
  expect(masked({ mask })).toBe(expected.length > 0)
})

function masked({ mask }: { mask: (mentee: number, into: Int32Array) => void }): boolean {
  const row = new Int32Array(1)
  mask(0, row)
  return row[0] === forbidden
}

test.each<[string, Partial<Pool>, readonly string[]]>([
  ['a line manager', { mentees: [member('priya', { managerEmail: 'grace@example.org' })] }, ['line-manager']],
  [
    'whom the mentee is never to be with',
    { mentees: [member('priya', { neverWith: ['grace@example.org'] })] },
    ['never-with'],
  ],
  [
    'who is never to be with the mentee',
    { mentors: [mentor('grace', { neverWith: ['priya@example.org'] })] },
    ['never-with'],
  ],
  ['of an earlier pair', { earlier: [{ menteeId: 'id-priya', mentorId: 'id-grace' }] }, ['paired-before']],
])('somebody %s is not proposed, without a program asking for it', (_, given, expected) => {
  const pool = poolOf({ mentees: [member('priya')], mentors: [mentor('grace')], ...given })

  const { objections, mask } = createEligibility(pool)

  expect(objections(0, 0)).toEqual(expected)
  expect(masked({ mask })).toBe(true)
})

test.each([[['id-priya', 'id-grace']], [['id-grace', 'id-priya']]] as const)(
  'a list of their own keeps two apart, and is named by nothing (%s)',
  (two) => {
    const pool = poolOf({ mentees: [member('priya')], mentors: [mentor('grace')], apart: [two] })

    const { objections, isApart, mask } = createEligibility(pool)

    expect(objections(0, 0)).toEqual([])
    expect(isApart(0, 0)).toBe(true)
    expect(masked({ mask })).toBe(true)
  },
)

test('where a public rule stands between them, too, that one is the reason', () => {
  const pool = poolOf({
    mentees: [member('priya', { managerEmail: 'grace@example.org' })],
    mentors: [mentor('grace')],
    apart: [['id-priya', 'id-grace']],
  })

  expect(createEligibility(pool).isApart(0, 0)).toBe(false)
})

test('nobody is their own mentor', () => {
  const pool = poolOf({ mentees: [member('ngozi')], mentors: [mentor('ngozi')] })

  const { objections, mask } = createEligibility(pool)

  expect(masked({ mask })).toBe(true)
  expect(objections(0, 0)).toEqual([])
})

const anybody = fc.record({
  profession: fc.constantFrom(undefined, 'nurse', 'midwife'),
  grade: fc.constantFrom(undefined, 4, 5, 6),
  area: fc.constantFrom(undefined, 'medicine', 'surgery'),
  registeredOn: fc.constantFrom(undefined, on('2010-01-01'), on('2026-06-01')),
  trainedOn: fc.constantFrom(undefined, on('2020-01-01')),
  managerEmail: fc.constantFrom(undefined, 'mentor0@example.org', 'mentor3@example.org'),
  neverWith: fc.subarray(['mentor1@example.org', 'mentee2@example.org']),
})

test('a row forbids exactly those to whom there is an objection, or whom a list of their own keeps apart; the others are all among those to look at', () => {
  fc.assert(
    fc.property(
      fc.array(anybody, { minLength: 1, maxLength: 5 }),
      fc.array(anybody, { minLength: 1, maxLength: 5 }),
      fc.subarray([...all]),
      (mentees, mentors, require) => {
        const pool = poolOf({
          mentees: mentees.map((known, at) => member(`mentee${at}`, known)),
          mentors: mentors.map((known, at) => mentor(`mentor${at}`, known)),
          require,
          earlier: [{ menteeId: 'id-mentee1', mentorId: 'id-mentor1' }],
          apart: [['id-mentor0', 'id-mentee0']],
        })
        const { among, mask, objections, isApart } = createEligibility(pool)
        const row = new Int32Array(mentors.length)
        for (const mentee of mentees.keys()) {
          row.fill(0)
          mask(mentee, row)

          const expected = mentors.map((_, at) => objections(mentee, at).length > 0 || isApart(mentee, at))
          expect([...row].map((score) => score === forbidden)).toEqual(expected)
          const allowed = expected.flatMap((isForbidden, at) => (isForbidden ? [] : [at]))
          expect([...among(mentee)]).toEqual(expect.arrayContaining(allowed))
        }
      },
    ),
    { numRuns: 200, seed: 4 },
  )
})
