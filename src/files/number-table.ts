import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'

export interface NumberRow {
  readonly line: number
  /** What stands in the columns of names, in their order as asked for. */
  readonly names: readonly string[]
  readonly number: number
}

export interface TableProblem {
  readonly line: number
  readonly problem: string
}

const LIMIT_BYTES = 512 * 1024 * 1024
const LARGEST = 1_000_000_000

/**
 * Reads a CSV of names and one whole number a row, with a header in any order; columns not asked for are left alone.
 * All that is wrong is said with its line.
 */
export function readNumberTable(
  bytes: Uint8Array,
  columns: { readonly names: readonly string[]; readonly number: string },
): { readonly rows: readonly NumberRow[]; readonly problems: readonly TableProblem[] } {
  const wrong = (line: number, problem: string) => ({ rows: [], problems: [{ line, problem }] })
  const decoded = decodeText(bytes, { limitBytes: LIMIT_BYTES, remedy: 'save it as CSV in UTF-8' })
  if ('problem' in decoded) return wrong(1, decoded.problem)
  const table = readCsv(decoded.text)
  if ('problem' in table) return wrong(table.line, table.problem)
  const [header, ...records] = table.records
  const found = (header?.cells ?? []).map((cell) => cell.toLowerCase())
  const missing = [...columns.names, columns.number].filter((name) => !found.includes(name))
  if (missing.length > 0) return wrong(1, `the header has no column ${missing.join(' and no column ')}`)

  const places = columns.names.map((name) => found.indexOf(name))
  const numberAt = found.indexOf(columns.number)
  const rows: NumberRow[] = []
  const problems: TableProblem[] = []
  for (const { line, cells } of records) {
    const names = places.map((place) => cells[place] ?? '')
    const written = cells[numberAt] ?? ''
    const nameless = columns.names.filter((_, index) => names[index] === '')
    for (const name of nameless) problems.push({ line, problem: `${name} is empty` })
    if (!isWhole(written)) problems.push({ line, problem: `${columns.number} must be a whole number` })
    rows.push({ line, names, number: Number(written) })
  }
  return { rows, problems }
}

function isWhole(written: string): boolean {
  return /^-?\d{1,10}$/.test(written) && Math.abs(Number(written)) <= LARGEST
}
