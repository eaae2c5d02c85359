import { GRACE_DAYS } from '../../core/people/leaving.ts'
import { accountGoneMessage } from '../../core/people/leaving-messages.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { formatDate } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { isTimeZone } from '../../core/time/zone.ts'
import { type Lost, takeLost } from '../../store/leaving.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import { programsOf, type TakingPart } from '../people/taking-part.ts'
import { coordinatorsOf } from '../program/coordinators.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { takeOut } from './take-out.ts'

const BATCH = 100

/**
 * Somebody has no account any more that can be written to. It may be a mistake: the coordinators hear of it at once, and
 * only after seven days their pairs end kindly for the others. An account that speaks again, or that the directory knows
 * again, undoes it until then.
 */
export function endForLost(world: World, organizationId: string): Promise<number> {
  const seen: string[] = []
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const lost = await takeLost(scope, { before: scope.now, except: seen, limit })
      const ids = lost.map(({ personId }) => personId)
      took(ids)
      await lookAt(scope, lost)
      seen.push(...ids)
      return lost.length
    },
    putOff: (_scope, id) => Promise.resolve(void seen.push(id)),
  })
}

async function lookAt(scope: Scope, lost: readonly Lost[]): Promise<void> {
  const found = await peopleById(
    scope,
    lost.map(({ personId }) => personId),
  )
  const people = new Map(found.map((person) => [person.id, person]))
  for (const one of lost) {
    const person = people.get(one.personId)
    if (!person) continue
    if (Temporal.Instant.compare(endOf(one), scope.now) <= 0) await takeOut(scope, person.id, 'deactivated')
    else await queue(scope, await wordsToCoordinators(scope, person, one))
  }
}

function endOf({ goneAt }: Lost): Temporal.Instant {
  return goneAt.add({ hours: GRACE_DAYS * 24 })
}

/** Told once for each time that the account went: later beats find the same words on their way already. */
async function wordsToCoordinators(scope: Scope, person: Person, lost: Lost): Promise<NewEntry[]> {
  const places = (await programsOf(scope, person.id)).filter(({ enrollment }) => enrollment.state !== 'left')
  const entries: NewEntry[] = []
  for (const place of places) entries.push(...(await wordsAbout(scope, { person, lost, place })))
  return entries
}

async function wordsAbout(
  scope: Scope,
  { person, lost, place }: { readonly person: Person; readonly lost: Lost; readonly place: TakingPart },
): Promise<NewEntry[]> {
  const { enrollment, program } = place
  const pairs = (await activePairsOf(scope, person.id)).filter(
    ({ programId }) => programId === enrollment.programId,
  )
  const others = await peopleById(
    scope,
    pairs.map(({ mentorId, menteeId }) => (mentorId === person.id ? menteeId : mentorId)),
  )
  const coordinators = (await coordinatorsOf(scope, program)).filter(
    ({ email, zone }) => isTimeZone(zone) && !hasConflict(email, [person, ...others]),
  )
  return coordinators.flatMap((coordinator) => {
    const after = nextFit({ instant: scope.now, availability: availabilityOf(coordinator, []) })
    const { locale, zone } = coordinator
    const ends = endOf(lost).toZonedDateTimeISO(zone).toPlainDate()
    return toPerson(coordinator, {
      key: `gone:${enrollment.id}:${lost.goneAt.epochMilliseconds}:${coordinator.id}`,
      repeat: 'once',
      ...(after && { after }),
      message: accountGoneMessage({
        name: person.name,
        program: program.name,
        others: others.map(({ name }) => name),
        ends: formatDate(ends, locale),
        locale,
      }),
    })
  })
}
