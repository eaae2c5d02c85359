/**
 * Mentees and mentors by their position in a list sorted by a stable id, so that the order of a file never matters.
 * Scores are whole numbers.
 */
export interface Problem {
  readonly mentees: number
  /** How many mentees each mentor takes. */
  readonly capacities: readonly number[]
  /** The value of a mentee without a mentor. */
  readonly unmatched: number
  /** Writes the score of every mentor for this mentee; `forbidden` where a hard rule stands between the two. */
  scores(mentee: number, into: Int32Array): void
}

/** In the place of a score: these two never. */
export const forbidden = -2_147_483_648

/** In the place of a position: nobody. */
export const nobody = -1
