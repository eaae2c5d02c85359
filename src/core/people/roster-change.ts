import { describeRange } from './hours.ts'
import type { RosterRow } from './roster.ts'

/** A cell of the staff list as it is kept: dates as ISO text, days of the week by number, lists as lists. */
type Cell = string | number | readonly (string | number)[]

/** What the staff list says of a person, by column. A column that says nothing is absent. */
export type RosterCells = Readonly<Record<string, Cell>>

export interface RosterChange {
  /** What holds from now on. */
  readonly cells: RosterCells
  /** The columns that differ from before. */
  readonly changed: readonly string[]
  /** Columns that the row would change, but the person set themselves. */
  readonly kept: readonly string[]
}

/**
 * What a row of a file changes of a person. A cell left empty says nothing, so what is known stays; what the person
 * edited stays, too, unless it is to be overwritten. For somebody new the defaults fill up what is needed to write to them.
 */
export function changeByRow(
  row: RosterRow,
  known: { readonly cells: RosterCells; readonly edited: readonly string[] } | undefined,
  rules: { readonly timeZone: string; readonly overwrite: boolean },
): RosterChange {
  const before: RosterCells = known?.cells ?? {}
  const cells: Record<string, Cell> = known ? { ...before } : defaultsFor(rules.timeZone)
  const changed: string[] = []
  const kept: string[] = []
  for (const [column, cell] of Object.entries(cellsOf(row))) {
    if (JSON.stringify(cell) === JSON.stringify(before[column])) continue
    if (known?.edited.includes(column) && !rules.overwrite) {
      kept.push(column)
      continue
    }
    cells[column] = cell
    changed.push(column)
  }
  return { cells, changed, kept }
}

/** The columns by which it is decided when somebody may be written to. */
export function changesHours({ changed }: Pick<RosterChange, 'changed'>): boolean {
  return changed.some((column) => hoursColumns.has(column))
}

const hoursColumns: ReadonlySet<string> = new Set([
  'time_zone',
  'contact_days',
  'contact_from',
  'contact_to',
  'leave',
])

/** CONTRACT, *The CSV of people*. */
function defaultsFor(timeZone: string): Record<string, Cell> {
  return {
    time_zone: timeZone,
    contact_days: [1, 2, 3, 4, 5],
    contact_from: '09:00',
    contact_to: '19:00',
    leave: [],
  }
}

function cellsOf(row: RosterRow): RosterCells {
  const cells: Record<string, Cell | undefined> = {
    name: row.name,
    profession: row.profession,
    grade: row.grade,
    specialty: row.specialty,
    area: row.area,
    sites: row.sites,
    registered_on: row.registeredOn?.toString(),
    joined_on: row.joinedOn?.toString(),
    leaves_on: row.leavesOn?.toString(),
    trained_on: row.trainedOn?.toString(),
    skills_offered: row.skillsOffered,
    skills_sought: row.skillsSought,
    aims: row.aims,
    languages: row.languages,
    contact_style: row.contactStyle,
    capacity: row.capacity,
    manager_email: row.managerEmail,
    never_with: row.neverWith,
    time_zone: row.timeZone,
    contact_days: row.contactDays,
    contact_from: row.contactFrom,
    contact_to: row.contactTo,
    leave: row.leave?.map(describeRange),
  }
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]) => (cell === undefined ? [] : [[column, cell]])),
  )
}
