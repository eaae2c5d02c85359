import { type Section, type SectionName, type ShownAs, type ShownColumn, sections } from './sections.ts'
import {
  dayWords,
  deedWords,
  isEmpty,
  momentWords,
  occasionWords,
  partsOf,
  questionWords,
  wordFor,
} from './words.ts'

/** One thing kept, by column, as it is kept: ISO dates and instants, numbers, lists, what was written. */
export type RecordRow = Readonly<Record<string, unknown>>

/** All that is kept about one person, as the file for programs holds it. */
export interface PersonalRecord {
  readonly name: string
  readonly organization: string
  /** ISO instant. */
  readonly writtenAt: string
  readonly parts: readonly {
    readonly name: SectionName
    readonly heading: string
    readonly readBy: string
    readonly rows: readonly RecordRow[]
  }[]
}

/** The record with its parts in order; of each row only what the part names. Empty values are left out. */
export function recordOf(
  about: Pick<PersonalRecord, 'name' | 'organization' | 'writtenAt'>,
  rows: Readonly<Record<SectionName, readonly RecordRow[]>>,
): PersonalRecord {
  const parts = sections.map((section: Section & { readonly name: SectionName }) => ({
    name: section.name,
    heading: section.heading,
    readBy: section.readBy,
    rows: rows[section.name].map((row) => namedIn(section, row)),
  }))
  return { ...about, parts }
}

/** A row as people read it: labels with words, in the order of the part. */
export function readable(
  name: SectionName,
  row: RecordRow,
  reader: { readonly locale: string; readonly zone: string },
): { readonly label: string; readonly value: string }[] {
  const columns: readonly ShownColumn[] = sections.find((one) => one.name === name)?.columns ?? []
  return columns.flatMap(({ column, label, as }) => {
    const value = row[column]
    return isEmpty(value) ? [] : [{ label, value: shown(as, value, reader) }]
  })
}

function namedIn({ columns }: Section, row: RecordRow): RecordRow {
  return Object.fromEntries(
    columns.flatMap(({ column }) => (isEmpty(row[column]) ? [] : [[column, row[column]]])),
  )
}

type Reader = Parameters<typeof readable>[2]

function shown(as: ShownAs, value: unknown, { locale, zone }: Reader): string {
  const text = String(value)
  switch (as) {
    case 'date':
      return dayWords(text, locale)
    case 'moment':
      return momentWords(text, { locale, zone })
    case 'yes-no':
      return value === true ? 'yes' : 'no'
    case 'word':
      return wordFor(text)
    case 'question':
      return questionWords(text)
    case 'occasion':
      return occasionWords(text)
    case 'deed':
      return deedWords(text)
    case 'list':
    case 'parts':
      return partsOf(value, locale)
    case 'text':
      return text
  }
}
