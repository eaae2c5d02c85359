import type { Block, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { RosterProblem } from './roster.ts'

/** How many errors of a file are told one by one. */
const MOST_ERRORS = 10

/** `admin import`: how to hand over a roster. */
export function askForRoster(programs: readonly { name: string; slug: string }[]): Message {
  const slugs = programs.map(({ name, slug }) => `${slug} (${name})`)
  return {
    preview: 'Send me the roster',
    blocks: [
      {
        kind: 'text',
        text: 'Send me the roster as a CSV file in this chat. It needs the columns email, name and role (mentor, mentee or both).',
      },
      ...(programs.length > 1
        ? [
            { kind: 'text', text: 'Write in the same message which program it is for:' } as const,
            { kind: 'list', items: slugs } as const,
          ]
        : []),
      { kind: 'note', text: 'If anything in it is wrong, I say where, and change nothing.' },
    ],
  }
}

/** The file came without the program it is for. */
export function rosterForWhich(programs: readonly { name: string; slug: string }[]): Message {
  return {
    preview: 'Which program is it for?',
    blocks: [
      {
        kind: 'text',
        text: 'I have changed nothing, because I do not know which program it is for. Please send the file again with one of these words as the message:',
      },
      { kind: 'list', items: programs.map(({ name, slug }) => `${slug} (${name})`) },
    ],
  }
}

/** Everything that is wrong with a file, as far as it fits. */
export function rosterRefused(fileName: string, errors: readonly RosterProblem[]): Message {
  const shown = errors.slice(0, MOST_ERRORS)
  const more = errors.length - shown.length
  return {
    preview: 'The roster has errors',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: fileName, bold: true },
          {
            text: ` has ${counted(errors.length, 'error', 'errors')}. I have changed nothing. Please correct it and send it again.`,
          },
        ],
      },
      { kind: 'list', items: shown.map(whereAndWhat) },
      ...(more > 0
        ? [{ kind: 'note', text: `And ${counted(more, 'more error', 'more errors')}.` } as const]
        : []),
    ],
  }
}

/** What an import did. */
export interface ImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Fields that people set themselves and that were kept, by name of the person. */
  readonly kept: readonly { readonly name: string; readonly fields: readonly string[] }[]
  readonly ignoredColumns: readonly { readonly column: string; readonly meant?: string }[]
}

export function rosterTaken(program: string, counts: ImportCounts): Message {
  const { added, changed, unchanged, kept, ignoredColumns } = counts
  return {
    preview: 'The roster is in',
    blocks: [
      { kind: 'text', text: `The roster for ${program} is in.` },
      {
        kind: 'facts',
        facts: [
          { label: 'New', value: String(added) },
          { label: 'Changed', value: String(changed) },
          { label: 'As before', value: String(unchanged) },
        ],
      },
      ...keptBlocks(kept),
      ...ignoredBlocks(ignoredColumns),
    ],
  }
}

export const noRosterFromYou = sentence('Only coordinators can send me a roster. I have not read the file.')

function keptBlocks(kept: ImportCounts['kept']): Block[] {
  if (kept.length === 0) return []
  const shown = kept.slice(0, MOST_ERRORS)
  const more = kept.length - shown.length
  return [
    { kind: 'text', text: 'Kept as the people set it themselves:' },
    { kind: 'list', items: shown.map(({ name, fields }) => `${name}: ${fields.join(', ')}`) },
    ...(more > 0
      ? [{ kind: 'note', text: `And ${counted(more, 'more person', 'more people')}.` } as const]
      : []),
  ]
}

function ignoredBlocks(columns: ImportCounts['ignoredColumns']): Block[] {
  if (columns.length === 0) return []
  const names = columns.map(({ column, meant }) => (meant ? `${column} (did you mean ${meant}?)` : column))
  return [{ kind: 'note', text: `Columns I do not know and left out: ${names.join(', ')}.` }]
}

function whereAndWhat({ line, column, problem }: RosterProblem): string {
  return column === undefined ? `Line ${line}: ${problem}` : `Line ${line}, ${column}: ${problem}`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
