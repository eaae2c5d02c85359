import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { notPaused, resumedMessage } from '../../core/people/messages.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment, takePausedUntil } from '../../store/enrollments.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { reschedule } from '../checkin/schedule.ts'
import { makeOfEach } from '../make-of-each.ts'
import { wakePairs } from '../pair/rest-pairs.ts'
import type { Turn } from '../turn.ts'
import { inOrganization, type World } from '../world.ts'
import { describeNext, namesOf, programsOf } from './taking-part.ts'

/** So many breaks end in one transaction: on the day after the holidays it may be everybody's. */
const BATCH = 200

/** `resume`: ends every break at once. */
export async function resumeByCommand(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const paused = (await programsOf(scope, person.id)).filter(
    ({ enrollment }) => enrollment.state === 'paused',
  )
  if (paused.length === 0) return { kind: 'show', message: sentence(notPaused) }
  for (const { enrollment } of paused) {
    await goOnAgain(scope, enrollment.id, person.id)
    await wakePairs(scope, person, enrollment.programId)
  }
  await reschedule(scope, person)
  const next = await describeNext(scope, person)
  return { kind: 'show', message: resumedMessage(namesOf(paused, person.locale), next) }
}

/**
 * Ends the breaks whose day has come on the person's own calendar. Their check-ins need no new plan: those that fell
 * into the break wait for that day. Returns how many.
 */
export async function resumePeople(world: World, organizationId: string): Promise<number> {
  let resumed = 0
  let after = ''
  for (;;) {
    const { paused, back } = await inOrganization(world, organizationId, (scope) =>
      resumeBatch(world, scope, after),
    )
    resumed += back
    if (paused.length < BATCH) return resumed
    after = paused.at(-1)?.id ?? ''
  }
}

async function resumeBatch(
  world: World,
  scope: Scope,
  after: string,
): Promise<{ paused: readonly Enrollment[]; back: number }> {
  // The calendars of the world are at most a day ahead of UTC's.
  const day = scope.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })
  const paused = await takePausedUntil(scope, { day, after, limit: BATCH })
  const found = await peopleById(scope, [...new Set(paused.map(({ personId }) => personId))])
  const people = new Map(found.map((person) => [person.id, person]))
  const back = makeOfEach(world, paused, (enrollment) =>
    isOver(enrollment, people.get(enrollment.personId), scope.now) ? [enrollment] : [],
  )
  for (const { id } of back) await goOnAgain(scope, id, 'rounds')
  return { paused, back: back.length }
}

function isOver({ pausedUntil }: Enrollment, person: Person | undefined, now: Temporal.Instant): boolean {
  return !!person && !!pausedUntil && Temporal.PlainDate.compare(pausedUntil, todayOf(person, now)) <= 0
}

async function goOnAgain(scope: Scope, enrollmentId: string, actor: string): Promise<void> {
  await changeEnrollment(scope, enrollmentId, {
    state: 'active',
    pausedUntil: null,
    silences: 0,
    askedToGoOnAt: null,
  })
  await audit(scope, { actor, action: 'program.resume', subject: enrollmentId })
}
