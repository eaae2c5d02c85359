import { reasonsTold } from '../../core/match/told-reasons.ts'
import { otherOf, type Pair, type Side } from '../../core/pair/pair.ts'
import { pairMadeMessage } from '../../core/pair/pair-messages.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { formatMoment } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { auditAll } from '../../store/audit.ts'
import { type PlannedCheckIn, planCheckIns } from '../../store/check-ins.ts'
import { endWithContracts } from '../../store/leaving.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { createPairs } from '../../store/pairs.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { firstFor } from '../checkin/schedule.ts'
import { toPerson } from '../write-to.ts'
import { beginningFor, groupEntry, type TwoOfPair } from './kick-off.ts'

interface TwoToPair {
  readonly mentor: Person
  readonly mentee: Person
  /** What speaks for them, where that is known. */
  readonly reasons?: readonly string[]
  /** One of them, who hears of it at this moment: no introduction is sent to them. */
  readonly told?: string
}

export interface PairsToMake {
  readonly stored: StoredProgram
  readonly twos: readonly TwoToPair[]
  /** Of all of them, in this program among others. */
  readonly places: readonly Enrollment[]
  readonly actor: string
  /** For the audit. */
  readonly details: Record<string, string | number>
  /** elsewhere: whoever calls it introduces them. */
  readonly introduced?: 'elsewhere'
}

/**
 * Makes pairs, whatever speaks against them: that was looked at before. Both first check-ins are planned, and both are
 * introduced to one another: each in their own chat and, where they have a workspace of Slack in common and both take
 * part, in a conversation of the two. Whoever has not been told yet what is kept gets no introduction: the notice comes with
 * their first check-in, which names the other. Four statements for up to a thousand pairs. Gives their ids, in the same
 * order.
 */
export async function makePairs(scope: Scope, made: PairsToMake): Promise<string[]> {
  const { stored, twos, actor, details } = made
  const pairs = await createPairs(
    scope,
    twos.map(({ mentor, mentee }) => ({
      programId: stored.id,
      mentorId: mentor.id,
      menteeId: mentee.id,
      startedOn: startOf(stored.program, scope.now),
    })),
  )
  await endWithContracts(
    scope,
    pairs.map(({ id }) => id),
  )
  await auditAll(
    scope,
    pairs.map(({ id }) => ({ actor, action: 'pair.add', subject: id, details })),
  )
  const people = new Map(twos.flatMap(({ mentor, mentee }) => [mentor, mentee]).map((one) => [one.id, one]))
  const places = new Map(
    made.places.filter(({ programId }) => programId === stored.id).map((place) => [place.personId, place]),
  )
  const begins = pairs.map((pair): TwoOfPair | undefined => {
    const [mentor, mentee] = [people.get(pair.mentorId), people.get(pair.menteeId)]
    if (!mentor || !mentee) return undefined
    return {
      pair,
      program: stored.program,
      mentor,
      mentee,
      places: [places.get(mentor.id), places.get(mentee.id)],
    }
  })
  const ends = pairs.flatMap((pair, at) =>
    [pair.mentorId, pair.menteeId].flatMap((id) => {
      const [person, other, place] = [people.get(id), people.get(otherOf(pair, id)), places.get(id)]
      if (!person || !other) return []
      const first = firstFor(scope, person, { pair, program: stored.program })
      return [{ pair, person, other, place, first, two: twos[at], begins: begins[at] }]
    }),
  )
  await planCheckIns(
    scope,
    ends.flatMap(({ first }) => first ?? []),
  )
  if (made.introduced) return pairs.map(({ id }) => id)
  const introductions = ends.flatMap((end) => introduction(scope, stored.program, end))
  const groups = begins.flatMap((two, at) => (two ? groupEntry(scope, two, twos[at]?.reasons ?? []) : []))
  await queue(scope, [...introductions, ...groups])
  return pairs.map(({ id }) => id)
}

/** The day on which a pair made now starts: not before the program does. */
export function startOf({ startsOn, timeZone }: Program, now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return Temporal.PlainDate.compare(startsOn, today) > 0 ? startsOn : today
}

/** Whether its last day has passed, in its own time zone. */
export function isProgramOver({ endsOn, timeZone }: Program, now: Temporal.Instant): boolean {
  if (!endsOn) return false
  return Temporal.PlainDate.compare(now.toZonedDateTimeISO(timeZone).toPlainDate(), endsOn) > 0
}

/** One of a pair. */
interface End {
  readonly pair: Pair
  readonly person: Person
  readonly other: Person
  readonly place: Enrollment | undefined
  readonly first: PlannedCheckIn | undefined
  readonly two: TwoToPair | undefined
  readonly begins: TwoOfPair | undefined
}

function introduction(
  scope: Scope,
  program: Program,
  { pair, person, other, place, first, two, begins }: End,
): readonly NewEntry[] {
  if (!place?.noticedAt || two?.told === person.id) return []
  const side: Side = pair.mentorId === person.id ? 'mentor' : 'mentee'
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
  const beginning = begins && beginningFor(begins, person)
  const message = pairMadeMessage({
    firstName: firstNameOf(person),
    other: other.name,
    program: program.name,
    side,
    reasons: reasonsTold(two?.reasons ?? [], side),
    first: first && formatMoment(first.opensAt, person.zone, person.locale),
    invited: place.state === 'invited',
    ...(beginning && { beginning }),
  })
  return toPerson(person, {
    key: `pair:${pair.id}:made:${person.id}`,
    repeat: 'once',
    message,
    ...(after && { after }),
  })
}
