import { forbidden, type Problem } from './problem.ts'

/**
 * What no assignment can exceed, by prices for the mentors' places: each mentee at their best at these prices, and each
 * place at its price (weak duality of the assignment problem, valid for any prices from 0 up). A total that equals it is
 * proved to be the highest. Reads the raw scores and shares nothing with the search.
 */
export function boundOf({ mentees, capacities, unmatched, scores }: Problem, prices: Float64Array): number {
  const row = new Int32Array(capacities.length)
  const costs = prices.map((price, mentor) => (capacities[mentor] === 0 ? Number.POSITIVE_INFINITY : price))
  let bound = 0
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    scores(mentee, row)
    let best = unmatched
    for (let mentor = 0; mentor < row.length; mentor += 1) {
      const score = row[mentor] as number
      const worth = score - (costs[mentor] as number)
      if (worth > best && score !== forbidden) best = worth
    }
    bound += best
  }
  return capacities.reduce((sum, capacity, mentor) => sum + capacity * (prices[mentor] as number), bound)
}
