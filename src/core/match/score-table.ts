import type { Assignment } from './assign.ts'
import { forbidden, nobody, type Problem } from './problem.ts'

export interface ScoreRow {
  readonly line: number
  readonly mentee: string
  readonly mentor: string
  readonly score: number
}

export interface CapacityRow {
  readonly line: number
  readonly mentor: string
  readonly capacity: number
}

export interface TableProblem {
  readonly table: 'scores' | 'capacities'
  readonly line: number
  readonly problem: string
}

/** A problem whose people have names. */
export interface NamedProblem {
  readonly problem: Problem
  readonly mentees: readonly string[]
  readonly mentors: readonly string[]
}

const mostEach = 20

/**
 * The problem of a table of every allowed pair and one of every mentor's capacity; pairs that are not in it are
 * forbidden. Without a value for a mentee who is left unmatched, it is so low that most are matched first.
 */
export function problemOf(
  scores: readonly ScoreRow[],
  capacities: readonly CapacityRow[],
  unmatched?: number,
): NamedProblem | { readonly problems: readonly TableProblem[] } {
  const capacityOf = new Map(capacities.map(({ mentor, capacity }) => [mentor, capacity]))
  const problems = [...wrongCapacities(capacities), ...wrongScores(scores, capacityOf)]
  if (problems.length > 0) return { problems }

  const mentees = sorted(scores.map(({ mentee }) => mentee))
  const mentors = sorted(capacityOf.keys())
  const positions = new Map(mentors.map((mentor, position) => [mentor, position]))
  const rows = Map.groupBy(scores, ({ mentee }) => mentee)
  const lists = mentees.map((mentee) => {
    const list = rows.get(mentee) ?? []
    return {
      mentors: Int32Array.from(list, ({ mentor }) => positions.get(mentor) ?? nobody),
      scores: Int32Array.from(list, ({ score }) => score),
    }
  })
  const highest = scores.reduce((most, { score }) => Math.max(most, score), 0)
  const problem: Problem = {
    mentees: mentees.length,
    capacities: mentors.map((mentor) => capacityOf.get(mentor) ?? 0),
    unmatched: unmatched ?? -(1 + mentees.length * highest),
    scores: (mentee, into) => {
      into.fill(forbidden)
      lists[mentee]?.mentors.forEach((mentor, index) => {
        into[mentor] = lists[mentee]?.scores[index] ?? forbidden
      })
    },
  }
  return { problem, mentees, mentors }
}

/** The pairs of an assignment by name, with the total of all scores and of everybody left unmatched. */
export function pairsOf(
  { problem, mentees, mentors }: NamedProblem,
  { mentorOf }: Assignment,
): {
  readonly pairs: readonly { readonly mentee: string; readonly mentor: string; readonly score: number }[]
  readonly total: number
  readonly leftOver: readonly string[]
} {
  const row = new Int32Array(mentors.length)
  const placed = mentees.map((mentee, position) => {
    problem.scores(position, row)
    const mentor = mentorOf[position] ?? nobody
    return { mentee, mentor: mentors[mentor], score: row[mentor] ?? problem.unmatched }
  })
  return {
    pairs: placed.flatMap(({ mentor, ...pair }) => (mentor === undefined ? [] : [{ ...pair, mentor }])),
    total: placed.reduce((sum, { score }) => sum + score, 0),
    leftOver: placed.flatMap(({ mentee, mentor }) => (mentor === undefined ? [mentee] : [])),
  }
}

function wrongCapacities(rows: readonly CapacityRow[]): TableProblem[] {
  const seen = new Set<string>()
  return rows.flatMap(({ line, mentor, capacity }) => {
    const at = { table: 'capacities', line } as const
    const again = seen.has(mentor)
    seen.add(mentor)
    if (again) return [{ ...at, problem: `${mentor} stands there twice` }]
    const fits = capacity >= 0 && capacity <= mostEach
    return fits ? [] : [{ ...at, problem: `a capacity is 0 to ${mostEach}` }]
  })
}

function wrongScores(rows: readonly ScoreRow[], capacityOf: ReadonlyMap<string, number>): TableProblem[] {
  const seen = new Map<string, Set<string>>()
  return rows.flatMap(({ line, mentee, mentor }) => {
    const at = { table: 'scores', line } as const
    const before = seen.get(mentee) ?? new Set()
    seen.set(mentee, before)
    if (before.has(mentor)) return [{ ...at, problem: `${mentee} and ${mentor} stand there twice` }]
    before.add(mentor)
    return capacityOf.has(mentor) ? [] : [{ ...at, problem: `${mentor} has no capacity in the other file` }]
  })
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))
}
