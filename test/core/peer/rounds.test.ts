import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRound, type RoundToPlan } from '../../../src/core/peer/rounds.ts'
import { season, staff, triosAfterEach } from './season.ts'

const nothing = { met: [], apart: [], trios: [] }

describe('rounds of people who stay', () => {
  it.each([4, 6, 8, 10, 12, 18, 20, 30])('let %i people all meet before anybody meets again', (count) => {
    const { planned, met } = season(count - 1, () => staff(count))

    expect(planned.map(({ repeats }) => repeats)).toEqual(planned.map(() => 0))
    expect(new Set(met.map(({ two }) => two.join())).size).toBe((count * (count - 1)) / 2)
  })

  it('give 18 people twelve rounds without a repeat, as pairs', () => {
    const { planned } = season(12, () => staff(18))

    expect(planned.every(({ repeats, groups }) => repeats === 0 && groups.length === 9)).toBe(true)
  })

  it.each([
    [9, 6],
    [11, 7],
    [13, 9],
    [61, 24],
  ])('give %i people, with a trio in each, %i rounds without a repeat', (count, rounds) => {
    const { planned } = season(rounds, () => staff(count))

    expect(planned.map(({ repeats }) => repeats)).toEqual(planned.map(() => 0))
  })

  it.each([5, 7, 9, 61])('put nobody of %i into a second trio while somebody was in none', (count) => {
    const { planned } = season(24, () => staff(count))

    for (const counts of triosAfterEach(planned, staff(count))) {
      expect(Math.max(...counts) > 1 && counts.includes(0)).toBe(false)
    }
    expect(planned.every(({ groups }) => groups.filter(({ length }) => length === 3).length === 1)).toBe(true)
  })

  it('begin again with those who met longest ago, once everybody has met', () => {
    const { planned } = season(6, () => staff(6))

    expect(planned.at(-1)?.again.map(({ round }) => round)).toEqual([1, 1, 1])
  })

  it('go without a repeat for as long as can be after two were swapped by hand', () => {
    const people = staff(10)
    const groups = planRound({ people, ...nothing }).groups.map((group) => [...group])
    const [one, other] = [groups[0]?.[0] ?? '', groups[1]?.[0] ?? '']
    const instead = new Map([
      [one, other],
      [other, one],
    ])
    const swapped = groups.map((group) => group.map((id) => instead.get(id) ?? id))
    const met = swapped.map(([first = '', second = '']) => ({ two: [first, second] as const, round: 1 }))

    for (let round = 2; round < 10; round += 1) {
      const plan = planRound({ people, met, apart: [], trios: [] })
      met.push(...plan.groups.map(([first = '', second = '']) => ({ two: [first, second] as const, round })))
      expect(plan.repeats).toBe(0)
    }
  })
})

describe('rounds of people who come and go', () => {
  it('go on without a repeat when two join and three leave', () => {
    const there = (round: number) => {
      if (round <= 4) return staff(16)
      return round <= 7 ? staff(18) : staff(18).slice(3)
    }

    const { planned } = season(11, there)

    expect(planned.map(({ repeats }) => repeats)).toEqual(planned.map(() => 0))
    expect(planned.map(({ groups }) => groups.flat().length)).toEqual([
      16, 16, 16, 16, 18, 18, 18, 15, 15, 15, 15,
    ])
  })

  it('leave nobody out: two are a pair, three are a trio, one has nobody to meet', () => {
    const [one, two, three] = [1, 2, 3].map((count) => planRound({ people: staff(count), ...nothing }))

    expect(one?.groups).toEqual([])
    expect(one?.leftOut).toEqual([{ person: 'p000', why: 'alone' }])
    expect(two?.groups).toEqual([['p000', 'p001']])
    expect(three?.groups).toEqual([['p000', 'p001', 'p002']])
    expect(planRound({ people: [], ...nothing }).groups).toEqual([])
  })
})

describe('people who are kept apart', () => {
  it('never meet, and the others still have no repeat', () => {
    const apart = [
      ['p000', 'p001'],
      ['p002', 'p003'],
      ['p004', 'p005'],
    ] as const

    const { planned, met } = season(8, () => staff(12), apart)

    const kept = new Set(apart.map((two) => two.join()))
    expect(met.filter(({ two }) => kept.has(two.join()))).toEqual([])
    expect(planned.map(({ repeats }) => repeats)).toEqual(planned.map(() => 0))
  })

  it('from everybody are left out, and so is whoever nobody is left for', () => {
    const apart = staff(6).flatMap((id): [string, string][] => [
      ['p000', id],
      ...(id === 'p005'
        ? []
        : ([
            ['p001', id],
            ['p002', id],
          ] as [string, string][])),
    ])

    const { groups, leftOut } = planRound({ people: staff(6), met: [], apart, trios: [] })

    expect(groups.flat().sort()).toHaveLength(4)
    expect(leftOut).toContainEqual({ person: 'p000', why: 'kept-apart' })
    expect(leftOut.filter(({ why }) => why === 'nobody-left')).toHaveLength(1)
  })

  it('in two camps of three are two trios', () => {
    const apart = staff(3).flatMap((id) =>
      staff(6)
        .slice(3)
        .map((other) => [id, other] as const),
    )

    const { groups, leftOut } = planRound({ people: staff(6), met: [], apart, trios: [] })

    expect(groups).toEqual([staff(3), staff(6).slice(3)])
    expect(leftOut).toEqual([])
  })
})

