import type { Pair } from '../../core/pair/pair.ts'
import { pairMadeMessage } from '../../core/pair/pair-messages.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { formatMoment } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { waitingCheckInsOf } from '../../store/check-ins.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { createPair } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { scheduleFirst } from '../checkin/schedule.ts'
import { toPerson } from '../write-to.ts'
import type { FoundTwo } from './find-two.ts'

/**
 * Makes these two a pair, whatever speaks against it: that was looked at before. Both first check-ins are planned, and
 * both are introduced to one another. Whoever has not been told yet what is kept gets no introduction: the notice comes
 * with their first check-in, which names the other.
 */
export async function makePair(
  scope: Scope,
  two: FoundTwo,
  made: {
    /** Of both, in this program among others. */
    readonly places: readonly Enrollment[]
    readonly actor: string
    readonly details: Record<string, string | number>
  },
): Promise<Pair> {
  const { stored, mentor, mentee } = two
  const pair = await createPair(scope, {
    programId: stored.id,
    mentorId: mentor.id,
    menteeId: mentee.id,
    startedOn: startOf(stored.program, scope.now),
  })
  const { actor, details } = made
  await audit(scope, { actor, action: 'pair.add', subject: pair.id, details })
  for (const person of [mentor, mentee]) await scheduleFirst(scope, person, { pair, program: stored.program })
  await introduce(scope, { ...two, pair, places: made.places })
  return pair
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

/** The person's place in this program. */
export function placeIn(
  programId: string,
  person: Person,
  places: readonly Enrollment[],
): Enrollment | undefined {
  return places.find((place) => place.programId === programId && place.personId === person.id)
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
