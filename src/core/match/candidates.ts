import { createBestFew } from './best-few.ts'
import { forbidden, type Problem } from './problem.ts'

/**
 * For each mentee the few mentors who were worth most to them (score less price) at the prices of a moment, and a
 * bound: what the best of all others was worth then. Prices only rise, so the bound holds for ever. No matrix is built:
 * a row is scored when it is needed.
 */
export interface Candidates {
  /** Written over when they are chosen anew. */
  mentors(mentee: number): Int32Array
  /** By place in `mentors`. */
  scores(mentee: number): Int32Array
  /** `Infinity` before the first choice; `-Infinity` where every allowed mentor is among the candidates. */
  bound(mentee: number): number
  /** Chooses anew at these prices; more of them where ties have left the bound where it was. */
  choose(mentee: number, prices: Float64Array): void
  /** The whole row, written over at the next call; mentors who take nobody are forbidden in it. */
  row(mentee: number): Int32Array
}

const few = 24
const more = 8
const none = new Int32Array(0)

export function createCandidates(problem: Problem): Candidates {
  const { capacities, mentees } = problem
  const whole = new Int32Array(capacities.length)
  const closed = capacities.flatMap((capacity, mentor) => (capacity === 0 ? [mentor] : []))
  const mentors: Int32Array[] = Array.from({ length: mentees }, () => none)
  const scores: Int32Array[] = Array.from({ length: mentees }, () => none)
  const bounds = new Float64Array(mentees).fill(Number.POSITIVE_INFINITY)
  const sizes = new Int32Array(mentees).fill(Math.min(few, capacities.length))
  const best = createBestFew()

  const row = (mentee: number) => {
    problem.scores(mentee, whole)
    for (const mentor of closed) whole[mentor] = forbidden
    return whole
  }
  // Rows are chosen again and again: what they are kept in is kept, too.
  const makeRoom = (mentee: number, count: number) => {
    if (mentors[mentee]?.length === count) return
    mentors[mentee] = new Int32Array(count)
    scores[mentee] = new Int32Array(count)
  }
  const select = (prices: Float64Array, size: number) => {
    best.begin(size)
    let floor = Number.NEGATIVE_INFINITY
    for (let mentor = 0; mentor < whole.length; mentor += 1) {
      const score = whole[mentor] as number
      const value = score - (prices[mentor] as number)
      if (value > floor && score !== forbidden) floor = best.offer(value, mentor)
    }
    return best.bestLeftOut()
  }

  return {
    mentors: (mentee) => mentors[mentee] as Int32Array,
    scores: (mentee) => scores[mentee] as Int32Array,
    bound: (mentee) => bounds[mentee] as number,
    row,
    choose: (mentee, prices) => {
      row(mentee)
      const before = bounds[mentee] as number
      let size = sizes[mentee] as number
      let bound = select(prices, size)
      while (bound >= before && size < whole.length) {
        size = Math.min(size * more, whole.length)
        bound = select(prices, size)
      }
      sizes[mentee] = size
      bounds[mentee] = bound
      makeRoom(mentee, best.count())
      const chosen = mentors[mentee] as Int32Array
      best.write(chosen)
      const worth = scores[mentee] as Int32Array
      for (let at = 0; at < chosen.length; at += 1) worth[at] = whole[chosen[at] as number] as number
    },
  }
}
