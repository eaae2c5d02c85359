import type { Candidates } from './candidates.ts'
import type { Holding } from './holding.ts'
import { nobody, type Problem } from './problem.ts'

const bidsEach = 30

/**
 * Gives most mentees a mentor by bidding: each bids for the mentor worth most to them, up to the price at which their
 * second best would be as good; a full mentor keeps the highest bids and costs the lowest of them. Returns the mentees
 * whom ties, or the end of the bids, have left over.
 */
export function auction(problem: Problem, candidates: Candidates, holding: Holding): number[] {
  const bids = new Float64Array(problem.mentees)
  const waiting = Array.from({ length: problem.mentees }, (_, index) => problem.mentees - 1 - index)
  const leftOver: number[] = []
  for (let bidsLeft = bidsEach * problem.mentees; bidsLeft > 0; bidsLeft -= 1) {
    const mentee = waiting.pop()
    if (mentee === undefined) break
    const wish = wishOf(mentee, candidates, holding.prices)
    // Nobody is worth more than being left: as prices only rise, that stays so.
    if (wish.value <= problem.unmatched) continue
    bids[mentee] = wish.score - Math.max(wish.second, problem.unmatched)
    const out = place({ holding, bids }, wish, mentee)
    if (out === mentee) leftOver.push(mentee)
    else if (out !== nobody) waiting.push(out)
  }
  return [...leftOver, ...waiting]
}

interface Wish {
  readonly mentor: number
  readonly score: number
  /** Score less price. */
  readonly value: number
  /** The value of the second best. */
  readonly second: number
}

/** The mentor worth most to this mentee at these prices. The value is `-Infinity` where nobody is allowed. */
export function wishOf(mentee: number, candidates: Candidates, prices: Float64Array): Wish {
  for (;;) {
    const wish = bestOf(candidates.mentors(mentee), candidates.scores(mentee), prices)
    const bound = candidates.bound(mentee)
    if (wish.second >= bound) return wish
    candidates.choose(mentee, prices)
  }
}

function bestOf(mentors: Int32Array, scores: Int32Array, prices: Float64Array): Wish {
  let best = nobody
  let value = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (let index = 0; index < mentors.length; index += 1) {
    const worth = (scores[index] as number) - (prices[mentors[index] as number] as number)
    if (worth > value) {
      second = value
      value = worth
      best = index
    } else if (worth > second) second = worth
  }
  return { mentor: mentors[best] ?? nobody, score: scores[best] ?? 0, value, second }
}

/** Who has to go for this bid: nobody, another, or the bidder, who does not outbid anybody. */
function place(
  { holding, bids }: { readonly holding: Holding; readonly bids: Float64Array },
  { mentor, score }: Wish,
  mentee: number,
): number {
  let out = nobody
  if (holding.isFull(mentor)) {
    out = lowest(holding, bids, mentor)
    if ((bids[mentee] as number) <= (bids[out] as number)) return mentee
    holding.release(out)
  }
  holding.take(mentor, mentee, score)
  if (holding.isFull(mentor)) {
    holding.prices[mentor] = bids[lowest(holding, bids, mentor)] as number
  }
  return out
}

function lowest(holding: Holding, bids: Float64Array, mentor: number): number {
  let least = holding.held(mentor, 0)
  for (let at = 1; at < holding.count(mentor); at += 1) {
    const mentee = holding.held(mentor, at)
    if ((bids[mentee] as number) < (bids[least] as number)) least = mentee
  }
  return least
}
