import { forbidden, nobody, type Problem } from '../../../src/core/match/problem.ts'

/** A problem of the scores of every mentee and mentor. */
export function problem(
  rows: readonly (readonly number[])[],
  capacities: readonly number[],
  unmatched = -1000,
): Problem {
  return {
    mentees: rows.length,
    capacities,
    unmatched,
    scores: (mentee, into) => into.set(rows[mentee] ?? []),
  }
}

/** The total of an assignment; throws where it breaks a hard rule or a capacity. */
export function totalOf({ mentees, capacities, unmatched, scores }: Problem, mentorOf: Int32Array): number {
  const row = new Int32Array(capacities.length)
  const taken = capacities.map(() => 0)
  let total = 0
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const mentor = mentorOf[mentee] ?? nobody
    scores(mentee, row)
    if (mentor !== nobody && row[mentor] === forbidden) throw new Error('a hard rule is broken')
    if (mentor !== nobody) taken[mentor] = (taken[mentor] ?? 0) + 1
    total += row[mentor] ?? unmatched
  }
  if (taken.some((count, mentor) => count > (capacities[mentor] ?? 0)))
    throw new Error('a mentor has too many')
  return total
}
