import { auction } from './auction.ts'
import { createCandidates } from './candidates.ts'
import { createHolding } from './holding.ts'
import { createPaths } from './paths.ts'
import type { Problem } from './problem.ts'

export interface Assignment {
  /** By mentee; `nobody` where they are left without a mentor. */
  readonly mentorOf: Int32Array
  /** By mentor: what a place with them is worth; 0 while they have one free. With them `boundOf` proves the total. */
  readonly prices: Float64Array
}

/**
 * The assignment of the highest total: the scores of all pairs and the value of everybody left unmatched. It is exact,
 * and the same for the same problem. `onShare` hears how much is done of what bidding has left over, up to 1.
 */
export function assign(problem: Problem, onShare: (share: number) => void = () => undefined): Assignment {
  const candidates = createCandidates(problem)
  const holding = createHolding(problem)
  const leftOver = auction(problem, candidates, holding)
  const paths = createPaths(problem, candidates, holding)
  leftOver.forEach((mentee, done) => {
    paths.place(mentee)
    onShare((done + 1) / leftOver.length)
  })
  return { mentorOf: holding.mentorOf, prices: holding.prices }
}
