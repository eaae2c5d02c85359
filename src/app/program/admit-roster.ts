import type { RosterProblem, RosterRow } from '../../core/people/roster.ts'
import { type Roster, readRoster } from '../../files/roster.ts'
import { refusalOf } from './admit-text.ts'

/**
 * Reads a CSV of people, and holds every cell of free words in it to the rules of the one door for text. With
 * `mostRows` a longer file is refused.
 */
export function admitRoster(bytes: Uint8Array, mostRows?: number): Roster {
  const roster = readRoster(bytes, mostRows)
  const refused = roster.rows.flatMap(refusedCells)
  const lines = new Set(refused.map(({ line }) => line))
  return {
    ...roster,
    rows: roster.rows.filter(({ line }) => !lines.has(line)),
    errors: [...roster.errors.map(withoutIdentifier), ...refused].sort((a, b) => a.line - b.line),
  }
}

/** What is wrong with a cell is often said by repeating the cell. */
function withoutIdentifier(error: RosterProblem): RosterProblem {
  return { ...error, problem: refusalOf(error.problem) ?? error.problem }
}

function refusedCells(row: RosterRow): readonly RosterProblem[] {
  const words: Readonly<Record<string, readonly string[] | string | undefined>> = {
    name: row.name,
    profession: row.profession,
    specialty: row.specialty,
    area: row.area,
    sites: row.sites,
    skills_offered: row.skillsOffered,
    skills_sought: row.skillsSought,
    aims: row.aims,
    languages: row.languages,
    contact_style: row.contactStyle,
  }
  return Object.entries(words).flatMap(([column, cell]) => {
    const refusal = [cell ?? []]
      .flat()
      .map((text) => refusalOf(text))
      .find((found) => found !== undefined)
    return refusal === undefined ? [] : [{ line: row.line, column, problem: refusal }]
  })
}
