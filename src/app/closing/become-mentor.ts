import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  becomeMentorMessage,
  mentorAlready,
  mentorGone,
  mentorNextTime,
  mentorNotNow,
  nowMentor,
  wantsToMentor,
} from '../../core/pair/closing-messages.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { wasGoodTime } from '../../core/review/review.ts'
import { addDays, nextFit } from '../../core/time/slot.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../store/enrollments.ts'
import { queue } from '../../store/outbox.ts'
import { pairById, pairsOfMentee } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import { reviewsOfPairs } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { isProgramOver } from '../pair/make-pairs.ts'
import { ownPlace } from '../people/taking-part.ts'
import { coordinatorsWithoutConflict } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'

/**
 * Asks somebody who was a mentee, once, whether they would like to be a mentor: after a good year or the whole program,
 * as they rated it themselves. Nobody else is told that they were asked, nor anything of the rating.
 */
export async function inviteToMentor(scope: Scope, { id }: Pick<Pair, 'id'>): Promise<void> {
  const pair = await pairById(scope, id)
  const [stored] = pair ? await programsById(scope, [pair.programId]) : []
  if (!pair?.closedAt || !stored || !wasFinished(pair)) return
  const { program } = stored
  const reviews = await reviewsOfPairs(scope, [pair.id], 'end')
  const own = reviews.find(({ personId, state }) => personId === pair.menteeId && state === 'answered')
  const endedOn =
    pair.endedBy === 'date' ? lastDayKept(pair, program) : dateAt(pair.closedAt, program.timeZone)
  const facts = { startedOn: pair.startedOn, endedOn, program }
  const place = await placeOf(scope, pair.menteeId, pair.programId)
  if (!own || place?.role !== 'mentee' || !wasGoodTime({ ...facts, content: own.content })) return

  const person = await personById(scope, pair.menteeId)
  if (!person) return
  const message = becomeMentorMessage({
    firstName: firstNameOf(person),
    program: program.name,
    enrollmentId: place.id,
  })
  // Not in the same breath as the word that the pair is over.
  const instant = addDays(scope.now, 1, person.zone)
  const after = nextFit({ instant, availability: availabilityOf(person, program.blackouts) })
  const key = `become-mentor:${place.id}`
  await queue(scope, toPerson(person, { key, repeat: 'never', message, ...(after && { after }) }))
}

/** Whether the pair came to the end that was meant for it. */
function wasFinished({ endedBy }: Pair): boolean {
  return endedBy === 'date' || endedBy === 'agreement'
}

/** It is closed on the day after its last. */
function lastDayKept(pair: Pair, program: Program): Temporal.PlainDate {
  const ended = pair.endsOn ?? program.endsOn
  return ended ?? dateAt(pair.closedAt ?? Temporal.Instant.fromEpochMilliseconds(0), program.timeZone)
}

/** Their place in the program of that pair, if they were its mentee to the end and may become a mentor. */
export async function mayBecomeMentor(
  scope: Scope,
  pair: Pair,
  personId: string,
): Promise<string | undefined> {
  if (personId !== pair.menteeId || !wasFinished(pair)) return undefined
  const place = await placeOf(scope, personId, pair.programId)
  return place?.role === 'mentee' ? place.id : undefined
}

/** *Become a mentor*: at once where the program runs on; else its coordinators hear of it. */
export async function becomeMentor(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const place = await ownPlace(turn)
  if (!place) return show(mentorGone)
  const { enrollment, program } = place
  if (enrollment.role !== 'mentee') return show(mentorAlready)
  const pairs = await pairsOfMentee(scope, { programId: enrollment.programId, menteeId: person.id })
  const last = pairs.filter(wasFinished).at(-1)
  if (!last) return show(mentorGone)
  await audit(scope, { actor: person.id, action: 'mentor.become', subject: enrollment.id })
  if (isProgramOver(program, scope.now)) {
    await tellCoordinators(scope, { pair: last, program, name: person.name, enrollment })
    return show(mentorNextTime(program.name))
  }
  // Looking for a mentor of their own again would take a word of theirs: “join” offers that.
  const stillMentee = pairs.some(({ state }) => state === 'active')
  await changeEnrollment(scope, enrollment.id, {
    role: stillMentee ? 'both' : 'mentor',
    state: 'active',
    pausedUntil: null,
    silences: 0,
    askedToGoOnAt: null,
  })
  return show(nowMentor(program.name))
}

export async function declineMentor(turn: Turn): Promise<Outcome> {
  return show((await ownPlace(turn)) ? mentorNotNow : mentorGone)
}

async function tellCoordinators(
  scope: Scope,
  told: {
    readonly pair: Pair
    readonly program: Program
    readonly name: string
    readonly enrollment: Enrollment
  },
): Promise<void> {
  const { pair, program, name, enrollment } = told
  const message = wantsToMentor({ name, program: program.name })
  for (const coordinator of await coordinatorsWithoutConflict(scope, program, pair)) {
    const after = nextFit({ instant: scope.now, availability: availabilityOf(coordinator, []) })
    const key = `become-mentor:${enrollment.id}:${coordinator.id}`
    await queue(scope, toPerson(coordinator, { key, repeat: 'once', message, ...(after && { after }) }))
  }
}

async function placeOf(scope: Scope, personId: string, programId: string): Promise<Enrollment | undefined> {
  return (await enrollmentsOfPerson(scope, personId)).find((one) => one.programId === programId)
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
