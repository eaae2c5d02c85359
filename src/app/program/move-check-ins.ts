import type { CheckIn } from '../../core/checkin/checkin.ts'
import { nextCheckIn } from '../../core/checkin/due.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { dueTime } from '../../core/time/cadence.ts'
import { firstSlot } from '../../core/time/slot.ts'
import {
  type CheckInChange,
  changeCheckIns,
  waitingCheckInsOf,
  waitingCheckInsOfProgram,
} from '../../store/check-ins.ts'
import type { Scope } from '../../store/scope.ts'
import { loadNudged, type Nudged } from '../checkin/load-nudged.ts'

/** One statement changes so many at most. */
const AT_ONCE = 1_000

/** New hours, zones or leave of many people: their waiting check-ins keep their day and move to a time that suits. */
export async function moveToNewHours(scope: Scope, people: readonly Pick<Person, 'id'>[]): Promise<void> {
  const waiting = await waitingCheckInsOf(
    scope,
    people.map(({ id }) => id),
  )
  await move(scope, waiting, (one) => onItsDay(scope, one) ?? onNextDay(scope, one))
}

/** A new cadence, new blackouts or a new last day: every waiting check-in of the program gets its day anew. */
export async function moveToNewCadence(scope: Scope, programId: string): Promise<void> {
  const waiting = await waitingCheckInsOfProgram(scope, programId)
  await move(scope, waiting, (one) => onNextDay(scope, one))
}

type Coming = Pick<CheckInChange, 'nextAt' | 'dueOn'>

/** One that has nowhere to move to stays: at its time it is seen that the program is over. */
async function move(
  scope: Scope,
  waiting: readonly CheckIn[],
  comingFor: (one: Nudged) => Coming | undefined,
): Promise<void> {
  for (let start = 0; start < waiting.length; start += AT_ONCE) {
    const batch = await loadNudged(scope, waiting.slice(start, start + AT_ONCE))
    const changes = batch.flatMap((one): CheckInChange[] => {
      const coming = comingFor(one)
      return coming ? [{ id: one.checkIn.id, from: 'waiting', state: 'waiting', ...coming }] : []
    })
    await changeCheckIns(scope, changes)
  }
}

function onItsDay(
  scope: Scope,
  { checkIn, person, pair, program, availability }: Nudged,
): Coming | undefined {
  const { dueOn } = checkIn
  if (Temporal.PlainDate.compare(dueOn, todayOf(person, scope.now)) < 0) return undefined
  const at = dueTime({ cadence: program.cadence, startsOn: pair.startedOn, dueOn })
  const nextAt = firstSlot({ dueOn, at, notBefore: scope.now, availability })
  return nextAt && { nextAt }
}

function onNextDay(scope: Scope, { person, pair, program, availability }: Nudged): Coming | undefined {
  const coming = nextCheckIn({
    cadence: program.cadence,
    startedOn: pair.startedOn,
    after: todayOf(person, scope.now),
    now: scope.now,
    availability,
    ...(program.endsOn && { endsOn: program.endsOn }),
  })
  return coming && { nextAt: coming.opensAt, dueOn: coming.dueOn }
}
