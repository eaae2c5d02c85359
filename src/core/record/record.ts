import { formatDate, formatMoment } from '../time/dates.ts'
import { type Section, type SectionName, type ShownAs, type ShownColumn, sections } from './sections.ts'

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

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

type Reader = Parameters<typeof readable>[2]

function shown(as: ShownAs, value: unknown, reader: Reader): string {
  const text = String(value)
  switch (as) {
    case 'date':
      return `${formatDate(Temporal.PlainDate.from(text), reader.locale)} ${text.slice(0, 4)}`
    case 'moment':
      return `${formatMoment(Temporal.Instant.from(text), reader.zone, reader.locale)}, ${text.slice(0, 4)}`
    case 'yes-no':
      return value === true ? 'yes' : 'no'
    case 'list':
    case 'parts':
      return partsOf(value)
    case 'text':
      return text
  }
}

/** What was written as JSON, in lines: `held on: 2027-01-04`. */
function partsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(partsOf).join('; ')
  if (value === null || typeof value !== 'object') return value === true ? 'yes' : plain(value)
  return Object.entries(value)
    .filter(([key, part]) => key !== 'kind' && !isEmpty(part))
    .map(([key, part]) => `${named(key)}: ${partsOf(part)}`)
    .join('\n')
}

function plain(value: unknown): string {
  return value === false ? 'no' : String(value)
}

function named(key: string): string {
  return key
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`)
}
