import type { IdPair, Pool } from './eligibility.ts'
import type { Member } from './member.ts'
import type { Part, Value } from './parts.ts'

/** One part of the score, ready for whole rows of mentors. */
export interface Column {
  add(mentee: number, into: Int32Array): void
  points(mentee: number, mentor: number): number
}

/** A part in which mentors are alike by classes: their codes, and what each class gives to a mentee. */
export interface ValueColumn {
  readonly codes: Int32Array
  readonly classes: number
  /** May be written over at the next call. */
  tableFor(mentee: number): Int32Array
  points(mentee: number, mentor: number): number
}

/** Somebody asked for this pair, or it stands already: how much of the part's points it gets, 0 to 1. */
export interface Favour extends IdPair {
  readonly share: number
}

type PartOf<Form extends Part['form']> = Extract<Part, { form: Form }>

/** By word, the mentors who have it: few of them have any given one. */
export function wordColumn({ mentees, mentors }: Pool, part: PartOf<'words'>, most: number): Column {
  const having = mentorsByWord(mentors, part)
  const tableFor = tablesBySize((common, words) => Math.round(most * part.share(common, words)))
  const wanted = mentees.map((mentee) => {
    const words = [...new Set(part.wanted(mentee))]
    return { lists: words.flatMap((word) => having.get(word) ?? []), table: tableFor(words.length) }
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

/** By how many words there are: what having so many of them in common is worth. Many want as many words as others. */
function tablesBySize(points: (common: number, words: number) => number): (words: number) => Int32Array {
  const tables = new Map<number, Int32Array>()
  return (words) => {
    const known = tables.get(words)
    if (known) return known
    const table = Int32Array.from({ length: words + 1 }, (_, common) => common && points(common, words))
    tables.set(words, table)
    return table
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
export function valueColumn({ mentees, mentors }: Pool, part: PartOf<'value'>, most: number): ValueColumn {
  const ours = classesOf(mentees, part)
  const theirs = classesOf(mentors, part)
  const tables = new Map<number, Int32Array>()
  const pointsFor = (mentee: Value, mentor: Value) => Math.round(most * part.share(mentee, mentor))
  const tableFor = (mentee: number) => {
    const code = ours.codes[mentee] as number
    const known = tables.get(code)
    if (known) return known
    const table = Int32Array.from(theirs.values, (mentor) => pointsFor(ours.values[code], mentor))
    if (tables.size >= mostTables) tables.clear()
    tables.set(code, table)
    return table
  }
  const { codes, values } = theirs
  return {
    codes,
    classes: values.length,
    tableFor,
    points: (mentee, mentor) => tableFor(mentee)[codes[mentor] as number] ?? 0,
  }
}

/** Writes what these columns together give to each of these mentors; into other places it writes anything. */
export type RowWriter = (mentee: number, into: Int32Array, among: Int32Array) => void

/** Four columns at a time, because each pass over a row costs time. */
export function rowWriter(mentors: number, columns: readonly ValueColumn[]): RowWriter {
  const nothing = new Int32Array(1)
  const codes = new Int32Array(mentors)
  const empty: ValueColumn = { codes, classes: 1, tableFor: () => nothing, points: () => 0 }
  const few = joined(columns, mentors / leastToAClass)
  const fours = Array.from({ length: Math.ceil(few.length / 4) }, (_, at) => {
    const [a = empty, b = empty, c = empty, d = empty] = few.slice(4 * at, 4 * at + 4)
    return [a, b, c, d] as const
  })
  return (mentee, into, among) => {
    into.fill(0)
    for (const four of fours) addFour(four, mentee, { into, among })
  }
}

/** A table of as many classes as there are mentors would save nothing. */
const leastToAClass = 4

/** Fewer columns that give the same together: the two of the fewest classes become one while theirs stay few. */
function joined(columns: readonly ValueColumn[], most: number): readonly ValueColumn[] {
  const [one, other, ...rest] = columns.toSorted((a, b) => a.classes - b.classes)
  if (!one || !other) return columns
  const both = joinedOf(one, other)
  return both.classes > most ? columns : joined([both, ...rest], most)
}

/** Mentors are alike in it where they are alike in both. */
function joinedOf(one: ValueColumn, other: ValueColumn): ValueColumn {
  const keys = one.codes.map((code, mentor) => code * other.classes + (other.codes[mentor] as number))
  const classes = [...new Set(keys)]
  const classOf = new Map(classes.map((key, at) => [key, at]))
  const ones = Int32Array.from(classes, (key) => Math.floor(key / other.classes))
  const others = Int32Array.from(classes, (key) => key % other.classes)
  const sums = new Int32Array(classes.length)
  return {
    codes: keys.map((key) => classOf.get(key) ?? 0),
    classes: classes.length,
    tableFor: (mentee) => {
      const a = one.tableFor(mentee)
      const b = other.tableFor(mentee)
      for (let at = 0; at < sums.length; at += 1) {
        sums[at] = (a[ones[at] as number] as number) + (b[others[at] as number] as number)
      }
      return sums
    },
    points: (mentee, mentor) => one.points(mentee, mentor) + other.points(mentee, mentor),
  }
}

function addFour(
  [one, two, three, four]: readonly [ValueColumn, ValueColumn, ValueColumn, ValueColumn],
  mentee: number,
  { into, among }: { readonly into: Int32Array; readonly among: Int32Array },
): void {
  const [a, b, c, d] = [one.codes, two.codes, three.codes, four.codes]
  const forA = one.tableFor(mentee)
  const forB = two.tableFor(mentee)
  const forC = three.tableFor(mentee)
  const forD = four.tableFor(mentee)
  for (let at = 0; at < among.length; at += 1) {
    const mentor = among[at] as number
    into[mentor] =
      (into[mentor] as number) +
      (forA[a[mentor] as number] as number) +
      (forB[b[mentor] as number] as number) +
      (forC[c[mentor] as number] as number) +
      (forD[d[mentor] as number] as number)
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

/** Single pairs and what they get; a pair that is named twice gets the greater. */
export function favourColumn({ mentees, mentors }: Pool, favours: readonly Favour[], most: number): Column {
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
