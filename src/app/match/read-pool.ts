import { sidesToBrief } from '../../core/briefing/briefing.ts'
import type { BriefedSide } from '../../core/briefing/card.ts'
import type { HeldBack, IdPair, Pool } from '../../core/match/eligibility.ts'
import { capacityIn, type Member, memberFrom } from '../../core/match/member.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { EnrollmentState } from '../../core/people/enrollment.ts'
import { leavesTooSoon } from '../../core/people/leaving.ts'
import { confirmedIn } from '../../store/briefings.ts'
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
  readonly id: string
  readonly name: string
  readonly role: EnrolledPerson['role']
  readonly state: EnrollmentState
  /** Has a mentor in this program. */
  readonly hasMentor: boolean
  /** Has been offered to a mentor of this program who has not answered yet. */
  readonly isOffered: boolean
  /** Has an account that can be written to. */
  readonly isReachable: boolean
  /** Sides on which they cannot be matched before they have confirmed the program's briefing. */
  readonly unbriefed: readonly BriefedSide[]
  /** Leaves the organization too soon for a new pair. */
  readonly leavesSoon: boolean
}

/**
 * Reads who can be matched now: active mentees without a mentor and without an open offer in this program, and its
 * active mentors with the places that their mentees and offers, in whatever program, leave them. Nobody who has not
 * given their word is matched, nor anybody who has not confirmed a briefing that the program requires, nor a mentor who
 * leaves the organization soon after the start. Mentees who do, and those of an open program who have not said yet what
 * they want to get out of it, are held back: only a coordinator gives them somebody. A handful of queries, one of them a
 * page of people at a time.
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
  const confirmed = program.briefing.required ? await confirmedIn(scope, programId) : undefined
  const isBriefed = (id: string, side: BriefedSide) => confirmed?.get(id)?.includes(side) ?? !confirmed
  const on = startOf(program, scope.now)
  const leavesSoon = ({ cells }: EnrolledPerson) => leavesTooSoon(dateIn(cells['leaves_on']), on)
  const mentees = taking
    .filter(({ id, role }) => role !== 'mentor' && !matched.has(id) && !offered.has(id))
    .filter(({ id }) => isBriefed(id, 'mentee'))
  return {
    pool: {
      mentees: mentees.map(({ member }) => member),
      mentors: taking
        .filter((one) => one.role !== 'mentee' && isBriefed(one.id, 'mentor') && !leavesSoon(one))
        .map(({ member, cells }) => ({
          ...member,
          places: Math.max(capacityIn(cells) - (taken.get(member.id)?.length ?? 0), 0),
        })),
      on,
      require: program.match.require,
      earlier: pairs.filter(({ state }) => state === 'closed').map(idsOf),
      rejected: await rejectionsIn(scope, programId),
      apart: await keptApart(scope),
      heldBack: mentees.flatMap((one): HeldBack[] => {
        if (leavesSoon(one)) return [{ menteeId: one.id, why: 'leaving' }]
        // Of those whom a coordinator brought in, the coordinator knows why.
        return program.join === 'open' && one.member.aims.length === 0
          ? [{ menteeId: one.id, why: 'aims' }]
          : []
      }),
    },
    places: new Map(
      everybody.map((one) => [one.email, placeOf(one, { matched, offered, isBriefed, leavesSoon })]),
    ),
  }
}

interface Enrolled extends EnrolledPerson {
  readonly member: Member
}

function dateIn(cell: unknown): Temporal.PlainDate | undefined {
  return typeof cell === 'string' ? Temporal.PlainDate.from(cell) : undefined
}

function idsOf({ menteeId, mentorId }: Pair): IdPair {
  return { menteeId, mentorId }
}

interface Known {
  readonly matched: ReadonlySet<string>
  readonly offered: ReadonlySet<string>
  readonly isBriefed: (id: string, side: BriefedSide) => boolean
  readonly leavesSoon: (person: EnrolledPerson) => boolean
}

function placeOf(enrolled: Enrolled, { matched, offered, isBriefed, leavesSoon }: Known): ProgramPlace {
  const { member, role, state, id, isReachable } = enrolled
  const { name } = member
  const unbriefed = sidesToBrief({ role, isPeer: false }).filter((side) => !isBriefed(id, side))
  return {
    id,
    name,
    role,
    state,
    hasMentor: matched.has(id),
    isOffered: offered.has(id),
    isReachable,
    unbriefed,
    leavesSoon: leavesSoon(enrolled),
  }
}
