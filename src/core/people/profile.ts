import { type FieldErrors, textIn, type Values } from '../message/form.ts'
import type { RosterCells } from './roster-change.ts'

/** What a person can say of themselves, by the columns of the staff list. */
export const profileColumns = [
  'profession',
  'grade',
  'specialty',
  'sites',
  'registered_on',
  'languages',
  'aims',
  'skills_sought',
  'skills_offered',
  'contact_style',
  'capacity',
] as const
export type ProfileColumn = (typeof profileColumns)[number]

/** On which sides somebody takes part, in all their programs together. */
export interface Sides {
  readonly isMentor: boolean
  readonly isMentee: boolean
}

/** The two short forms of the profile. */
export const workColumns: readonly ProfileColumn[] = [
  'profession',
  'grade',
  'specialty',
  'sites',
  'registered_on',
  'languages',
]

/** The second form: what mentoring is to be for them. */
export function mentoringColumns({ isMentor, isMentee }: Sides): ProfileColumn[] {
  return [
    ...(isMentee ? (['aims', 'skills_sought'] as const) : []),
    ...(isMentor ? (['skills_offered', 'capacity'] as const) : []),
    'contact_style',
  ]
}

export const listColumns: ReadonlySet<ProfileColumn> = new Set([
  'sites',
  'languages',
  'aims',
  'skills_sought',
  'skills_offered',
])

/** CONTRACT, *The CSV of people*: a list holds so many entries of such a length; aims are whole sentences. */
const limitsOf = (column: ProfileColumn) =>
  column === 'aims' ? { most: 20, longest: 500 } : { most: 50, longest: 120 }
export const longestText = 500
export const mostMentees = 20
/** Chosen where the staff list has words of its own for it, and they are to stay. */
export const styleAsNow = 'as-now'
const EARLIEST_YEAR = 1940

export type ProfileCell = string | number | readonly string[] | null

/** What is written in a field for a column; empty where nothing is known. */
export function fieldText(cells: RosterCells, column: ProfileColumn): string {
  const cell = cells[column]
  if (Array.isArray(cell)) return cell.join('\n')
  if (column === 'capacity') return String(cell ?? 1)
  return cell === undefined ? '' : String(cell)
}

/**
 * What the form changes, by column: only what differs from what stood in it when it was opened, so that a second form
 * that was open meanwhile takes nothing back. `opened`: the mark of each field's words then.
 */
export function readProfile(
  values: Values,
  asked: readonly AskedColumn[],
  at: { readonly before: RosterCells; readonly today: Temporal.PlainDate },
): { readonly changed: Readonly<Record<string, ProfileCell>> } | { readonly errors: FieldErrors } {
  const changed: Record<string, ProfileCell> = {}
  const errors: Record<string, string> = {}
  for (const { column, mark } of asked) {
    const text = textIn(values, column)
    if (text === styleAsNow || markOf(text) === mark) continue
    if (plain(text) === plain(fieldText(at.before, column))) continue
    const read = readColumn(column, text, at)
    if ('problem' in read) errors[column] = read.problem
    else changed[column] = read.cell
  }
  return Object.keys(errors).length > 0 ? { errors } : { changed }
}

/** A column that a form asks, and the mark of what stood in its field when it was opened. */
export interface AskedColumn {
  readonly column: ProfileColumn
  readonly mark?: string
}

/** A short mark of some words: the same words have the same mark, whatever a platform does to their line ends. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of plain(text)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}

function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

type ReadColumn = { readonly cell: ProfileCell } | { readonly problem: string }

function readColumn(
  column: ProfileColumn,
  text: string,
  { before, today }: { readonly before: RosterCells; readonly today: Temporal.PlainDate },
): ReadColumn {
  if (listColumns.has(column)) return readList(column, text, before[column])
  const written = text.replace(/\s+/g, ' ').trim()
  if (written === '') return { cell: null }
  switch (column) {
    case 'grade':
      return readGrade(written)
    case 'capacity':
      return { cell: Number(written) }
    case 'registered_on':
      return readRegistered(written, today)
    default:
      return { cell: written }
  }
}

function readGrade(written: string): ReadColumn {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(written)
    ? { cell: Number(written.replace(',', '.')) }
    : { problem: 'Please write your grade as a number, like 6. Higher is more senior.' }
}

function readRegistered(written: string, today: Temporal.PlainDate): ReadColumn {
  const date = Temporal.PlainDate.from(written)
  if (Temporal.PlainDate.compare(date, today) > 0)
    return { problem: 'This day is still to come. Please give the day on which you were registered.' }
  if (date.year < EARLIEST_YEAR) return { problem: `Please give a day from ${EARLIEST_YEAR} on.` }
  return { cell: written }
}

/** Commas and semicolons separate, too, unless an entry was written with one before; aims are sentences, one a line. */
function readList(column: ProfileColumn, text: string, before: RosterCells[string] | undefined): ReadColumn {
  const { most, longest } = limitsOf(column)
  const known = new Set(Array.isArray(before) ? before.map(String) : [])
  const lines = text.split('\n').map((line) => line.trim())
  const words =
    column === 'aims' ? lines : lines.flatMap((line) => (known.has(line) ? [line] : line.split(/[,;]/)))
  const entries = words.map((word) => word.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const each = [...new Map(entries.map((entry) => [entry.toLowerCase(), entry])).values()]
  const long = each.find((entry) => entry.length > longest)
  if (long !== undefined)
    return { problem: `“${long.slice(0, 30)}…” is too long: at most ${longest} characters a line.` }
  if (each.length > most) return { problem: `These are ${each.length}; at most ${most} can be kept.` }
  return { cell: each.length === 0 ? null : each }
}

/** What a program needs to know of somebody to find them a pair, and does not know yet; the most important first. */
export function missingFor(
  cells: RosterCells,
  { sides, rules }: { readonly sides: Sides; readonly rules: readonly string[] },
): ProfileColumn[] {
  const needed: ProfileColumn[] = [
    ...(sides.isMentee ? (['aims', 'skills_sought'] as const) : []),
    ...(sides.isMentor ? (['skills_offered'] as const) : []),
    'profession',
    ...(sides.isMentor && rules.includes('registered-12-months') ? (['registered_on'] as const) : []),
    ...(rules.includes('equal-or-senior-grade') ? (['grade'] as const) : []),
  ]
  return needed.filter((column) => isEmpty(cells[column]))
}

function isEmpty(cell: RosterCells[string] | null | undefined): boolean {
  return cell === undefined || cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)
}
