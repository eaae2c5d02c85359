import { counted } from '../message/counted.ts'
import type { Unread } from '../message/handed-file.ts'
import type { Block, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { RosterProblem } from './roster.ts'

/** How many lines of a file are told one by one. */
const MOST_LINES = 10

/** `admin import`: how to hand over a roster. */
export function askForRoster(programs: readonly { name: string; slug: string }[]): Message {
  const slugs = programs.map(({ name, slug }) => `${slug} (${name})`)
  return {
    preview: 'Send me the roster',
    blocks: [
      {
        kind: 'text',
        text: 'Send me the roster as a CSV file in our own chat. It needs the columns email, name and role (mentor, mentee or both).',
      },
      ...(programs.length > 1
        ? [
            { kind: 'text', text: 'Write in the same message which program it is for:' } as const,
            { kind: 'list', items: slugs } as const,
          ]
        : []),
      { kind: 'note', text: 'If anything in it is wrong, I will say where, and change nothing.' },
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
  const shown = errors.slice(0, MOST_LINES)
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

/** What an import did. Its numbers are of people, each counted once. */
export interface Imported {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** What people have set themselves and the file would have changed. */
  readonly kept: readonly {
    readonly line: number
    readonly email: string
    readonly columns: readonly string[]
  }[]
  /** What of the file is not used, a sentence each. */
  readonly notes: readonly string[]
  /** Columns that Rounds does not know, with the one that was perhaps meant. */
  readonly ignoredColumns: readonly { readonly column: string; readonly meant?: string }[]
}

export function rosterTaken(program: string, imported: Imported): Message {
  const { created, updated, unchanged, kept, notes, ignoredColumns } = imported
  return {
    preview: 'The roster is in',
    blocks: [
      { kind: 'text', text: `The roster for ${program} is in.` },
      {
        kind: 'facts',
        facts: [
          { label: 'New', value: String(created) },
          { label: 'Changed', value: String(updated) },
          { label: 'As before', value: String(unchanged) },
        ],
      },
      ...keptBlocks(kept),
      ...ignoredBlocks(ignoredColumns),
      ...notes.map((text): Block => ({ kind: 'note', text })),
      { kind: 'buttons', buttons: [{ label: 'Match', verb: 'command.run', about: 'admin match' }] },
    ],
  }
}

export const noRosterFromYou = sentence(
  'Only coordinators can send me a roster, and I have no other use for files. I have kept nothing of it.',
)

/** A coordinator's file that could not be had, or is none that can be a roster. */
export function rosterNotRead(fileName: string, why: Unread): Message {
  const text = [{ text: fileName, bold: true as const }, { text: ` ${whyNotRead[why]}` }]
  return { preview: 'I could not read the file', blocks: [{ kind: 'text', text }] }
}

const whyNotRead: Readonly<Record<Unread, string>> = {
  'too-large': 'is larger than 10 MB, so I have not read it. Please split it into smaller files.',
  'not-csv':
    'is not a CSV file, so I have not read it. In Excel save the roster as “CSV UTF-8 (comma delimited)” and send me that.',
  unreachable: 'could not be fetched. I have changed nothing. Please send it again.',
}

function keptBlocks(kept: Imported['kept']): Block[] {
  if (kept.length === 0) return []
  const shown = kept.slice(0, MOST_LINES)
  const more = kept.length - shown.length
  return [
    { kind: 'text', text: 'Kept as the people set it themselves:' },
    {
      kind: 'list',
      items: shown.map(({ line, email, columns }) => `Line ${line}, ${email}: ${columns.join(', ')}`),
    },
    ...(more > 0
      ? [{ kind: 'note', text: `And ${counted(more, 'more person', 'more people')}.` } as const]
      : []),
  ]
}

function ignoredBlocks(columns: Imported['ignoredColumns']): Block[] {
  if (columns.length === 0) return []
  const names = columns.map(({ column, meant }) => (meant ? `${column} (did you mean ${meant}?)` : column))
  return [{ kind: 'note', text: `Columns I do not know and left out: ${names.join(', ')}.` }]
}

function whereAndWhat({ line, column, problem }: RosterProblem): string {
  return column === undefined ? `Line ${line}: ${problem}` : `Line ${line}, ${column}: ${problem}`
}
