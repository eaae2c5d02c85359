import type { Pool } from '../../../src/core/match/eligibility.ts'
import type { Member, Mentor } from '../../../src/core/match/member.ts'

/** Somebody of whom nothing is known but their name. */
export function member(name: string, known: Partial<Member> = {}): Member {
  return {
    id: `id-${name}`,
    email: `${name}@example.org`,
    name,
    profession: undefined,
    grade: undefined,
    specialty: undefined,
    area: undefined,
    sites: [],
    registeredOn: undefined,
    joinedOn: undefined,
    trainedOn: undefined,
    skillsOffered: [],
    skillsSought: [],
    aims: [],
    languages: [],
    contactStyle: undefined,
    hours: { days: [], from: '09:00', to: '17:00' },
    zone: 'Europe/London',
    managerEmail: undefined,
    neverWith: [],
    ...known,
  }
}

export function mentor(name: string, known: Partial<Mentor> = {}): Mentor {
  return { ...member(name, known), places: known.places ?? 1 }
}

export function poolOf(given: Partial<Pool>): Pool {
  return {
    mentees: [],
    mentors: [],
    on: Temporal.PlainDate.from('2027-01-04'),
    require: [],
    earlier: [],
    rejected: [],
    apart: [],
    ...given,
  }
}

export function on(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}