describe('another arrangement', () => {
  it('is found where there is one, as good as the first', () => {
    const { planned, met } = season(3, () => staff(14))
    const plans = [0, 1, 2].map((variety) =>
      planRound({ people: staff(14), met, apart: [], trios: [], variety }),
    )

    expect(planned).toHaveLength(3)
    expect(new Set(plans.map(({ groups }) => JSON.stringify(groups))).size).toBe(3)
    expect(plans.map(({ repeats }) => repeats)).toEqual([0, 0, 0])
  })
})

describe('any round', () => {
  const history: fc.Arbitrary<RoundToPlan> = fc.integer({ min: 2, max: 8 }).chain((count) => {
    const people = staff(count)
    const two = fc
      .uniqueArray(fc.constantFrom(...people), { minLength: 2, maxLength: 2 })
      .map(([one = '', other = '']) => [one, other] as const)
    return fc.record({
      people: fc.constant(people),
      met: fc.array(fc.record({ two, round: fc.integer({ min: 1, max: 4 }) }), { maxLength: 30 }),
      apart: fc.array(two, { maxLength: 5 }),
      trios: fc.constant([]),
    })
  })

  it('leaves out as few as can be, keeps apart who is to be, and has the fewest repeats', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { groups, leftOut, repeats } = planRound(given)

        const best = byTrying(given)
        expect([...groups.flat(), ...leftOut.map(({ person }) => person)].sort()).toEqual(given.people)
        expect(groups.every(({ length }) => length === 2 || length === 3)).toBe(true)
        expect(leftOut).toHaveLength(best.left)
        expect(repeats).toBe(best.repeats)
      }),
      { numRuns: 400 },
    )
  })

  it('is the same whatever the order of what is known', () => {
    fc.assert(
      fc.property(history, (given) => {
        const other = {
          people: [...given.people].reverse(),
          met: [...given.met].reverse(),
          apart: given.apart.map(([one, two]) => [two, one] as const).reverse(),
          trios: [],
        }

        expect(planRound(other)).toEqual(planRound(given))
      }),
      { numRuns: 200 },
    )
  })

  it('of 300 people, even and odd, early and late, takes less than a second', () => {
    for (const people of [staff(300), staff(299)]) {
      const met = people.flatMap((one, at) =>
        people
          .slice(at + 1)
          .flatMap((other, step) =>
            step % 7 === 0 ? [] : [{ two: [one, other] as const, round: 1 + (step % 40) }],
          ),
      )
      const began = performance.now()

      const plans = [planRound({ people, ...nothing }), planRound({ people, met, apart: [], trios: [] })]

      expect(plans.map(({ groups }) => groups.flat().length)).toEqual([people.length, people.length])
      expect(performance.now() - began).toBeLessThan(2_000)
    }
  })
})

/** The fewest left out, then the fewest repeats, with trios only where they save somebody, by trying every arrangement. */
function byTrying({ people, met, apart }: RoundToPlan): { left: number; repeats: number } {
  const has = (list: readonly (readonly [string, string])[], one: string, other: string) =>
    list.some((two) => two.includes(one) && two.includes(other))
  const priced = (one: string, other: string) => {
    if (has(apart, one, other)) return undefined
    return has(
      met.map(({ two }) => two),
      one,
      other,
    )
      ? 1
      : 0
  }
  const groupPrice = (group: readonly string[]) => {
    const [one = '', other = '', third] = group
    const prices = [priced(one, other), ...(third ? [priced(one, third), priced(other, third)] : [])]
    return prices.includes(undefined)
      ? undefined
      : prices.reduce((sum: number, price) => sum + (price ?? 0), 0)
  }
  let best = { left: people.length, trios: 0, repeats: 0 }
  const walk = (free: readonly string[], so: typeof best) => {
    const [one, ...others] = free
    if (one === undefined && order(so, best) < 0) best = so
    if (one === undefined) return
    walk(others, { ...so, left: so.left + 1 })
    for (const group of groupsWith(one, others)) {
      const again = groupPrice(group)
      if (again === undefined) continue
      const rest = others.filter((other) => !group.includes(other))
      walk(rest, { ...so, trios: so.trios + group.length - 2, repeats: so.repeats + again })
    }
  }
  walk(people, { left: 0, trios: 0, repeats: 0 })
  return best
}

function groupsWith(one: string, others: readonly string[]): string[][] {
  return others.flatMap((other, at) => [
    [one, other],
    ...others.slice(at + 1).map((third) => [one, other, third]),
  ])
}

function order(one: Record<'left' | 'trios' | 'repeats', number>, other: typeof one): number {
  return one.left - other.left || one.trios - other.trios || one.repeats - other.repeats
}
