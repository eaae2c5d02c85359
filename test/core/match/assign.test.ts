import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from '../../../src/core/match/assign.ts'
import { boundOf } from '../../../src/core/match/bound.ts'
import { forbidden, nobody, type Problem } from '../../../src/core/match/problem.ts'
import { problem, totalOf } from './problems.ts'

const no = forbidden

/** The highest total, by trying everything. */
function highestTotal({ mentees, capacities, unmatched, scores }: Problem): number {
  const rows = Array.from({ length: mentees }, (_, mentee) => {
    const row = new Int32Array(capacities.length)
    scores(mentee, row)
    return row
  })
  const best = (mentee: number, free: readonly number[]): number => {
    const row = rows[mentee]
    if (!row) return 0
    const left = unmatched + best(mentee + 1, free)
    const matched = free.flatMap((places, mentor) => {
      const score = row[mentor] ?? forbidden
      return places === 0 || score === forbidden
        ? []
        : [score + best(mentee + 1, free.with(mentor, places - 1))]
    })
    return Math.max(left, ...matched)
  }
  return best(0, capacities)
}

const smallProblem = fc
  .record({
    mentees: fc.integer({ min: 0, max: 6 }),
    capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    highest: fc.constantFrom(1, 3, 50, 10_000),
    forbiddenShare: fc.constantFrom(0, 30, 80, 100),
    unmatched: fc.constantFrom(-1_000_000, -10, 0, 2),
    draws: fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 24, maxLength: 24 }),
  })
  .map(({ mentees, capacities, highest, forbiddenShare, unmatched, draws }) =>
    problem(
      Array.from({ length: mentees }, (_, mentee) =>
        capacities.map((_capacity, mentor) => {
          const draw = draws[mentee * capacities.length + mentor] ?? 0
          return draw % 100 < forbiddenShare ? forbidden : Math.floor(draw / 100) % (highest + 1)
        }),
      ),
      capacities,
      unmatched,
    ),
  )

test('no other assignment has a higher total, whatever the scores, ties, capacities and rules', () => {
  fc.assert(
    fc.property(smallProblem, (small) => {
      const { mentorOf } = assign(small)

      expect(totalOf(small, mentorOf)).toBe(highestTotal(small))
    }),
    { numRuns: 1000, seed: 1 },
  )
})

test('its prices prove it: the bound they give equals the total', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const large = drawn({
      mentees: 150,
      mentors: 80,
      capacity: 1 + (seed % 3),
      highest: seed % 2 ? 3 : 10_000,
      seed,
    })

    const { mentorOf, prices } = assign(large)

    expect(boundOf(large, prices)).toBe(totalOf(large, mentorOf))
  }
})

test('a bound by other prices is never lower', () => {
  const large = drawn({ mentees: 60, mentors: 30, capacity: 2, highest: 100, seed: 5 })
  const { mentorOf, prices } = assign(large)

  const other = boundOf(
    large,
    prices.map((price, mentor) => price + (mentor % 3)),
  )

  expect(other).toBeGreaterThan(totalOf(large, mentorOf))
})

/** Scores as a stranger would draw them, the same for the same seed. */
function drawn(size: {
  mentees: number
  mentors: number
  capacity: number
  highest: number
  seed: number
}): Problem {
  let state = size.seed
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state >> 8
  }
  const rows = Array.from({ length: size.mentees }, () =>
    Array.from({ length: size.mentors }, () => (next() % 4 === 0 ? forbidden : next() % (size.highest + 1))),
  )
  const capacities = Array.from({ length: size.mentors }, () => next() % (size.capacity + 1))
  return problem(rows, capacities, -(1 + size.mentees * size.highest))
}

test('most mentees are matched first, although one better pair would have a higher score', () => {
  const two = problem(
    [
      [10_000, 1],
      [9_999, no],
    ],
    [1, 1],
    -20_001,
  )

  const { mentorOf } = assign(two)

  expect([...mentorOf]).toEqual([1, 0])
})

test('a mentee is left unmatched where that is worth more', () => {
  const { mentorOf } = assign(problem([[3], [7]], [2], 5))

  expect([...mentorOf]).toEqual([nobody, 0])
})

test.each([
  { case: 'nobody is there', rows: [], capacities: [1], expected: [] },
  { case: 'there are no mentors', rows: [[], []], capacities: [], expected: [nobody, nobody] },
  { case: 'nobody is allowed', rows: [[no, no]], capacities: [1, 1], expected: [nobody] },
  { case: 'the only mentor takes nobody', rows: [[5]], capacities: [0], expected: [nobody] },
  { case: 'one mentee and one mentor', rows: [[0]], capacities: [1], expected: [0] },
  {
    case: 'all scores are the same and places are short',
    rows: [[1], [1], [1]],
    capacities: [1],
    expected: undefined,
  },
])('where $case, it comes to an end', ({ rows, capacities, expected }) => {
  const { mentorOf } = assign(problem(rows, capacities))

  if (expected) expect([...mentorOf]).toEqual(expected)
  else expect([...mentorOf].filter((mentor) => mentor !== nobody)).toHaveLength(1)
})
