import type { DraftProblem, DraftRow } from '../core/match/draft.ts'
import { describeLeftOver } from '../core/match/left-over.ts'
import type { Proposal } from '../core/match/propose.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { csvLine } from './write-csv.ts'

const columns = ['mentee', 'mentor', 'locked', 'proposed', 'mentee_name', 'mentor_name', 'score', 'reasons']
const required = ['mentee', 'mentor']
const LIMIT_BYTES = 50 * 1024 * 1024

/**
 * A draft as a CSV that can be edited and read back: change a mentor's address to move somebody, empty it to take the
 * pair out, write `yes` under locked to keep a pair. `proposed` is how what was moved is told from what was not.
 */
export function writeDraft({ pairs, leftOver }: Pick<Proposal, 'pairs' | 'leftOver'>): string {
  const rows = [
    ...pairs.map(({ mentee, mentor, score, reasons, kept }) => ({
      email: mentee.email,
      cells: [
        ...[mentee.email, mentor.email, kept ? 'yes' : '', mentor.email, mentee.name, mentor.name],
        ...[score, reasons.join('; ')],
      ],
    })),
    ...leftOver.map(({ mentee, reason }) => ({
      email: mentee.email,
      cells: [mentee.email, '', '', '', mentee.name, '', '', describeLeftOver(reason)],
    })),
  ].sort((a, b) => (a.email < b.email ? -1 : 1))
  // The mark at the start is how Excel knows that this is UTF-8.
  return `\uFEFF${[columns, ...rows.map(({ cells }) => cells)].map(csvLine).join('')}`
}

/** Reads a draft that was edited, with everything that is wrong with the file itself. */
export function readDraftFile(bytes: Uint8Array): {
  readonly rows: readonly DraftRow[]
  readonly problems: readonly DraftProblem[]
} {
  const wrong = (line: number, problem: string) => ({ rows: [], problems: [{ line, problem }] })
  const decoded = decodeText(bytes, { limitBytes: LIMIT_BYTES, remedy: 'save it as CSV in UTF-8' })
  if ('problem' in decoded) return wrong(1, decoded.problem)
  const table = readCsv(decoded.text)
  if ('problem' in table) return wrong(table.line, table.problem)
  const [header, ...records] = table.records
  const found = (header?.cells ?? []).map((cell) => cell.toLowerCase())
  const missing = required.filter((name) => !found.includes(name))
  if (missing.length > 0) return wrong(1, `the header has no column ${missing.join(' and no column ')}`)

  const problems: DraftProblem[] = []
  const rows = records.map(({ line, cells }): DraftRow => {
    const cell = (name: string) => cells[found.indexOf(name)] ?? ''
    const address = (name: string) => cell(name).toLowerCase()
    const locked = lockedWords.get(cell('locked').toLowerCase())
    if (locked === undefined) problems.push({ line, problem: 'locked is yes or no' })
    if (address('mentee') === '') problems.push({ line, problem: 'mentee is empty' })
    return {
      line,
      mentee: address('mentee'),
      mentor: address('mentor') || undefined,
      locked: locked ?? false,
      proposed: address('proposed') || undefined,
    }
  })
  return { rows, problems }
}

const lockedWords: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 'x', '1'].map((word) => [word, true] as const),
  ...['', 'no', 'n', 'false', '0'].map((word) => [word, false] as const),
])
