import type { IdPair, Pool } from '../../core/match/eligibility.ts'
import { capacityIn, type Member, memberFrom } from '../../core/match/member.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { EnrollmentState } from '../../core/people/enrollment.ts'
import { pairsAround } from '../../store/pairs.ts'
import type { StoredProgram } from '../../store/programs.ts'
import { type EnrolledPerson, enrolledIn } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { startOf } from '../pair/make-pairs.ts'

/** Who is in a program, for a run of matching. */
export interface ProgramPool {
  readonly pool: Pool
  /** Everybody in the program, by e-mail, also those who cannot be matched now. */
  readonly places: ReadonlyMap<string, ProgramPlace>
}

/** What somebody is in the program. */
export interface ProgramPlace {
  readonly name: string
  readonly role: EnrolledPerson['role']
  readonly state: EnrollmentState
  /** Has a mentor in this program. */
  readonly hasMentor: boolean
}

/**
 * Reads who can be matched now: active mentees without a mentor in this program, and its active mentors with the places
 * that their mentees, in whatever program, leave them. Nobody who has not given their word is matched. Two queries,
 * whatever the size.
 */
export async function readPool(
  scope: Scope,
  { id: programId, program }: StoredProgram,
): Promise<ProgramPool> {
  const closedInAny = program.match.require.includes('not-paired-before')
  const pairs = await pairsAround(scope, { programId, closedInAny })
  const active = pairs.filter(({ state }) => state === 'active')
  const taken = Map.groupBy(active, ({ mentorId }) => mentorId)
  const matched = new Set(
    active.filter((pair) => pair.programId === programId).map(({ menteeId }) => menteeId),
  )
  const everybody = (await enrolledIn(scope, programId)).sort((a, b) => (a.email < b.email ? -1 : 1))
  const taking = everybody.filter(({ state }) => state === 'active')
  return {
    pool: {
      mentees: taking.filter(({ id, role }) => role !== 'mentor' && !matched.has(id)).map(memberFrom),
      mentors: taking
        .filter(({ role }) => role !== 'mentee')
        .map((mentor) => ({
          ...memberFrom(mentor),
          places: Math.max(capacityIn(mentor.cells) - (taken.get(mentor.id)?.length ?? 0), 0),
        })),
      on: startOf(program, scope.now),
      require: program.match.require,
      earlier: pairs.filter(({ state }) => state === 'closed').map(idsOf),
      // People cannot keep such a list yet.
      apart: [],
    },
    places: new Map(everybody.map((one) => [one.email, placeOf(one, matched)])),
  }
}

function idsOf({ menteeId, mentorId }: Pair): IdPair {
  return { menteeId, mentorId }
}

function placeOf(person: EnrolledPerson, matched: ReadonlySet<string>): ProgramPlace {
  const { name }: Member = memberFrom(person)
  const { role, state, id } = person
  return { name, role, state, hasMentor: matched.has(id) }
}
