import { nearestWord } from '../core/message/nearest-word.ts'
import {
  parseRosterRow,
  type RosterProblem,
  type RosterRow,
  repeatsIn,
  requiredRosterColumns,
  rosterColumns,
  rosterLists,
} from '../core/people/roster.ts'
import { type CsvRecord, readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'

export interface Roster {
  /** The rows that are right, in the order of the file. */
  readonly rows: readonly RosterRow[]
  /** All that is wrong, in the order of the file. With an error about the whole file there are no rows. */
  readonly errors: readonly RosterProblem[]
  /** Columns that Rounds does not know, as written, with the one that was perhaps meant. */
  readonly ignoredColumns: readonly { readonly column: string; readonly meant?: string }[]
}

const LIMIT_BYTES = 10 * 1024 * 1024
const LIMIT_ROWS = 20_000
const LIMIT_COLUMNS = 300
const REMEDY = 'in Excel save it as “CSV UTF-8 (comma delimited)”'

/**
 * Reads a CSV of people as spreadsheets write it, of 20,000 rows at most, or fewer. Never throws: what is wrong is said
 * with line and column.
 */
export function readRoster(bytes: Uint8Array, mostRows = LIMIT_ROWS): Roster {
  const decoded = decodeText(bytes, { limitBytes: LIMIT_BYTES, remedy: REMEDY })
  if ('problem' in decoded) return unreadable({ line: 1, problem: decoded.problem })
  const table = readCsv(decoded.text)
  if ('problem' in table) return unreadable(table)
  const [header, ...records] = table.records
  if (!header) return unreadable({ line: 1, problem: 'this file is empty' })
  if (header.cells.length > LIMIT_COLUMNS) {
    return unreadable({ line: header.line, problem: `this file has more than ${LIMIT_COLUMNS} columns` })
  }
  const { columns, errors, ignoredColumns } = readHeader(header)
  if (errors.length > 0) return { rows: [], errors, ignoredColumns }
  if (records.length > mostRows)
    return unreadable({
      line: 1,
      problem: `this file has more than ${mostRows} rows: split it into smaller files`,
    })

  const listSeparator = table.delimiter === ';' ? '|' : ';'
  return { ...readRows(records, { columns, listSeparator }), ignoredColumns }
}

function unreadable(error: RosterProblem): Roster {
  return { rows: [], errors: [error], ignoredColumns: [] }
}

interface Header {
  /** By position; undefined where the column is ignored. */
  readonly columns: readonly (string | undefined)[]
  readonly errors: readonly RosterProblem[]
  readonly ignoredColumns: Roster['ignoredColumns']
}

function readHeader({ line, cells }: CsvRecord): Header {
  const columns = cells.map((cell) => {
    const name = cell.toLowerCase().replace(/[\s-]+/g, '_')
    return rosterColumns.includes(name) ? name : undefined
  })
  const ignored = cells.filter((cell, index) => cell !== '' && columns[index] === undefined)
  const missing = requiredRosterColumns.filter((name) => !columns.includes(name))
  return {
    columns,
    errors: [...repeatedColumns(columns), ...missing.map((name) => missingColumn(name, ignored))].map(
      (error) => ({ line, ...error }),
    ),
    ignoredColumns: ignored.map((cell) => {
      const meant = nearestWord(cell, rosterColumns)
      return { column: cell.slice(0, 60), ...(meant && { meant }) }
    }),
  }
}

function repeatedColumns(columns: Header['columns']) {
  const again = columns.filter((name, index) => name !== undefined && columns.indexOf(name) < index)
  return [...new Set(again)].flatMap((column) =>
    column ? [{ column, problem: 'this column stands here twice' }] : [],
  )
}

function missingColumn(column: string, ignored: readonly string[]) {
  const like = ignored.find((cell) => nearestWord(cell, rosterColumns) === column)
  const hint = like === undefined ? '' : `: rename “${like.slice(0, 60)}” to ${column}`
  return { column, problem: `this column is required, and missing${hint}` }
}

interface Layout {
  readonly columns: Header['columns']
  readonly listSeparator: string
}

function readRows(records: readonly CsvRecord[], layout: Layout): Pick<Roster, 'rows' | 'errors'> {
  const rows: RosterRow[] = []
  const errors: RosterProblem[] = []
  for (const record of records) {
    const result = readRow(record, layout)
    if ('row' in result) rows.push(result.row)
    else errors.push(...result.problems)
  }
  const repeats = repeatsIn(rows)
  const repeated = new Set(repeats.map(({ line }) => line))
  return {
    rows: rows.filter(({ line }) => !repeated.has(line)),
    errors: [...errors, ...repeats].sort((a, b) => a.line - b.line),
  }
}

function readRow({ line, cells }: CsvRecord, { columns, listSeparator }: Layout) {
  if (cells.slice(columns.length).some(Boolean)) {
    const problem = `this row has ${cells.length} cells, the header ${columns.length}: perhaps a cell with a separator in it needs quotation marks`
    return { problems: [{ line, problem }] }
  }
  const named = cells.flatMap((cell, index): [string, string | string[]][] => {
    const column = columns[index]
    if (column === undefined || cell === '') return []
    return [[column, rosterLists.has(column) ? itemsOf(cell, listSeparator) : cell]]
  })
  return parseRosterRow({ line, cells: Object.fromEntries(named) })
}

function itemsOf(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean)
}
