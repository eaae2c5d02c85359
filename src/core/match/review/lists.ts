import { fold } from '../member.ts'
import type { Named, ReviewRow } from './review.ts'

/** The lists through which a draft is paged. */
export type ListName = 'pairs' | 'left-over' | 'locked' | 'stale'

/** How many rows one screen shows. */
export const pageRows = 6

export interface Page {
  readonly list: ListName
  readonly rows: readonly ReviewRow[]
  /** Where it begins, from 0, of so many. */
  readonly from: number
  readonly of: number
  /** Whose row comes first on the next page. */
  readonly next: string | undefined
}

/**
 * `pairs` is a list of work: first what does not hold any more, then the least sure; what is locked has been decided, and
 * comes last.
 */
export function listOf(rows: readonly ReviewRow[], list: ListName): ReviewRow[] {
  const wanted = rows.filter((row) => belongs[list](row))
  return wanted.sort((a, b) => rankOf(a) - rankOf(b) || scoreOf(a) - scoreOf(b) || byName(a, b))
}

const belongs: Readonly<Record<ListName, (row: ReviewRow) => boolean>> = {
  pairs: ({ mentorId }) => mentorId !== undefined,
  'left-over': ({ mentorId }) => mentorId === undefined,
  locked: ({ mentorId, standing }) => mentorId !== undefined && standing === 'locked',
  stale: ({ stale }) => stale !== undefined,
}

/**
 * A page of a list. It begins at the row that the press named, wherever that stands by now, so that nobody is passed over
 * when rows before it went; else at the place.
 */
export function pageOf(
  rows: readonly ReviewRow[],
  { list, from, first }: { readonly list: ListName; readonly from: number; readonly first?: string },
): Page {
  const all = listOf(rows, list)
  const named = all.findIndex(({ menteeId }) => menteeId === first)
  const last = Math.max(0, Math.ceil(all.length / pageRows) - 1) * pageRows
  const start = named === -1 ? Math.min(from, last) : named
  return {
    list,
    rows: all.slice(start, start + pageRows),
    from: start,
    of: all.length,
    next: all[start + pageRows]?.menteeId,
  }
}

/** The rows in which somebody of this name or address stands. */
export function searchRows(rows: readonly ReviewRow[], words: string): ReviewRow[] {
  const wanted = fold(words)
  const fits = ({ name, email }: Named) => (wanted.includes('@') ? email : fold(name)).includes(wanted)
  return rows
    .filter(({ mentee, mentor }) => fits(mentee) || (mentor !== undefined && fits(mentor)))
    .sort(byName)
}

function rankOf({ stale, standing, mentorId }: ReviewRow): number {
  if (stale !== undefined) return 0
  if (standing === 'locked') return 2
  return mentorId === undefined && standing === 'set-aside' ? 2 : 1
}

function scoreOf({ score }: ReviewRow): number {
  return score ?? 0
}

function byName(a: ReviewRow, b: ReviewRow): number {
  return a.mentee.name.localeCompare(b.mentee.name) || (a.menteeId < b.menteeId ? -1 : 1)
}
