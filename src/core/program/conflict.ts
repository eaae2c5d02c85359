import type { Person } from '../people/person.ts'

type Named = Pick<Person, 'email'> & Partial<Pick<Person, 'managerEmail'>>

/**
 * Whether a coordinator is too close to these people to see their row or their requests: they are one of them, or
 * manage one of them (PRODUCT, *The coordinators' digest*).
 */
export function hasConflict(coordinatorEmail: string, people: readonly Named[]): boolean {
  return people.some(
    ({ email, managerEmail }) => email === coordinatorEmail || managerEmail === coordinatorEmail,
  )
}
