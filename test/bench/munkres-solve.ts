// The yardstick: munkres on a matrix that match-solve.ts left in a file, each mentor there as often as they have places.
// Prints JSON.
import { readFile } from 'node:fs/promises'
import { munkres } from 'munkres'
import type { SolvedByOthers } from './match-yardsticks.ts'

const [path = '', ...sizes] = process.argv.slice(2)
const [mentees = 0, mentors = 0, capacity = 0] = sizes.map(Number)
const bytes = await readFile(path)
const scores = new Int16Array(bytes.buffer, bytes.byteOffset, mentees * mentors)
const costOf = (mentee: number, slot: number) => {
  const score = scores[mentee * mentors + Math.floor(slot / capacity)] ?? Number.NaN
  return score < 0 ? Number.POSITIVE_INFINITY : -score
}
const costs = Array.from({ length: mentees }, (_, mentee) =>
  Array.from({ length: mentors * capacity }, (_slot, slot) => costOf(mentee, slot)),
)

const began = performance.now()
const pairs = munkres(costs)
const seconds = (performance.now() - began) / 1000

const total = pairs.reduce((sum, [mentee, slot]) => sum - costOf(mentee, slot), 0)
process.stdout.write(JSON.stringify({ seconds, total } satisfies SolvedByOthers))
