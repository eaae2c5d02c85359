// The solver alone, on a matrix of real scores, in a process of its own; the matrix is left in a file for others to
// solve, a 16-bit whole number for each mentee and mentor, -1 where the two may not be a pair. Prints JSON.
import { writeFile } from 'node:fs/promises'
import { assign } from '../../src/core/match/assign.ts'
import { boundOf } from '../../src/core/match/bound.ts'
import { createEligibility } from '../../src/core/match/eligibility.ts'
import { forbidden, nobody, type Problem } from '../../src/core/match/problem.ts'
import { createScores } from '../../src/core/match/score.ts'
import { poolOf, type Staff, scoring } from './staff.ts'

export interface Solved {
  readonly seconds: number
  readonly total: number
  readonly gap: number
}

const staff: Staff = JSON.parse(process.argv[2] ?? '')
const { mentees, mentors, capacity } = staff
const matrix = matrixOf(staff)
await writeFile(
  process.argv[3] ?? '',
  Int16Array.from(matrix, (score) => (score === forbidden ? -1 : score)),
)
const rowOf = (mentee: number) => matrix.subarray(mentee * mentors, (mentee + 1) * mentors)
const problem: Problem = {
  mentees,
  capacities: Array(mentors).fill(capacity),
  unmatched: -100_000_000,
  scores: (mentee, into) => into.set(rowOf(mentee)),
}

const began = performance.now()
const { mentorOf, prices } = assign(problem)
const seconds = (performance.now() - began) / 1000

if (mentorOf.includes(nobody))
  throw new Error('Somebody is left over: a matrix of slots alone cannot say that.')
const total = mentorOf.reduce((sum, mentor, mentee) => sum + (rowOf(mentee)[mentor] ?? Number.NaN), 0)
const gap = boundOf(problem, prices) - total
process.stdout.write(JSON.stringify({ seconds, total, gap } satisfies Solved))

function matrixOf(size: Staff): Int32Array {
  const pool = poolOf(size)
  const scores = createScores(pool, scoring)
  const eligibility = createEligibility(pool)
  const all = new Int32Array(mentees * mentors)
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const row = all.subarray(mentee * mentors, (mentee + 1) * mentors)
    scores.write(mentee, row, eligibility.among(mentee))
    eligibility.mask(mentee, row)
  }
  return all
}
