import { type Candidate, describeToldLater, objectionsTo } from '../../core/pair/by-hand.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import type { Person } from '../../core/people/person.ts'
import { waitingCheckInsOf } from '../../store/check-ins.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { keptApart } from '../../store/own-never-with.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { lockPerson } from '../../store/people.ts'
import { listedByEmail } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { withdrawOffersTo } from '../offer/withdraw-offers.ts'
import { refusalOf } from '../program/admit-text.ts'
import { type FoundTwo, findTwo, type PairRefusal, refused } from './find-two.ts'
import { isProgramOver, makePairs } from './make-pairs.ts'

export interface PairToAdd {
  /** The program's slug or id. */
  readonly program: string
  /** E-mail addresses. */
  readonly mentor: string
  readonly mentee: string
  /** The reason for pairing them although something speaks against it. It goes to the audit. */
  readonly anyway?: string
  /** A person's id, or `command line`. */
  readonly actor: string
}

export type AddedPair =
  | {
      readonly ok: true
      readonly pairId: string
      readonly overridden: readonly string[]
      /** What whoever paired them is to know, in sentences. */
      readonly notes: readonly string[]
    }
  | PairRefusal

/**
 * Pairs two people by hand. What speaks against it is said in full; what a coordinator may decide otherwise needs a
 * reason. Both first check-ins are planned, and both are introduced to one another. Whoever has not been told yet what
 * is kept gets no introduction: the notice comes with their first check-in, which names the other.
 */
export async function addPair(scope: Scope, wanted: PairToAdd): Promise<AddedPair> {
  const found = await findTwo(scope, wanted)
  if ('ok' in found) return found
  const { stored, mentor, mentee } = found
  if (isProgramOver(stored.program, scope.now)) return refused([`${stored.program.name} is over`])
  for (const { id } of [mentor, mentee].sort((a, b) => a.id.localeCompare(b.id))) await lockPerson(scope, id)

  const places = await enrollmentsOfPeople(scope, [mentor.id, mentee.id])
  const objections = await objectionsFor(scope, found, places)
  const final = objections.filter(({ overridable }) => !overridable).map(({ problem }) => problem)
  if (final.length > 0) return refused(final)
  const overridden = objections.map(({ problem }) => problem)
  const reason = wanted.anyway?.trim() ?? ''
  if (overridden.length > 0 && reason === '') return { ...refused(overridden), needsReason: true }
  const refusal = reason === '' ? undefined : refusalOf(reason)
  if (refusal !== undefined) return refused([`The reason cannot be kept: ${refusal}`])

  const [pairId = ''] = await makePairs(scope, {
    stored,
    twos: [{ mentor, mentee }],
    places,
    actor: wanted.actor,
    details: overridden.length > 0 ? { anyway: reason, overridden: overridden.length } : {},
  })
  const { actor } = wanted
  await withdrawOffersTo(scope, { programId: stored.id, menteeId: mentee.id, actor })
  const notes = await whoHearsLater(scope, { found, places, pairId })
  return { ok: true, pairId, overridden, notes }
}

interface Made {
  readonly found: FoundTwo
  readonly places: readonly Enrollment[]
  readonly pairId: string
}

/** Those whom nothing reaches before their first check-in, which may be weeks away: nobody is to wonder. */
async function whoHearsLater(scope: Scope, { found, places, pairId }: Made): Promise<string[]> {
  const { stored, mentor, mentee } = found
  const untold = [mentor, mentee].filter((person) => !placeIn(stored.id, person, places)?.noticedAt)
  const waiting = await waitingCheckInsOf(
    scope,
    untold.map(({ id }) => id),
  )
  const later = untold.flatMap(({ id, name }) => {
    const at = waiting.find((checkIn) => checkIn.pairId === pairId && checkIn.personId === id)?.nextAt
    return at ? [{ name, at }] : []
  })
  return describeToldLater(later, stored.program.timeZone)
}

async function objectionsFor(
  scope: Scope,
  { stored, mentor, mentee }: FoundTwo,
  places: readonly Enrollment[],
) {
  const listed = await listedByEmail(scope, [mentor.email, mentee.email])
  const cells = ({ email }: Person) => listed.get(email)?.cells ?? {}
  const candidate = (person: Person): Candidate => {
    const place = placeIn(stored.id, person, places)
    const neverWith = cells(person)['never_with']
    return {
      ...person,
      place: place && { role: place.role, state: place.state, declined: place.declinedAt !== undefined },
      neverWith: Array.isArray(neverWith) ? neverWith.map(String) : [],
    }
  }
  const running = await activePairsOf(scope, mentor.id)
  const capacity = cells(mentor)['capacity']
  const lists = await keptApart(scope)
  const two = [mentor.id, mentee.id]
  return objectionsTo({
    program: stored.program.name,
    mentor: {
      ...candidate(mentor),
      capacity: typeof capacity === 'number' ? capacity : 1,
      mentees: running.filter(({ mentorId }) => mentorId === mentor.id).length,
    },
    mentee: candidate(mentee),
    isApart: lists.some((list) => two.every((id) => list.includes(id))),
    alreadyPaired: running.some(
      ({ programId, mentorId, menteeId }) =>
        programId === stored.id && mentorId === mentor.id && menteeId === mentee.id,
    ),
  })
}

/** The person's place in this program. */
function placeIn(programId: string, person: Person, places: readonly Enrollment[]): Enrollment | undefined {
  return places.find((place) => place.programId === programId && place.personId === person.id)
}
