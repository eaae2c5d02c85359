import { FAREWELL_DAYS } from '../../core/people/leaving.ts'
import { farewellMessage } from '../../core/people/leaving-messages.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import { formatDate } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { isTimeZone } from '../../core/time/zone.ts'
import { endWithContracts, type Leaver, noteFarewell, takeLeaving } from '../../store/leaving.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { openClosing } from '../closing/open-closing.ts'
import { programsOf } from '../people/taking-part.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'

const BATCH = 100

/**
 * Fourteen days before somebody's last day in the organization: the closing talk of their pairs is opened, these end on
 * that day at the latest, and they are offered their record. Once, unless the staff list names another day.
 */
export function sayFarewell(world: World, organizationId: string): Promise<number> {
  const failed: string[] = []
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const day = scope.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: FAREWELL_DAYS })
      const leavers = await takeLeaving(scope, { day, except: failed, limit })
      took(leavers.map(({ personId }) => personId))
      await farewellToThose(scope, leavers)
      return leavers.length
    },
    putOff: (_scope, id) => Promise.resolve(void failed.push(id)),
  })
}

async function farewellToThose(scope: Scope, leavers: readonly Leaver[]): Promise<void> {
  const ids = leavers.map(({ personId }) => personId)
  const people = new Map((await peopleById(scope, ids)).map((person) => [person.id, person]))
  for (const leaver of leavers) {
    const person = people.get(leaver.personId)
    // Where nobody knows their time zone, no hour suits: their pairs end all the same.
    if (person && isTimeZone(person.zone)) await queue(scope, await farewellTo(scope, person, leaver))
  }
  await noteFarewell(scope, ids)
}

async function farewellTo(scope: Scope, person: Person, { leavesOn }: Leaver): Promise<readonly NewEntry[]> {
  const places = (await programsOf(scope, person.id)).filter(({ enrollment }) => enrollment.state !== 'left')
  const isOver = Temporal.PlainDate.compare(leavesOn, todayOf(person, scope.now)) < 0
  if (places.length === 0 || isOver) return []
  const pairs = await activePairsOf(scope, person.id)
  const others = await peopleById(
    scope,
    pairs.map(({ mentorId, menteeId }) => (mentorId === person.id ? menteeId : mentorId)),
  )
  for (const pair of pairs) await openClosing(scope, pair, 'coming')
  await endWithContracts(
    scope,
    pairs.map(({ id }) => id),
  )
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, []) })
  const { locale } = person
  return toPerson(person, {
    key: `farewell:${person.id}:${leavesOn}`,
    repeat: 'once',
    ...(after && { after }),
    message: farewellMessage({
      firstName: firstNameOf(person),
      day: formatDate(leavesOn, locale, todayOf(person, scope.now)),
      others: [...new Set(others.map(({ name }) => name))],
      locale,
    }),
  })
}
