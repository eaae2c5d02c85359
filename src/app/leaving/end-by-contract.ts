import type { Person } from '../../core/people/person.ts'
import { isTimeZone } from '../../core/time/zone.ts'
import { takeGoneByDate } from '../../store/leaving.ts'
import { lockPeople, peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { inOrganization, type World } from '../world.ts'
import { takeOut } from './take-out.ts'

const BATCH = 100

/** Once somebody's last day in the organization has passed on their own calendar, their pairs and places end. */
export async function endByContract(world: World, organizationId: string): Promise<void> {
  for (;;) {
    const taken = await inOrganization(world, organizationId, endSome)
    if (taken < BATCH) return
  }
}

async function endSome(scope: Scope): Promise<number> {
  const day = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
  const leavers = await takeGoneByDate(scope, { day, limit: BATCH })
  const ids = leavers.map(({ personId }) => personId)
  await lockPeople(scope, ids)
  const people = new Map((await peopleById(scope, ids)).map((person) => [person.id, person]))
  let ended = 0
  for (const { personId, leavesOn } of leavers) {
    const person = people.get(personId)
    if (!person || !isPast(leavesOn, person, scope.now)) continue
    await takeOut(scope, personId, 'left')
    ended += 1
  }
  return ended
}

/** West of Greenwich their last day lasts longer; where nobody knows their time zone, UTC's counts. */
function isPast(leavesOn: Temporal.PlainDate, person: Person, now: Temporal.Instant): boolean {
  const zone = isTimeZone(person.zone) ? person.zone : 'UTC'
  return Temporal.PlainDate.compare(leavesOn, now.toZonedDateTimeISO(zone).toPlainDate()) < 0
}
