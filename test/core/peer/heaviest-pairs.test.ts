import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestPairs } from '../../../src/core/peer/heaviest-pairs.ts'

/** The greatest total by trying everything. */
function byTrying(
  weights: readonly (readonly number[])[],
  free = weights.map((_, person) => person),
): number {
  const [one, ...others] = free
  if (one === undefined) return 0
  const alone = byTrying(weights, others)
  const paired = others.map((other) => {
    const weight = weights[one]?.[other] ?? 0
    const rest = others.filter((each) => each !== other)
    return weight === 0 ? 0 : weight + byTrying(weights, rest)
  })
  return Math.max(alone, ...paired)
}

function tableOf(size: number, list: readonly number[]): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  let at = 0
  for (let one = 0; one < size; one += 1) {
    for (let other = one + 1; other < size; other += 1) {
      const weight = list[at] ?? 0
      at += 1
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const)
        (table[a] as number[])[b] = weight
    }
  }
  return table
}

const problem = fc.integer({ min: 0, max: 9 }).chain((size) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 60 })), {
      minLength: (size * (size - 1)) / 2,
      maxLength: (size * (size - 1)) / 2,
    })
    .map((list) => tableOf(size, list)),
)

describe('pairs of the greatest total', () => {
  it('have the total that trying everything finds, and pair only who may be a pair', () => {
    fc.assert(
      fc.property(problem, (weights) => {
        const { partners } = heaviestPairs(weights.length, (one, other) => weights[one]?.[other] ?? 0)

        const twos = [...partners.entries()].filter(([one, other]) => one < other)
        const total = twos.reduce((sum, [one, other]) => sum + (weights[one]?.[other] ?? 0), 0)
        expect(total).toBe(byTrying(weights))
        expect(partners.every((other, one) => other === -1 || partners[other] === one)).toBe(true)
        expect(twos.every(([one, other]) => (weights[one]?.[other] ?? 0) > 0)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('name everybody whom some pairing of as many can do without', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const weights = given.map((row) => row.map((weight) => Math.min(weight, 1)))
        const { canBeLeft } = heaviestPairs(weights.length, (one, other) => weights[one]?.[other] ?? 0)

        const most = byTrying(weights)
        const without = weights.map((_, person) =>
          byTrying(
            weights,
            weights.map((__, other) => other).filter((other) => other !== person),
          ),
        )
        expect(canBeLeft).toEqual(without.map((total) => total === most))
      }),
      { numRuns: 500 },
    )
  })
})
