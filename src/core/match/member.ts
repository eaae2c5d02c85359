import type { RosterCells } from '../people/roster-change.ts'
import type { ContactHours } from '../time/contact-window.ts'
import type { Weekday } from '../time/weekday.ts'

/** A person in a program as matching sees them: what the staff list says, and nothing that they wrote. */
export interface Member {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly profession: string | undefined
  /** Higher is more senior. */
  readonly grade: number | undefined
  readonly specialty: string | undefined
  readonly area: string | undefined
  readonly sites: readonly string[]
  readonly registeredOn: Temporal.PlainDate | undefined
  readonly joinedOn: Temporal.PlainDate | undefined
  readonly trainedOn: Temporal.PlainDate | undefined
  readonly skillsOffered: readonly string[]
  readonly skillsSought: readonly string[]
  readonly aims: readonly string[]
  readonly languages: readonly string[]
  readonly contactStyle: string | undefined
  readonly hours: ContactHours
  /** IANA name. */
  readonly zone: string
  readonly managerEmail: string | undefined
  /** E-mail addresses on the coordinator's list. */
  readonly neverWith: readonly string[]
}

/** A mentor, and how many more mentees they can take. */
export interface Mentor extends Member {
  readonly places: number
}

/** What the staff list says of somebody, as matching reads it. */
export function memberFrom({
  id,
  email,
  cells,
}: {
  readonly id: string
  readonly email: string
  readonly cells: RosterCells
}): Member {
  const text = (column: string) => textOf(cells[column])
  const texts = (column: string) => textsOf(cells[column])
  const date = (column: string) => {
    const written = text(column)
    return written === undefined ? undefined : Temporal.PlainDate.from(written)
  }
  const { grade, contact_days: days } = cells
  return {
    id,
    email,
    name: text('name') ?? email,
    profession: text('profession'),
    grade: typeof grade === 'number' ? grade : undefined,
    specialty: text('specialty'),
    area: text('area'),
    sites: texts('sites'),
    registeredOn: date('registered_on'),
    joinedOn: date('joined_on'),
    trainedOn: date('trained_on'),
    skillsOffered: texts('skills_offered'),
    skillsSought: texts('skills_sought'),
    aims: texts('aims'),
    languages: texts('languages'),
    contactStyle: text('contact_style'),
    hours: {
      days: Array.isArray(days) ? (days as Weekday[]) : [],
      from: text('contact_from') ?? '09:00',
      to: text('contact_to') ?? '19:00',
    },
    zone: text('time_zone') ?? 'UTC',
    managerEmail: text('manager_email'),
    neverWith: texts('never_with'),
  }
}

/** How many mentees a mentor takes where the staff list does not say: CONTRACT, *The CSV of people*. */
export function capacityIn({ capacity }: RosterCells): number {
  return typeof capacity === 'number' ? capacity : 1
}

/** The same word, whatever its case, its spaces and the way its letters are written. */
export function fold(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}

function textOf(cell: RosterCells[string] | undefined): string | undefined {
  return typeof cell === 'string' ? cell : undefined
}

function textsOf(cell: RosterCells[string] | undefined): string[] {
  return Array.isArray(cell) ? cell.map(String) : []
}
