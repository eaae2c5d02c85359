import { wishOf } from './auction.ts'
import type { Candidates } from './candidates.ts'
import type { Holding } from './holding.ts'
import { forbidden, nobody, type Problem } from './problem.ts'
import { createQueue } from './queue.ts'

/** Where a path can end: a mentor with a free place, or a mentee who is left without one. */
interface End {
  readonly distance: number
  readonly mentor: number
  readonly mentee: number
}

/** What was found on the way to a mentor. */
interface Step {
  readonly distance: number
  readonly mentee: number
  readonly score: number
}

/**
 * Places mentees one at a time by the cheapest chain of moves: they go to a mentor, who passes one of theirs on, and so
 * on, until a free place or until somebody is left without a mentor. Then prices rise as far as they must to prove that
 * no other choice is better. (Shortest augmenting paths; distances are what a chain costs the total.)
 */
export function createPaths(
  problem: Problem,
  candidates: Candidates,
  holding: Holding,
): { place(mentee: number): void } {
  const { prices, scoreOf, mentorOf } = holding
  const queue = createQueue()
  const steps = new Map<number, Step>()
  const finished = new Set<number>()
  const widened = new Set<number>()
  /** By mentee: the distance at which they were reached and what they have now; what an edge is measured from. */
  const bases = new Float64Array(problem.mentees)
  let end: End

  function reach(mentee: number, mentor: number, score: number): void {
    const distance = (bases[mentee] as number) - score + (prices[mentor] as number)
    if (distance >= end.distance || finished.has(mentor)) return
    if (distance >= (steps.get(mentor)?.distance ?? Number.POSITIVE_INFINITY)) return
    steps.set(mentor, { distance, mentee, score })
    if (holding.isFull(mentor)) queue.push(distance, mentor)
    else end = { distance, mentor, mentee: nobody }
  }

  function look(mentee: number): void {
    const mentors = candidates.mentors(mentee)
    const scores = candidates.scores(mentee)
    for (let index = 0; index < mentors.length; index += 1) {
      reach(mentee, mentors[index] as number, scores[index] as number)
    }
    // Those who are no candidates may come to matter from here on.
    const again = (bases[mentee] as number) - candidates.bound(mentee)
    if (again < end.distance) queue.push(again, -1 - mentee)
  }

  /** At the second time in one search ties are in the way: then everybody is looked at, and nothing is kept. */
  function lookFurther(mentee: number): void {
    if (!widened.has(mentee)) {
      widened.add(mentee)
      candidates.choose(mentee, prices)
      look(mentee)
      return
    }
    const row = candidates.row(mentee)
    for (let mentor = 0; mentor < row.length; mentor += 1) {
      if (row[mentor] !== forbidden) reach(mentee, mentor, row[mentor] as number)
    }
  }

  function visit(mentee: number, base: number): void {
    bases[mentee] = base
    const left = base - problem.unmatched
    if (left < end.distance) end = { distance: left, mentor: nobody, mentee }
    look(mentee)
  }

  function search(root: number): void {
    end = { distance: Number.POSITIVE_INFINITY, mentor: nobody, mentee: nobody }
    visit(root, Math.max(wishOf(root, candidates, prices).value, problem.unmatched))
    for (let key = queue.nextKey(); key < end.distance; key = queue.nextKey()) {
      const item = queue.pop()
      if (item < 0) lookFurther(-1 - item)
      else if (!finished.has(item)) {
        finished.add(item)
        for (let place = 0; place < holding.count(item); place += 1) {
          const mentee = holding.held(item, place)
          visit(mentee, key + (scoreOf[mentee] as number) - (prices[item] as number))
        }
      }
    }
  }

  function raisePrices(): void {
    for (const mentor of finished) {
      const { distance } = steps.get(mentor) as Step
      prices[mentor] = (prices[mentor] as number) + end.distance - distance
    }
  }

  /** From the end of the chain back to its beginning. */
  function move(): void {
    let free = end.mentor
    if (end.mentee !== nobody) {
      free = mentorOf[end.mentee] as number
      holding.release(end.mentee)
    }
    while (free !== nobody) {
      const { mentee, score } = steps.get(free) as Step
      const before = mentorOf[mentee] as number
      holding.release(mentee)
      holding.take(free, mentee, score)
      free = before
    }
  }

  return {
    place: (mentee) => {
      search(mentee)
      raisePrices()
      move()
      queue.clear()
      steps.clear()
      finished.clear()
      widened.clear()
    },
  }
}
