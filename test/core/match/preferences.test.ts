import { expect, test } from 'vitest'
import { reasonsForTheTwo } from '../../../src/core/match/explain.ts'
import { countWishes, favoursOf } from '../../../src/core/match/preferences.ts'
import { propose } from '../../../src/core/match/propose.ts'
import { programTemplates } from '../../../src/core/program/types.ts'
import { member, mentor, poolOf } from './people.ts'

const { weights } = programTemplates.career
const named = (mentee: string, name: string, rank: number) => ({
  menteeId: `id-${mentee}`,
  mentorId: `id-${name}`,
  rank,
})

test('the first choice counts whole, the third half, and there is no fourth', () => {
  const favours = favoursOf([1, 2, 3, 4].map((rank) => named('priya', `m${rank}`, rank)))

  expect(favours.map(({ share }) => share)).toEqual([1, 0.75, 0.5])
})

test('who is named gets the mentee before others who are as good, and the first choice before the second', () => {
  const pool = poolOf({
    mentees: [member('ben'), member('priya')],
    mentors: [mentor('amira'), mentor('grace'), mentor('joseph')],
  })
  const preferences = favoursOf([
    named('ben', 'joseph', 1),
    named('priya', 'joseph', 2),
    named('priya', 'grace', 1),
  ])

  const { pairs } = propose(pool, {
    scoring: { weights, preferences, standing: [] },
    kept: [],
    setAside: new Set(),
  })

  expect(pairs.map((pair) => `${pair.mentee.name}-${pair.mentor.name}`)).toEqual([
    'ben-joseph',
    'priya-grace',
  ])
  expect(pairs[0]?.reasons).toEqual(['they named them as a preference'])
})

test('that somebody was named is for coordinators: the two are told the other reasons', () => {
  expect(reasonsForTheTwo(['same grade', 'they named them as a preference', 'both like it video'])).toEqual([
    'same grade',
    'both like it video',
  ])
})

test('of those who wait it is counted who named somebody and who got one of them', () => {
  const counts = countWishes(
    [
      named('priya', 'grace', 1),
      named('priya', 'joseph', 2),
      named('ben', 'joseph', 1),
      named('tom', 'x', 1),
    ],
    {
      mentees: [{ id: 'id-priya' }, { id: 'id-ben' }, { id: 'id-carla' }],
      pairs: [
        { menteeId: 'id-priya', mentorId: 'id-joseph' },
        { menteeId: 'id-ben', mentorId: 'id-grace' },
      ],
    },
  )

  expect(counts).toEqual({ named: 2, met: 1 })
})
