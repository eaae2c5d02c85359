import type { Pair } from '../../core/pair/pair.ts'
import type { Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import type { Program } from '../../core/program/program.ts'
import { peopleByEmail, peopleById } from '../../store/people.ts'
import { allPrograms, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

type Coordinated = Pick<Program, 'coordinators'>

/** The program's coordinators, as far as they stand in the staff list. */
export function coordinatorsOf(scope: Scope, program: Coordinated): Promise<Person[]> {
  return peopleByEmail(scope, program.coordinators)
}

/** The program's coordinators who are neither in this pair nor manage one of the two. */
export async function coordinatorsWithoutConflict(
  scope: Scope,
  program: Coordinated,
  pair: Pick<Pair, 'mentorId' | 'menteeId'>,
): Promise<Person[]> {
  const two = await peopleById(scope, [pair.mentorId, pair.menteeId])
  return (await coordinatorsOf(scope, program)).filter(({ email }) => !hasConflict(email, two))
}

/** The programs that this person coordinates. */
export async function programsCoordinatedBy(scope: Scope, person: Person): Promise<StoredProgram[]> {
  return (await allPrograms(scope)).filter(({ program }) => coordinates(person, program))
}

export function coordinates(person: Pick<Person, 'email'>, program: Coordinated): boolean {
  return program.coordinators.includes(person.email)
}
