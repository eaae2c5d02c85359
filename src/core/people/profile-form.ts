import type { Field, Form, FormPart } from '../message/form.ts'
import { shortened } from '../message/label.ts'
import {
  type AskedColumn,
  fieldText,
  listColumns,
  longestText,
  markOf,
  mostMentees,
  type ProfileColumn,
  profileColumns,
  styleAsNow,
  workColumns,
} from './profile.ts'
import type { RosterCells } from './roster-change.ts'

/** What Slack's inputs take. */
const longestList = 3000
const longestLabel = 75

const labels: Readonly<Record<ProfileColumn, string>> = {
  profession: 'Your profession',
  grade: 'Your grade or band',
  specialty: 'Your specialty',
  sites: 'The sites you work at',
  registered_on: 'Registered in your profession since',
  languages: 'Languages you speak',
  aims: 'What would you like to get out of it?',
  skills_sought: 'Which skills do you seek?',
  skills_offered: 'Which skills do you offer?',
  contact_style: 'How would you rather be in touch?',
  capacity: 'How many mentees would you take?',
}

const hints: Readonly<Record<ProfileColumn, string>> = {
  profession: 'Like nurse, midwife or pharmacist',
  grade: 'A number; higher is more senior',
  specialty: 'Like acute medicine',
  sites: 'One per line',
  registered_on: 'The day, or the first of that month',
  languages: 'One per line',
  aims: 'In your own words, one per line. It may change later.',
  skills_sought: 'One per line, like wound care',
  skills_offered: 'One per line, like wound care. Mentees see them by “find”, if you let them.',
  contact_style: 'Pairs who like the same are put together sooner.',
  capacity: `In all your programs together, 0 to ${mostMentees}`,
}

const styles = ['in person', 'video', 'phone', 'mostly in writing', 'no preference'] as const

/** Who reads a profile: said once, at its top. */
const profileReaders =
  'Who will read it: you, the coordinators of your programs, and whoever you are paired with.'

/** One of the short forms of the profile, as things stand, or as they stood when it was opened. */
export function profileForm(asked: readonly AskedColumn[], cells: RosterCells): Form {
  return {
    verb: 'profile.save',
    about: packColumns(
      asked.map(({ column, mark }) => ({ column, mark: mark ?? markOf(fieldText(cells, column)) })),
    ),
    title: titleOf(asked),
    submit: 'Save',
    parts: [
      { kind: 'words', block: { kind: 'note', text: profileReaders } },
      ...asked.map(({ column }) => partFor(column, cells)),
    ],
  }
}

/** The button that opened it; what a program still needs to know is of both kinds. */
function titleOf(asked: readonly AskedColumn[]): string {
  if (asked.every(({ column }) => workColumns.includes(column))) return 'My work'
  return asked.some(({ column }) => column === 'contact_style') ? 'My mentoring' : 'My profile'
}

/** The columns that a form asks travel with it. */
export function packColumns(asked: readonly AskedColumn[]): string {
  return asked.map(({ column, mark }) => (mark === undefined ? column : `${column}~${mark}`)).join(',')
}

/** The columns that are named, each once, unknown ones left out. */
export function unpackColumns(packed: string): AskedColumn[] {
  const named = new Map(
    packed.split(',').map((part) => {
      const [name = '', mark] = part.split('~')
      return [name, mark] as const
    }),
  )
  return [...named].flatMap(([name, mark]): AskedColumn[] => {
    const column = profileColumns.find((one) => one === name)
    if (column === undefined) return []
    return [mark === undefined ? { column } : { column, mark }]
  })
}

/** A list that does not fit into a form stays as it is: half of it would be lost by sending the form. */
export function fitsForm(cells: RosterCells, column: ProfileColumn): boolean {
  return fieldText(cells, column).length <= longestList
}

function partFor(column: ProfileColumn, cells: RosterCells): FormPart {
  if (!fitsForm(cells, column)) {
    const text = `${labels[column]} Your list is too long for this form; your coordinator can change it in the staff list.`
    return { kind: 'words', block: { kind: 'note', text } }
  }
  return { kind: 'field', field: fieldFor(column, fieldText(cells, column)) }
}

function fieldFor(column: ProfileColumn, value: string): Field {
  const base = { name: column, label: labels[column], hint: hints[column], optional: true } as const
  const filled = value === '' ? {} : { value }
  if (listColumns.has(column))
    return { ...base, ...filled, kind: 'text', multiline: true, maxLength: longestList }
  switch (column) {
    case 'registered_on':
      return { ...base, ...filled, kind: 'date' }
    case 'capacity': {
      const { optional: _, ...needed } = base
      return { ...needed, kind: 'number', min: 0, max: mostMentees, whole: true, value }
    }
    case 'contact_style':
      return { ...base, ...styleIn(value) }
    case 'grade':
      return { ...base, ...filled, kind: 'number', min: 0, max: 999 }
    default:
      return { ...base, ...filled, kind: 'text', maxLength: longestText }
  }
}

/** What the staff list says in words of its own stays a choice; its words may be longer than a menu's values. */
function styleIn(value: string) {
  const options = styles.map((style) => ({ value: style as string, label: capitalized(style) }))
  if (value === '') return { kind: 'choice', options } as const
  if (options.some((option) => option.value === value)) return { kind: 'choice', options, value } as const
  const own = { value: styleAsNow, label: shortened(value, longestLabel) }
  return { kind: 'choice', options: [own, ...options], value: styleAsNow } as const
}

function capitalized(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
