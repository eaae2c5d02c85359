import type { ContactHours } from '../time/contact-window.ts'
import type { DateRange } from '../time/date-range.ts'
import type { Availability } from '../time/slot.ts'
import type { Account } from './account.ts'

/** A member of staff. */
export interface Person {
  readonly id: string
  /** Lower case; the key of the roster within the organization. */
  readonly email: string
  readonly name: string
  /** BCP 47. */
  readonly locale: string
  /** IANA name. */
  readonly zone: string
  readonly contact: ContactHours
  readonly leave: readonly DateRange[]
  readonly managerEmail?: string
  /** Where the person can be written to, the one last used first. Accounts known to be gone are left out. */
  readonly accounts: readonly Account[]
}

/** When this person can be reached, the program's blackout dates included. */
export function availabilityOf(person: Person, blackouts: readonly DateRange[]): Availability {
  return { zone: person.zone, contact: person.contact, leave: person.leave, blackouts }
}

/** The date on the person's own calendar. */
export function todayOf(person: Person, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(person.zone).toPlainDate()
}
