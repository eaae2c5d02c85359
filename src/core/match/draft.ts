import { createEligibility, type IdPair, type Pool } from './eligibility.ts'
import type { Member, Mentor } from './member.ts'
import { describeBreach, describeFull } from './rule-words.ts'

/** A row of a draft as a coordinator gives it back. */
export interface DraftRow {
  /** Of the file, from 1. */
  readonly line: number
  /** E-mail addresses, lower case. */
  readonly mentee: string
  readonly mentor: string | undefined
  readonly locked: boolean
  /** The mentor whom the run had proposed. */
  readonly proposed: string | undefined
}

export interface DraftProblem {
  readonly line: number
  readonly problem: string
}

/** What a draft asks of the next run. */
export interface ReadDraft {
  /** Locked, or moved by hand: these stay. */
  readonly kept: readonly IdPair[]
  /** Untouched: these stay where nothing better needs their place. */
  readonly standing: readonly IdPair[]
  /** Whose mentor was taken out: they get nobody this time. */
  readonly setAside: ReadonlySet<string>
}

/** Why somebody who is not in the pool on that side cannot be in a draft. */
export type Elsewhere = (email: string, side: 'mentor' | 'mentee') => string

/**
 * Reads a draft against who can be matched now: rows that are locked or whose mentor differs from the proposed one are
 * kept. Says everything that is wrong at once, by line.
 */
export function readDraft(
  rows: readonly DraftRow[],
  pool: Pool,
  elsewhere: Elsewhere,
): ReadDraft | { readonly problems: readonly DraftProblem[] } {
  const found = rows.map((row) => ({ row, ...twoOf(row, pool) }))
  const kept = found.filter(
    ({ row }) => row.mentor !== undefined && (row.locked || row.mentor !== row.proposed),
  )
  const problems = [
    ...repeats(rows),
    ...found.flatMap((one) => strangers(one, elsewhere)),
    ...brokenRules(kept, pool),
    ...overfull(kept),
    ...rows.flatMap(({ line, mentor, locked }) =>
      locked && mentor === undefined ? [{ line, problem: 'this row is locked and names no mentor' }] : [],
    ),
  ].sort((a, b) => a.line - b.line)
  if (problems.length > 0) return { problems }

  const untouched = found.filter((one) => one.mentor && !kept.includes(one))
  return {
    kept: kept.flatMap(idsOf),
    standing: untouched.flatMap(idsOf),
    setAside: new Set(
      found.flatMap(({ row, mentee }) =>
        mentee && row.mentor === undefined && row.proposed !== undefined ? [mentee.id] : [],
      ),
    ),
  }
}

interface Found {
  readonly row: DraftRow
  readonly mentee: Member | undefined
  readonly mentor: Mentor | undefined
}

function twoOf({ mentee, mentor }: DraftRow, { mentees, mentors }: Pool): Omit<Found, 'row'> {
  return {
    mentee: mentees.find(({ email }) => email === mentee),
    mentor: mentors.find(({ email }) => email === mentor),
  }
}

function idsOf({ mentee, mentor }: Found): IdPair[] {
  return mentee && mentor ? [{ menteeId: mentee.id, mentorId: mentor.id }] : []
}

function repeats(rows: readonly DraftRow[]): DraftProblem[] {
  const lines = new Map<string, number>()
  return rows.flatMap(({ line, mentee }) => {
    const earlier = lines.get(mentee)
    if (earlier === undefined) lines.set(mentee, line)
    return earlier === undefined ? [] : [{ line, problem: `${mentee} stands already in line ${earlier}` }]
  })
}

function strangers({ row, mentee, mentor }: Found, elsewhere: Elsewhere): DraftProblem[] {
  const { line } = row
  return [
    ...(mentee ? [] : [{ line, problem: elsewhere(row.mentee, 'mentee') }]),
    ...(mentor || row.mentor === undefined ? [] : [{ line, problem: elsewhere(row.mentor, 'mentor') }]),
  ]
}

/** Whom only a private list keeps apart is worded as a full mentor. */
function brokenRules(kept: readonly Found[], pool: Pool): DraftProblem[] {
  const eligibility = createEligibility(pool)
  return kept.flatMap(({ row: { line }, mentee, mentor }) => {
    if (!mentee || !mentor) return []
    if (mentee.id === mentor.id) return [{ line, problem: 'a person cannot be their own mentor' }]
    const [one, other] = [pool.mentees.indexOf(mentee), pool.mentors.indexOf(mentor)]
    const broken = eligibility
      .objections(one, other)
      .map((rule) => ({ line, problem: describeBreach(rule, { mentee, mentor }) }))
    return eligibility.isApart(one, other) ? [{ line, problem: describeFull(mentor) }] : broken
  })
}

function overfull(kept: readonly Found[]): DraftProblem[] {
  const taken = new Map<string, number>()
  return kept.flatMap(({ row: { line }, mentor }) => {
    if (!mentor) return []
    const count = (taken.get(mentor.id) ?? 0) + 1
    taken.set(mentor.id, count)
    return count > mentor.places ? [{ line, problem: describeFull(mentor) }] : []
  })
}
