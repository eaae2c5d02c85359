import { sidesToBrief } from '../../core/briefing/briefing.ts'
import type { BriefedSide } from '../../core/briefing/card.ts'
import type { HeldBack, IdPair, Pool } from '../../core/match/eligibility.ts'
import { capacityIn, type Member, type Mentor, memberFrom } from '../../core/match/member.ts'
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
export async function readPool(scope: Scope, stored: StoredProgram): Promise<ProgramPool> {
  const { id: programId, program } = stored
  const closedInAny = program.match.require.includes('not-paired-before')
  const pairs = await pairsAround(scope, { programId, closedInAny })
  const active = pairs.filter(({ state }) => state === 'active')
  const offers = await openOffers(scope)
  const here = <Two extends IdPair & { programId: string }>(twos: readonly Two[]) =>
    new Set(twos.filter((two) => two.programId === programId).map(({ menteeId }) => menteeId))
  const confirmed = program.briefing.required ? await confirmedIn(scope, programId) : undefined
  const on = startOf(program, scope.now)
  const everybody = await lookAtEverybody(scope, stored, {
    matched: here(active),
    offered: here(offers),
    taken: Map.groupBy([...active, ...offers], ({ mentorId }) => mentorId),
    isBriefed: (id, side) => confirmed?.get(id)?.includes(side) ?? !confirmed,
    leavesSoon: ({ cells }) => leavesTooSoon(dateIn(cells['leaves_on']), on),
  })
  return {
    pool: {
      mentees: everybody.mentees.sort(byEmail),
      mentors: everybody.mentors.sort(byEmail),
      on,
      require: program.match.require,
      earlier: pairs.filter(({ state }) => state === 'closed').map(idsOf),
      rejected: await rejectionsIn(scope, programId),
      apart: await keptApart(scope),
      heldBack: everybody.heldBack,
    },
    places: everybody.places,
  }
}

/** What of the program is known before its people are looked at. */
interface Known {
  readonly matched: ReadonlySet<string>
  readonly offered: ReadonlySet<string>
  /** Of each mentor, the places that are taken. */
  readonly taken: ReadonlyMap<string, readonly IdPair[]>
  readonly isBriefed: (id: string, side: BriefedSide) => boolean
  readonly leavesSoon: (person: EnrolledPerson) => boolean
}

/** Everybody is judged as their page comes: between pages other work of the process goes on. */
async function lookAtEverybody(scope: Scope, { id, program }: StoredProgram, known: Known) {
  const mentees: Member[] = []
  const mentors: Mentor[] = []
  const heldBack: HeldBack[] = []
  const places = new Map<string, ProgramPlace>()
  const lookAt = (person: EnrolledPerson) => {
    const member = memberFrom(person)
    const place = placeOf(person, member.name, known)
    places.set(person.email, place)
    if (canBeMentor(place)) {
      const left = capacityIn(person.cells) - (known.taken.get(person.id)?.length ?? 0)
      mentors.push({ ...member, places: Math.max(left, 0) })
    }
    if (!canGetMentor(place)) return
    mentees.push(member)
    const why = whyHeldBack(place, { program, member })
    if (why) heldBack.push({ menteeId: person.id, why })
  }
  for await (const page of enrolledPages(scope, id)) page.forEach(lookAt)
  return { mentees, mentors, heldBack, places }
}

function canGetMentor({ state, role, hasMentor, isOffered, unbriefed }: ProgramPlace): boolean {
  return state === 'active' && role !== 'mentor' && !hasMentor && !isOffered && !unbriefed.includes('mentee')
}

function canBeMentor({ state, role, unbriefed, leavesSoon }: ProgramPlace): boolean {
  return state === 'active' && role !== 'mentee' && !unbriefed.includes('mentor') && !leavesSoon
}

/** Of those whom a coordinator brought in without aims, the coordinator knows why. */
function whyHeldBack(
  { leavesSoon }: ProgramPlace,
  { program, member }: { readonly program: StoredProgram['program']; readonly member: Member },
): HeldBack['why'] | undefined {
  if (leavesSoon) return 'leaving'
  return program.join === 'open' && member.aims.length === 0 ? 'aims' : undefined
}

function byEmail(one: Member, other: Member): number {
  return one.email < other.email ? -1 : 1
}

function dateIn(cell: unknown): Temporal.PlainDate | undefined {
  return typeof cell === 'string' ? Temporal.PlainDate.from(cell) : undefined
}

function idsOf({ menteeId, mentorId }: Pair): IdPair {
  return { menteeId, mentorId }
}

function placeOf(enrolled: EnrolledPerson, name: string, known: Known): ProgramPlace {
  const { matched, offered, isBriefed, leavesSoon } = known
  const { role, state, id, isReachable } = enrolled
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
