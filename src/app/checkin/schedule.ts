import { nextCheckIn } from '../../core/checkin/due.ts'
import { lastDayOf, type Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { dueTime } from '../../core/time/cadence.ts'
import { firstSlot } from '../../core/time/slot.ts'
import {
  changeCheckIns,
  type PlannedCheckIn,
  planCheckIns,
  waitingCheckInsOf,
} from '../../store/check-ins.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

interface Course {
  readonly pair: Pair
  readonly program: Program
}

/** Plans the first check-in of a pair for one of its two. Doing it again changes nothing. */
export async function scheduleFirst(scope: Scope, person: Person, course: Course): Promise<void> {
  const first = firstFor(scope, person, course)
  if (first) await planCheckIns(scope, [first])
}

/** The first check-in of a pair for one of its two; undefined if there is none to come. */
export function firstFor(scope: Scope, person: Person, course: Course): PlannedCheckIn | undefined {
  const coming = comingFor(scope, person, course)
  if (!coming) return undefined
  const { pair, program } = course
  // Between peers nobody is a mentor: both are asked what a mentee is asked.
  const side = pair.mentorId === person.id && program.type !== 'peer' ? 'mentor' : 'mentee'
  return { programId: pair.programId, pairId: pair.id, personId: person.id, side, ...coming }
}

/**
 * Sets the check-ins that wait for this person by what now holds of them: new hours or leave, back from a break, going
 * on after silence. One whose day has passed moves to the next of the cadence; one that is missing is planned.
 */
export async function reschedule(scope: Scope, person: Person): Promise<void> {
  const pairs = await activePairsOf(scope, person.id)
  const programs = await programsById(scope, [...new Set(pairs.map(({ programId }) => programId))])
  const waiting = new Map(
    (await waitingCheckInsOf(scope, [person.id])).map((checkIn) => [checkIn.pairId, checkIn]),
  )
  for (const pair of pairs) {
    const program = programs.find(({ id }) => id === pair.programId)?.program
    if (!program) continue
    const checkIn = waiting.get(pair.id)
    if (!checkIn) {
      await scheduleFirst(scope, person, { pair, program })
      continue
    }
    const opensAt = reachAgain(scope, person, { pair, program, dueOn: checkIn.dueOn })
    if (opensAt) {
      await changeCheckIns(scope, [{ id: checkIn.id, from: 'waiting', state: 'waiting', nextAt: opensAt }])
    } else {
      const coming = comingFor(scope, person, { pair, program })
      const { id } = checkIn
      if (coming)
        await changeCheckIns(scope, [
          { id, from: 'waiting', state: 'waiting', nextAt: coming.opensAt, dueOn: coming.dueOn },
        ])
    }
  }
}

/** When a check-in whose day has not passed reaches the person now. */
function reachAgain(
  scope: Scope,
  person: Person,
  { pair, program, dueOn }: Course & { dueOn: Temporal.PlainDate },
): Temporal.Instant | undefined {
  if (Temporal.PlainDate.compare(dueOn, todayOf(person, scope.now)) < 0) return undefined
  const at = dueTime({ cadence: program.cadence, startsOn: pair.startedOn, dueOn })
  const availability = availabilityOf(person, program.blackouts)
  return firstSlot({ dueOn, at, notBefore: scope.now, availability })
}

function comingFor(scope: Scope, person: Person, { pair, program }: Course) {
  const endsOn = lastDayOf(pair, program)
  return nextCheckIn({
    cadence: program.cadence,
    startedOn: pair.startedOn,
    after: todayOf(person, scope.now),
    now: scope.now,
    availability: availabilityOf(person, program.blackouts),
    ...(endsOn && { endsOn }),
  })
}
