import type { Enrollment } from '../../core/people/enrollment.ts'
import { nextCheckInWords } from '../../core/people/messages.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { formatMoment } from '../../core/time/dates.ts'
import { waitingCheckInsOf } from '../../store/check-ins.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { loadNudged } from '../checkin/load-nudged.ts'
import type { Turn } from '../turn.ts'

/** A person's place in a program. */
export interface TakingPart {
  readonly enrollment: Enrollment
  readonly program: Program
}

export async function programsOf(scope: Scope, personId: string): Promise<TakingPart[]> {
  const enrollments = await enrollmentsOfPerson(scope, personId)
  const programs = await programsById(
    scope,
    enrollments.map(({ programId }) => programId),
  )
  return enrollments.flatMap((enrollment) => {
    const program = programs.find(({ id }) => id === enrollment.programId)?.program
    return program ? [{ enrollment, program }] : []
  })
}

/** The place that the press or form speaks of, if it is this person's own. */
export async function ownPlace(turn: Turn): Promise<TakingPart | undefined> {
  const places = await programsOf(turn.scope, turn.person.id)
  return places.find(({ enrollment }) => enrollment.id === turn.about[0])
}

/** Whether the program's last day has passed on this person's calendar. */
export function isOver({ endsOn }: Program, person: Person, now: Temporal.Instant): boolean {
  return endsOn !== undefined && Temporal.PlainDate.compare(todayOf(person, now), endsOn) > 0
}

export function namesOf(places: readonly TakingPart[], locale: string): string {
  return new Intl.ListFormat(locale).format(places.map(({ program }) => program.name))
}

/** When the person's next check-in comes, as a sentence; undefined if none is planned. */
export async function describeNext(scope: Scope, person: Person): Promise<string | undefined> {
  const waiting = await loadNudged(scope, await waitingCheckInsOf(scope, [person.id]))
  const [first] = waiting
    .flatMap(({ checkIn, other }) => (checkIn.nextAt ? [{ at: checkIn.nextAt, other: other.name }] : []))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  if (!first) return undefined
  const { zone, locale } = person
  return nextCheckInWords({ other: first.other, moment: formatMoment(first.at, zone, locale) })
}
