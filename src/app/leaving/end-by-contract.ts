import type { Person } from '../../core/people/person.ts'
import { isTimeZone } from '../../core/time/zone.ts'
import { type Leaver, takeGoneByDate } from '../../store/leaving.ts'
import { lockPeople, peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { takeOut } from './take-out.ts'

const BATCH = 100

/** Once somebody's last day in the organization has passed on their own calendar, their pairs and places end. */
export function endByContract(world: World, organizationId: string): Promise<number> {
  const seen: string[] = []
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const day = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
      const leavers = await takeGoneByDate(scope, { day, except: seen, limit })
      took(leavers.map(({ personId }) => personId))
      return await endThose(scope, leavers, (id) => seen.push(id))
    },
    putOff: (_scope, id) => Promise.resolve(void seen.push(id)),
  })
}

/** `stay`: called with whoever is there today still. */
async function endThose(
  scope: Scope,
  leavers: readonly Leaver[],
  stay: (personId: string) => void,
): Promise<number> {
  const ids = leavers.map(({ personId }) => personId)
  await lockPeople(scope, ids)
  const people = new Map((await peopleById(scope, ids)).map((person) => [person.id, person]))
  let ended = 0
  for (const { personId, leavesOn } of leavers) {
    const person = people.get(personId)
    if (person && isPast(leavesOn, person, scope.now)) {
      await takeOut(scope, personId, 'left')
      ended += 1
    } else stay(personId)
  }
  return ended
}

/** West of Greenwich their last day lasts longer; where nobody knows their time zone, UTC's counts. */
function isPast(leavesOn: Temporal.PlainDate, person: Person, now: Temporal.Instant): boolean {
  const zone = isTimeZone(person.zone) ? person.zone : 'UTC'
  return Temporal.PlainDate.compare(leavesOn, now.toZonedDateTimeISO(zone).toPlainDate()) < 0
}
