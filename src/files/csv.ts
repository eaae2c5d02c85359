import { CsvError, parse } from 'csv-parse/sync'

/** Characters in one record: longer than any row of ours, shorter than a file that one open quote has swallowed. */
const LIMIT_RECORD = 250_000
/** Each costs the parser as much as a hundred others: millions of them would hold the process up for a minute. */
const LIMIT_UNEVEN = 20_000

export interface CsvRecord {
  /** Where the record begins, from 1. A record with quoted line breaks goes on for more. */
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvTable =
  /** Records that hold nothing are left out. */
  | { readonly delimiter: ',' | ';'; readonly records: readonly CsvRecord[] }
  | { readonly line: number; readonly problem: string }

/**
 * Reads comma or semicolon separated text with `\n` line ends, the separator as the first line shows it, or as the
 * `sep=;` line says that some spreadsheets put before it. Cells lose the space around them and the apostrophe that
 * keeps a spreadsheet from taking text for a formula.
 */
export function readCsv(text: string): CsvTable {
  const hint = /^sep=([,;])\n/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  const [firstLine = ''] = body.trimStart().split('\n', 1)
  const delimiter = hint?.[1] === undefined ? delimiterOf(firstLine) : hint[1]
  if (delimiter !== ',' && delimiter !== ';') {
    return {
      line: 1,
      problem: 'the columns of this file are separated by tabs: save it with commas or semicolons',
    }
  }
  const table = recordsOf(body, delimiter)
  if (!hint) return table
  return 'problem' in table
    ? { ...table, line: table.line + 1 }
    : { delimiter, records: table.records.map((record) => ({ ...record, line: record.line + 1 })) }
}

/** The separator that the header holds most of; names of columns hold none. */
function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '')
  const count = (separator: string) => unquoted.split(separator).length - 1
  const [most = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a))
  return most
}

function recordsOf(text: string, delimiter: ',' | ';'): CsvTable {
  let line = 1
  let width: number | undefined
  let uneven = 0
  try {
    const records: CsvRecord[] = []
    const options = {
      delimiter,
      max_record_size: LIMIT_RECORD,
      record_delimiter: '\n',
      relax_column_count: true,
    } as const
    parse(text, {
      ...options,
      on_record: (record, info) => {
        width ??= record.length
        if (record.length !== width) uneven += 1
        if (uneven > LIMIT_UNEVEN) throw new CsvError('CSV_RECORD_INCONSISTENT_FIELDS_LENGTH', 'too uneven')
        const cells = record.map(cleanCell)
        if (cells.some(Boolean)) records.push({ line, cells })
        line = info.lines + 1
        return null
      },
    })
    return { delimiter, records }
  } catch (fault) {
    if (fault instanceof CsvError)
      return { line, problem: faults[fault.code] ?? 'this row cannot be read as CSV' }
    throw fault
  }
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened in this row and never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'text follows a closing quotation mark: double the quotation marks inside a cell',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands inside a cell: put the cell in quotation marks and double those inside',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    'thousands of rows up to here are empty, or have more or fewer cells than the first: is it the right file?',
  CSV_MAX_RECORD_SIZE: 'this row is too long: perhaps a quotation mark is opened and never closed',
}

function cleanCell(cell: string): string {
  return cell.trim().replace(/^'(?='*[=+\-@])/, '')
}
