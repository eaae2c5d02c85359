import type { ReviewRow } from '../../../core/match/review/review.ts'
import type { Person } from '../../../core/people/person.ts'
import { hasConflict } from '../../../core/program/conflict.ts'
import type { Reviewed } from './read-review.ts'

/** How many of the rows kept from this coordinator no other coordinator may look at either. */
export function unseenIn({ stored, review }: Reviewed, { email }: Pick<Person, 'email'>): number {
  const others = stored.program.coordinators.filter((one) => one !== email)
  return review.hidden.filter((row) => others.every((other) => hasConflict(other, twoOf(row)))).length
}

function twoOf({ mentee, mentor }: ReviewRow) {
  return mentor ? [mentee, mentor] : [mentee]
}
