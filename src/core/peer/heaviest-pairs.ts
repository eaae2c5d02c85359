import { beginSearch, follow, plantTrees, type Trees, takeApart, topOf } from './trees.ts'

export interface Pairing {
  /** By position: the partner, -1 for nobody. */
  readonly partners: readonly number[]
  /** Where all weights are the same: whether some pairing of as many people leaves this one out. */
  readonly canBeLeft: readonly boolean[]
}

/**
 * The pairs of the greatest total weight among so many people: exact, for any weights (general graph matching by Edmonds'
 * blossoms with a price for everybody; its cost grows with the cube of the number). Weights are whole numbers, the same
 * in both directions; 0: these two may not be a pair.
 */
export function heaviestPairs(size: number, weightOf: (one: number, other: number) => number): Pairing {
  const weights = Float64Array.from({ length: size * size }, (_, at) =>
    weightOf(Math.floor(at / size), at % size),
  )
  const greatest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  const search: Search = {
    size,
    weights,
    prices: new Float64Array(size).fill(greatest),
    trees: plantTrees(size),
  }
  if (greatest > 0) pairAtOnce(search)
  while (findOneMore(search));
  const { partners, tops } = search.trees
  return { partners, canBeLeft: tops.map(({ place }) => place === 'outer') }
}

interface Search {
  readonly size: number
  readonly weights: Float64Array
  /** The bound: two people's prices are never less than twice their weight (blossoms between them aside). */
  readonly prices: Float64Array
  readonly trees: Trees
}

/** A start that saves most of the searches: pairs that no price speaks against. */
function pairAtOnce({ size, weights, prices, trees: { partners } }: Search): void {
  for (let one = 0; one < size; one += 1) {
    for (let other = one + 1; other < size && partners[one] === -1; other += 1) {
      if (partners[other] !== -1 || weights[one * size + other] !== prices[one]) continue
      partners[one] = other
      partners[other] = one
    }
  }
}

function findOneMore(search: Search): boolean {
  beginSearch(search.trees)
  for (;;) {
    if (followAll(search)) return true
    const step = priceStep(search)
    if (step === undefined) return false
    changePrices(search, step)
    for (const blossom of search.trees.blossoms) {
      if (blossom.place === 'inner' && blossom.worth === 0) takeApart(search.trees, blossom)
    }
    search.trees.waiting = outerPeople(search)
  }
}

/** Follows every edge that costs nothing until two trees meet. */
function followAll({ size, weights, prices, trees }: Search): boolean {
  for (let person = trees.waiting.pop(); person !== undefined; person = trees.waiting.pop()) {
    const row = person * size
    const price = prices[person] as number
    for (let other = 0; other < size; other += 1) {
      const weight = weights[row + other] as number
      if (weight === 0 || price + (prices[other] as number) !== 2 * weight) continue
      if (follow(trees, { from: person, to: other })) return true
    }
  }
  return false
}

/** How far prices can move until an edge costs nothing or a blossom is worth nothing; undefined once nobody gains. */
function priceStep(search: Search): number | undefined {
  const { trees, prices } = search
  const outer = outerPeople(search)
  let least = Number.POSITIVE_INFINITY
  let end = Number.POSITIVE_INFINITY
  for (const person of outer) {
    end = Math.min(end, prices[person] as number)
    least = Math.min(least, cheapestFrom(search, person))
  }
  for (const { place, worth } of trees.blossoms) {
    if (place === 'inner') least = Math.min(least, worth / 2)
  }
  return least < end ? least : undefined
}

function cheapestFrom({ size, weights, prices, trees }: Search, person: number): number {
  const own = topOf(trees, person)
  let least = Number.POSITIVE_INFINITY
  for (let other = 0; other < size; other += 1) {
    const weight = weights[person * size + other] as number
    const top = trees.tops[other]
    if (weight === 0 || top === own || top?.place === 'inner') continue
    const cost = (prices[person] as number) + (prices[other] as number) - 2 * weight
    least = Math.min(least, top?.place === 'outer' ? cost / 2 : cost)
  }
  return least
}

function changePrices({ size, prices, trees }: Search, step: number): void {
  for (let person = 0; person < size; person += 1) {
    prices[person] = (prices[person] as number) + step * direction(topOf(trees, person).place)
  }
  for (const blossom of trees.blossoms) blossom.worth -= 2 * step * direction(blossom.place)
}

function direction(place: 'outer' | 'inner' | 'none'): number {
  if (place === 'none') return 0
  return place === 'outer' ? -1 : 1
}

function outerPeople({ trees }: Search): number[] {
  return trees.tops.flatMap(({ place }, person) => (place === 'outer' ? [person] : []))
}
