import type { Program } from '../program/program.ts'
import { type MatchPart, type MatchWeights, programTemplates } from '../program/types.ts'
import {
  type Column,
  type Favour,
  favourColumn,
  rowWriter,
  type ValueColumn,
  valueColumn,
  wordColumn,
} from './columns.ts'
import type { IdPair, Pool } from './eligibility.ts'
import { type ListPart, type Part, partsOn } from './parts.ts'

/** What every score is out of. */
export const highestScore = 10_000

export interface Scoring {
  readonly weights: MatchWeights
  /** Pairs that one of the two has named. */
  readonly preferences: readonly Favour[]
  /** Pairs of the draft so far: a new run moves nobody without need. */
  readonly standing: readonly IdPair[]
}

/** Scores of pairs, by position in the pool: whole numbers from 0 to 10,000, whatever the rules say. */
export interface Scores {
  /** Writes the score of each of these mentors for this mentee; into other places it writes anything. */
  write(mentee: number, into: Int32Array, among: Int32Array): void
  /** What each part gives to one pair. */
  partsOf(mentee: number, mentor: number): ReadonlyMap<MatchPart, number>
}

/**
 * Makes columns of the pool, in which people who are alike in a part share a table: a row of 5,000 mentors takes some
 * ten microseconds. What a row gives is what the parts of its pairs add up to.
 */
export function createScores(pool: Pool, { weights, preferences, standing }: Scoring): Scores {
  const points = pointsOf(weights)
  const named = Object.entries(partsOn(pool.on)) as [ListPart, Part][]
  const parts = named.filter(([name]) => points[name] > 0)
  const words = parts.flatMap(([name, part]): Named<Column>[] =>
    part.form === 'words' ? [[name, wordColumn(pool, part, points[name])]] : [],
  )
  const values = parts.flatMap(([name, part]): Named<ValueColumn>[] =>
    part.form === 'value' ? [[name, valueColumn(pool, part, points[name])]] : [],
  )
  const favours: Named<Column>[] = [
    ['preference', favourColumn(pool, preferences, points.preference)],
    ['standing', favourColumn(pool, standing.map(whole), points.standing)],
  ]
  const writeValues = rowWriter(
    pool.mentors.length,
    values.map(([, column]) => column),
  )
  const sparse = [...words, ...favours]
  return {
    write: (mentee, into, among) => {
      writeValues(mentee, into, among)
      for (const [, column] of sparse) column.add(mentee, into)
    },
    partsOf: (mentee, mentor) =>
      new Map([...values, ...sparse].map(([name, column]) => [name, column.points(mentee, mentor)])),
  }
}

type Named<Value> = [MatchPart, Value]

function whole(pair: IdPair): Favour {
  return { ...pair, share: 1 }
}

/** What the program sets itself, and the rest from its type. */
export function weightsOf({ type, match }: Program): MatchWeights {
  const usual = Object.entries(programTemplates[type].weights) as [MatchPart, number][]
  return Object.fromEntries(
    usual.map(([part, weight]) => [part, match.weights[part] ?? weight]),
  ) as unknown as MatchWeights
}

/** Shares the highest score out by weight, so that the parts never add up to more. */
function pointsOf(weights: MatchWeights): Record<MatchPart, number> {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0)
  const entries = Object.entries(weights).map(([name, weight]) => [
    name,
    sum === 0 ? 0 : Math.floor((highestScore * weight) / sum),
  ])
  return Object.fromEntries(entries)
}
