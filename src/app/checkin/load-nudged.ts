import type { CheckIn } from '../../core/checkin/checkin.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { otherOf } from '../../core/pair/pair.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import type { Availability } from '../../core/time/slot.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { pairsById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** A check-in with all that its nudges need. */
export interface Nudged {
  readonly checkIn: CheckIn
  readonly person: Person
  readonly other: Person
  readonly pair: Pair
  readonly program: Program
  readonly enrollment: Enrollment
  /** The other's place in the program, where they have one. */
  readonly otherPlace: Enrollment | undefined
  readonly availability: Availability
}

/** Loads what belongs to many check-ins in a handful of queries, whatever their number. */
export async function loadNudged(scope: Scope, checkIns: readonly CheckIn[]): Promise<Nudged[]> {
  if (checkIns.length === 0) return []
  const ids = (key: 'pairId' | 'programId') => [...new Set(checkIns.map((checkIn) => checkIn[key]))]
  const pairs = new Map((await pairsById(scope, ids('pairId'))).map((pair) => [pair.id, pair]))
  const everybody = [
    ...new Set([...pairs.values()].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])),
  ]
  const people = new Map((await peopleById(scope, everybody)).map((person) => [person.id, person]))
  const programs = new Map(
    (await programsById(scope, ids('programId'))).map((stored) => [stored.id, stored.program]),
  )
  const enrollments = new Map(
    (await enrollmentsOfPeople(scope, everybody)).map((one) => [`${one.programId}:${one.personId}`, one]),
  )
  return checkIns.flatMap((checkIn) => {
    const pair = pairs.get(checkIn.pairId)
    const person = people.get(checkIn.personId)
    const other = pair && people.get(otherOf(pair, checkIn.personId))
    const program = programs.get(checkIn.programId)
    const enrollment = enrollments.get(`${checkIn.programId}:${checkIn.personId}`)
    if (!pair || !person || !other || !program || !enrollment) return []
    return [
      {
        checkIn,
        person,
        other,
        pair,
        program,
        enrollment,
        otherPlace: enrollments.get(`${checkIn.programId}:${other.id}`),
        availability: availabilityOf(person, program.blackouts),
      },
    ]
  })
}

/** The name a person is greeted by. */
export function firstNameOf(person: Person): string {
  return person.name.split(/\s+/)[0] ?? person.name
}
