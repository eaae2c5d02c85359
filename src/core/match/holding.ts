import { nobody, type Problem } from './problem.ts'

/** Who is with whom so far, and at which price. */
export interface Holding {
  /** By mentee. */
  readonly mentorOf: Int32Array
  /** By mentee: the score with the mentor they have. */
  readonly scoreOf: Int32Array
  /** By mentor: what a place with them is worth to others. 0 while one is free; never lowered. */
  readonly prices: Float64Array
  isFull(mentor: number): boolean
  /** How many mentees the mentor has. */
  count(mentor: number): number
  /** The mentee at this place of the mentor, from 0. */
  held(mentor: number, place: number): number
  take(mentor: number, mentee: number, score: number): void
  release(mentee: number): void
}

export function createHolding({ mentees, capacities }: Problem): Holding {
  const first = new Int32Array(capacities.length + 1)
  capacities.forEach((capacity, mentor) => {
    first[mentor + 1] = (first[mentor] as number) + capacity
  })
  const places = new Int32Array(first[capacities.length] as number)
  const counts = new Int32Array(capacities.length)
  const mentorOf = new Int32Array(mentees).fill(nobody)
  const scoreOf = new Int32Array(mentees)
  return {
    mentorOf,
    scoreOf,
    prices: new Float64Array(capacities.length),
    isFull: (mentor) => (counts[mentor] as number) === (capacities[mentor] as number),
    count: (mentor) => counts[mentor] as number,
    held: (mentor, place) => places[(first[mentor] as number) + place] as number,
    take: (mentor, mentee, score) => {
      places[(first[mentor] as number) + (counts[mentor] as number)] = mentee
      counts[mentor] = (counts[mentor] as number) + 1
      mentorOf[mentee] = mentor
      scoreOf[mentee] = score
    },
    release: (mentee) => {
      const mentor = mentorOf[mentee] as number
      if (mentor === nobody) return
      const start = first[mentor] as number
      const last = start + (counts[mentor] as number) - 1
      places[places.indexOf(mentee, start)] = places[last] as number
      counts[mentor] = (counts[mentor] as number) - 1
      mentorOf[mentee] = nobody
    },
  }
}
