import { apart, type Company, tieOf, twosOf } from './company.ts'
import { pairsAmong } from './new-meetings.ts'
import { fairest, mostOf, triosAmong } from './trios.ts'

export interface Arrangement {
  readonly groups: readonly (readonly number[])[]
  /** Whom nobody is left for whom they may meet. */
  readonly left: readonly number[]
}

/**
 * A round for people who cannot all meet somebody new: as few as possible are left out, then the trio is made of those
 * who were in the fewest, then as few as possible meet again, and those who do met longest ago. A trio is made only for
 * somebody whom pairs alone leave out.
 */
export function leastRepeats(company: Company, order: readonly number[]): Arrangement {
  const prices = pricesIn(company)
  const { left, canBeLeft } = pairsAmong(order, (one, other) => (prices.of(one, other) === undefined ? 0 : 1))
  const trio =
    left.length > 0 ? bestTrio(order, { company, prices, canBeLeft, left: left.length }) : undefined
  if (!trio) {
    const { pairs, left: alone } = pairsAmong(order, prices.weightOf)
    return { groups: pairs, left: alone }
  }
  const rest = leastRepeats(
    company,
    order.filter((person) => !trio.includes(person)),
  )
  return { groups: [trio, ...rest.groups], left: rest.left }
}

interface Prices {
  /** The least that it costs that two meet again. */
  readonly again: number
  /** What it costs that two meet: nothing the first time; undefined where they are kept apart. */
  of(one: number, other: number): number | undefined
  /** For the heaviest pairs: a pair more is worth more than whatever it costs. */
  weightOf(one: number, other: number): number
}

function pricesIn(company: Company): Prices {
  const latest = company.ties.reduce((last, round) => Math.max(last, round), 0)
  // One meeting again is worse than all the difference that it makes when they met.
  const again = company.size * latest + 1
  const placed = company.size * (again + latest) + 1
  const priceOf = (one: number, other: number) => {
    const tie = tieOf(company, one, other)
    if (tie === apart) return undefined
    return tie === 0 ? 0 : again + tie
  }
  return {
    again,
    of: priceOf,
    weightOf: (one, other) => {
      const price = priceOf(one, other)
      return price === undefined ? 0 : placed - price
    },
  }
}

interface TrioSearch {
  readonly company: Company
  readonly prices: Prices
  readonly canBeLeft: readonly number[]
  /** How many pairs alone leave out. */
  readonly left: number
}

/** So much work, in cubes of the number of people, is spent on finding a better trio than the best so far. */
const patience = 3e7

function bestTrio(order: readonly number[], search: TrioSearch): readonly number[] | undefined {
  const { company, canBeLeft } = search
  for (let trios = fairest(company, canBeLeft); trios <= mostOf(company); trios += 1) {
    const best = bestTrioOf(order, { ...search, trios })
    if (best) return best
  }
  return undefined
}

/** The best of those who were in so many trios together; exact unless patience ends, with many people late in a program. */
function bestTrioOf(order: readonly number[], search: TrioSearch & { trios: number }) {
  let best: PricedTrio | undefined
  let tries = Math.max(1, Math.floor(patience / order.length ** 3))
  for (const { trio, least, own } of pricedTrios(search)) {
    if (best && (least >= best.price || tries <= 0)) break
    if (best && own >= best.price) continue
    tries -= 1
    const price = priceWith(trio, own, { order, ...search })
    if (price < (best?.price ?? Number.POSITIVE_INFINITY)) best = { trio, price }
  }
  return best?.trio
}

interface PricedTrio {
  readonly trio: readonly number[]
  readonly price: number
}

/** Every three, those first who meet again least; with what their meetings cost, and what any further three cost at least. */
function* pricedTrios({ company, prices, canBeLeft, trios }: TrioSearch & { trios: number }) {
  for (const again of [0, 1, 2, 3]) {
    for (const trio of triosAmong(canBeLeft, { company, trios, again })) {
      const own = twosOf(trio).reduce((sum, two) => sum + (prices.of(...two) ?? 0), 0)
      yield { trio, own, least: again * prices.again }
    }
  }
}

/** What the round costs with this trio; without end where it does not help that fewer are left out. */
function priceWith(
  trio: readonly number[],
  own: number,
  { order, prices, left }: TrioSearch & { order: readonly number[] },
): number {
  const rest = pairsAmong(
    order.filter((person) => !trio.includes(person)),
    prices.weightOf,
  )
  if (rest.left.length >= left) return Number.POSITIVE_INFINITY
  return rest.pairs.reduce((sum, [one = 0, other = 0]) => sum + (prices.of(one, other) ?? 0), own)
}
