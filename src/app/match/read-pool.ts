import type { IdPair, Pool } from '../../core/match/eligibility.ts'
import { capacityIn, type Member, memberFrom } from '../../core/match/member.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { EnrollmentState } from '../../core/people/enrollment.ts'
import { openOffers } from '../../store/offers.ts'
import { keptApart } from '../../store/own-never-with.ts'
import { pairsAround } from '../../store/pairs.ts'
import type { StoredProgram } from '../../store/programs.ts'
import { rejectionsIn } from '../../store/rejections.ts'
import { type EnrolledPerson, enrolledPages } from '../../store/roster.ts'
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
  /** Has been offered to a mentor of this program who has not answered yet. */
  readonly isOffered: boolean
  /** Has an account that can be written to. */
  readonly isReachable: boolean
}

/**
 * Reads who can be matched now: active mentees without a mentor and without an open offer in this program, and its
 * active mentors with the places that their mentees and offers, in whatever program, leave them. Nobody who has not
 * given their word is matched. Four queries, one of them a page of people at a time.
 */
export async function readPool(
  scope: Scope,
  { id: programId, program }: StoredProgram,
): Promise<ProgramPool> {
  const closedInAny = program.match.require.includes('not-paired-before')
  const pairs = await pairsAround(scope, { programId, closedInAny })
  const active = pairs.filter(({ state }) => state === 'active')
  const offers = await openOffers(scope)
  const taken = Map.groupBy([...active, ...offers], ({ mentorId }) => mentorId)
  const here = <Two extends IdPair & { programId: string }>(twos: readonly Two[]) =>
    new Set(twos.filter((two) => two.programId === programId).map(({ menteeId }) => menteeId))
  const matched = here(active)
  const offered = here(offers)
  const everybody: Enrolled[] = []
  for await (const page of enrolledPages(scope, programId)) {
    everybody.push(...page.map((person) => ({ ...person, member: memberFrom(person) })))
  }
  everybody.sort((a, b) => (a.email < b.email ? -1 : 1))
  const taking = everybody.filter(({ state }) => state === 'active')
  return {
    pool: {
      mentees: taking
        .filter(({ id, role }) => role !== 'mentor' && !matched.has(id) && !offered.has(id))
        .map(({ member }) => member),
      mentors: taking
        .filter(({ role }) => role !== 'mentee')
        .map(({ member, cells }) => ({
          ...member,
          places: Math.max(capacityIn(cells) - (taken.get(member.id)?.length ?? 0), 0),
        })),
      on: startOf(program, scope.now),
      require: program.match.require,
      earlier: pairs.filter(({ state }) => state === 'closed').map(idsOf),
      rejected: await rejectionsIn(scope, programId),
      apart: await keptApart(scope),
    },
    places: new Map(everybody.map((one) => [one.email, placeOf(one, { matched, offered })])),
  }
}

interface Enrolled extends EnrolledPerson {
  readonly member: Member
}

function idsOf({ menteeId, mentorId }: Pair): IdPair {
  return { menteeId, mentorId }
}

function placeOf(
  { member, role, state, id, isReachable }: Enrolled,
  { matched, offered }: { matched: ReadonlySet<string>; offered: ReadonlySet<string> },
): ProgramPlace {
  const { name } = member
  return { name, role, state, hasMentor: matched.has(id), isOffered: offered.has(id), isReachable }
}
