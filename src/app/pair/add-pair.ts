import { type Candidate, objectionsTo } from '../../core/pair/by-hand.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { pairMadeMessage } from '../../core/pair/pair-messages.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { formatMoment } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { waitingCheckInsOf } from '../../store/check-ins.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { activePairsOf, createPair } from '../../store/pairs.ts'
import { lockPerson } from '../../store/people.ts'
import { listedByEmail } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { scheduleFirst } from '../checkin/schedule.ts'
import { refusalOf } from '../program/admit-text.ts'
import { toPerson } from '../write-to.ts'
import { type FoundTwo, findTwo, type PairRefusal, refused } from './find-two.ts'

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
  | { readonly ok: true; readonly pairId: string; readonly overridden: readonly string[] }
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
  if (isOver(stored.program, scope.now)) return refused([`${stored.program.name} is over`])
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

  const pair = await createPair(scope, {
    programId: stored.id,
    mentorId: mentor.id,
    menteeId: mentee.id,
    startedOn: startOf(stored.program, scope.now),
  })
  await audit(scope, {
    actor: wanted.actor,
    action: 'pair.add',
    subject: pair.id,
    details: overridden.length > 0 ? { anyway: reason, overridden: overridden.length } : {},
  })
  for (const person of [mentor, mentee]) await scheduleFirst(scope, person, { pair, program: stored.program })
  await introduce(scope, { ...found, pair, places })
  return { ok: true, pairId: pair.id, overridden }
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
  return objectionsTo({
    program: stored.program.name,
    mentor: {
      ...candidate(mentor),
      capacity: typeof capacity === 'number' ? capacity : 1,
      mentees: running.filter(({ mentorId }) => mentorId === mentor.id).length,
    },
    mentee: candidate(mentee),
    alreadyPaired: running.some(
      ({ programId, mentorId, menteeId }) =>
        programId === stored.id && mentorId === mentor.id && menteeId === mentee.id,
    ),
  })
}

function placeIn(programId: string, person: Person, places: readonly Enrollment[]): Enrollment | undefined {
  return places.find((place) => place.programId === programId && place.personId === person.id)
}

/** Not before the program starts. */
function startOf({ startsOn, timeZone }: Program, now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return Temporal.PlainDate.compare(startsOn, today) > 0 ? startsOn : today
}

function isOver({ endsOn, timeZone }: Program, now: Temporal.Instant): boolean {
  if (!endsOn) return false
  return Temporal.PlainDate.compare(now.toZonedDateTimeISO(timeZone).toPlainDate(), endsOn) > 0
}

async function introduce(
  scope: Scope,
  { stored, mentor, mentee, pair, places }: FoundTwo & { pair: Pair; places: readonly Enrollment[] },
): Promise<void> {
  const { program } = stored
  const waiting = (await waitingCheckInsOf(scope, [mentor.id, mentee.id])).filter(
    ({ pairId }) => pairId === pair.id,
  )
  const entries = [
    [mentor, mentee],
    [mentee, mentor],
  ].flatMap(([person, other]): NewEntry[] => {
    const place = person && placeIn(stored.id, person, places)
    if (!person || !other || !place?.noticedAt) return []
    const first = waiting.find(({ personId }) => personId === person.id)?.nextAt
    const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
    const message = pairMadeMessage({
      firstName: firstNameOf(person),
      other: other.name,
      program: program.name,
      side: person === mentor ? 'mentor' : 'mentee',
      first: first && formatMoment(first, person.zone, person.locale),
      invited: place.state === 'invited',
    })
    return toPerson(person, {
      key: `pair:${pair.id}:made:${person.id}`,
      repeat: 'once',
      message,
      ...(after && { after }),
    })
  })
  await queue(scope, entries)
}
