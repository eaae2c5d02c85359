import type { Program } from '../program/program.ts'
import { type MatchPart, type MatchWeights, programTemplates } from '../program/types.ts'
import type { IdPair, Pool } from './eligibility.ts'
import type { Member } from './member.ts'
import { type ListPart, type Part, partsOn, type Value } from './parts.ts'

/** What every score is out of. */
const highestScore = 10_000

/** Somebody asked for this pair, or it stands already: how much of the part's points it gets, 0 to 1. */
export interface Favour extends IdPair {
  readonly share: number
}

export interface Scoring {
  readonly weights: MatchWeights
  /** Pairs that one of the two has named. */
  readonly preferences: readonly Favour[]
  /** Pairs of the draft so far: a new run moves nobody without need. */
  readonly standing: readonly IdPair[]
}

/** Scores of pairs, by position in the pool: whole numbers from 0 to 10,000, whatever the rules say. */
export interface Scores {
  /** Writes the score of every mentor for this mentee. */
  write(mentee: number, into: Int32Array): void
  /** What each part gives to one pair. */
  partsOf(mentee: number, mentor: number): ReadonlyMap<MatchPart, number>
}

/** One part, ready for whole rows. */
interface Column {
  add(mentee: number, into: Int32Array): void
  points(mentee: number, mentor: number): number
}

/**
 * Makes columns of the pool, in which people who are alike in a part share a table: a row of 5,000 mentors takes some
 * ten microseconds. What a row gives is what the parts of its pairs add up to.
 */
export function createScores(pool: Pool, { weights, preferences, standing }: Scoring): Scores {
  const points = pointsOf(weights)
  const parts = Object.entries(partsOn(pool.on)) as [ListPart, Part][]
  const favours: [MatchPart, readonly Favour[]][] = [
    ['preference', preferences],
    ['standing', standing.map((pair) => ({ ...pair, share: 1 }))],
  ]
  const columns: [MatchPart, Column][] = [
    ...parts.map(([name, part]): [MatchPart, Column] => [name, columnOf(pool, part, points[name])]),
    ...favours.map(([name, pairs]): [MatchPart, Column] => [name, favoured(pool, pairs, points[name])]),
  ]
  const worthwhile = columns.filter(([name]) => points[name] > 0)
  return {
    write: (mentee, into) => {
      into.fill(0)
      for (const [, column] of worthwhile) column.add(mentee, into)
    },
    partsOf: (mentee, mentor) =>
      new Map(worthwhile.map(([name, column]) => [name, column.points(mentee, mentor)])),
  }
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

function columnOf(pool: Pool, part: Part, most: number): Column {
  return part.form === 'words' ? wordColumn(pool, part, most) : valueColumn(pool, part, most)
}

type PartOf<Form extends Part['form']> = Extract<Part, { form: Form }>

/** By word, the mentors who have it: few of them have any given one. */
function wordColumn({ mentees, mentors }: Pool, part: PartOf<'words'>, most: number): Column {
  const having = mentorsByWord(mentors, part)
  const wanted = mentees.map((mentee) => {
    const words = [...new Set(part.wanted(mentee))]
    return {
      lists: words.flatMap((word) => having.get(word) ?? []),
      table: Int32Array.from({ length: words.length + 1 }, (_, common) =>
        common === 0 ? 0 : Math.round(most * part.share(common, words.length)),
      ),
    }
  })
  const counts = new Uint16Array(mentors.length)
  return {
    add: (mentee, into) => {
      const { lists, table } = wanted[mentee] as (typeof wanted)[number]
      for (const list of lists) addOneMore({ list, table, counts }, into)
      for (const list of lists) for (const mentor of list) counts[mentor] = 0
    },
    points: (mentee, mentor) => {
      const { lists, table } = wanted[mentee] as (typeof wanted)[number]
      return table[lists.filter((list) => list.includes(mentor)).length] ?? 0
    },
  }
}

function mentorsByWord(mentors: readonly Member[], part: PartOf<'words'>): ReadonlyMap<string, Int32Array> {
  const having = new Map<string, number[]>()
  mentors.forEach((mentor, position) => {
    for (const word of new Set(part.offered(mentor))) {
      const list = having.get(word)
      if (list) list.push(position)
      else having.set(word, [position])
    }
  })
  return new Map([...having].map(([word, list]) => [word, Int32Array.from(list)]))
}

/** One more word in common is worth the difference to what the others were worth. */
function addOneMore(
  { list, table, counts }: { list: Int32Array; table: Int32Array; counts: Uint16Array },
  into: Int32Array,
): void {
  for (let at = 0; at < list.length; at += 1) {
    const mentor = list[at] as number
    const before = counts[mentor] as number
    counts[mentor] = before + 1
    into[mentor] = (into[mentor] as number) + (table[before + 1] as number) - (table[before] as number)
  }
}

const mostTables = 1_000

/** By the mentors' different values a table for each of the mentees' values, kept while there is room. */
function valueColumn({ mentees, mentors }: Pool, part: PartOf<'value'>, most: number): Column {
  const ours = classesOf(mentees, part)
  const theirs = classesOf(mentors, part)
  const tables = new Map<number, Int32Array>()
  const pointsFor = (mentee: Value, mentor: Value) => Math.round(most * part.share(mentee, mentor))
  const tableFor = (mentee: number) => {
    const known = tables.get(ours.codes[mentee] as number)
    if (known) return known
    const value = ours.values[ours.codes[mentee] as number]
    const table = Int32Array.from(theirs.values, (mentor) => pointsFor(value, mentor))
    if (tables.size >= mostTables) tables.clear()
    tables.set(ours.codes[mentee] as number, table)
    return table
  }
  const { codes } = theirs
  return {
    add: (mentee, into) => {
      const table = tableFor(mentee)
      for (let mentor = 0; mentor < codes.length; mentor += 1) {
        into[mentor] = (into[mentor] as number) + (table[codes[mentor] as number] as number)
      }
    },
    points: (mentee, mentor) => tableFor(mentee)[codes[mentor] as number] ?? 0,
  }
}

function classesOf(members: readonly Member[], part: PartOf<'value'>) {
  const codes = new Map<Value, number>()
  const codeOf = (value: Value) => {
    const code = codes.get(value) ?? codes.size
    codes.set(value, code)
    return code
  }
  const list = Int32Array.from(members, (member) => codeOf(part.of(member)))
  return { codes: list, values: [...codes.keys()] }
}

function favoured({ mentees, mentors }: Pool, favours: readonly Favour[], most: number): Column {
  const mentorAt = new Map(mentors.map(({ id }, position) => [id, position]))
  const rows = new Map<string, Map<number, number>>()
  for (const { menteeId, mentorId, share } of favours) {
    const mentor = mentorAt.get(mentorId)
    const row = rows.get(menteeId) ?? new Map<number, number>()
    rows.set(menteeId, row)
    if (mentor !== undefined) row.set(mentor, Math.max(row.get(mentor) ?? 0, Math.round(most * share)))
  }
  const rowOf = (mentee: number) => rows.get(mentees[mentee]?.id ?? '')
  return {
    add: (mentee, into) => {
      for (const [mentor, points] of rowOf(mentee) ?? []) into[mentor] = (into[mentor] as number) + points
    },
    points: (mentee, mentor) => rowOf(mentee)?.get(mentor) ?? 0,
  }
}
