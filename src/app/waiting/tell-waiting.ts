import { availabilityOf, type Person } from '../../core/people/person.ts'
import { missingBlocks } from '../../core/people/profile-messages.ts'
import { formatDate } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { waitingMessage } from '../../core/waiting/messages.ts'
import { nextWord } from '../../core/waiting/waiting.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { lookAgain, type Standing, takeToLookAt } from '../../store/waiting.ts'
import { carryOutDue, type Due } from '../carry-out-due.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { createViews, type ProgramView, type Views, type Waiter } from './view-program.ts'

const BATCH = 500
/** Everybody is looked at this often, and whoever waits is told this often. */
const DAYS = 7

/**
 * Tells everybody who waits to be paired how things stand, a week after they last heard of it. Who is in a pair, on a
 * break or not in yet is looked at again a week later: so nobody can be forgotten, whatever happens to a pair meanwhile.
 * Returns how many were told.
 */
export function tellWaiting(world: World, organizationId: string): Promise<number> {
  const views = createViews()
  const carryOut: Due['carryOut'] = async (scope, { limit, took }) => {
    const standings = await takeToLookAt(scope, limit)
    took(standings.map(({ enrollmentId }) => enrollmentId))
    return standings.length === 0 ? 0 : await tell(scope, views, standings)
  }
  return carryOutDue(world, organizationId, { batch: BATCH, carryOut, putOff })
}

const putOff: Due['putOff'] = (scope, enrollmentId, at) =>
  lookAgain(scope, [{ enrollmentId, at, told: false }])

/** When somebody is looked at next, and what they are told now. */
interface Look {
  readonly enrollmentId: string
  readonly at: Temporal.Instant
  readonly told: boolean
  readonly entries: readonly NewEntry[]
}

async function tell(scope: Scope, views: Views, standings: readonly Standing[]): Promise<number> {
  const present = standings.filter(mayWait)
  const found = await peopleById(scope, [...new Set(present.map(({ personId }) => personId))])
  const people = new Map(found.map((person) => [person.id, person]))
  const looks: Look[] = []
  for (const standing of standings) {
    const person = mayWait(standing) ? people.get(standing.personId) : undefined
    const view = person && (await views.of(scope, standing.programId))
    looks.push(view ? await lookAt(scope, { standing, person, view }) : inAWeek(scope, standing))
  }
  await lookAgain(scope, looks)
  return await queue(
    scope,
    looks.flatMap(({ entries }) => entries),
  )
}

/** They take part, and have nobody on one side on which they could. */
function mayWait({ state, role, hasMentor, hasMentee }: Standing): boolean {
  const lacks = { mentee: !hasMentor, mentor: !hasMentee, both: !hasMentor || !hasMentee }
  return state === 'active' && lacks[role]
}

function inAWeek(scope: Scope, { enrollmentId }: Standing): Look {
  return { enrollmentId, at: scope.now.add({ hours: DAYS * 24 }), told: false, entries: [] }
}

interface One {
  readonly standing: Standing
  readonly person: Person
  readonly view: ProgramView
}

async function lookAt(scope: Scope, one: One): Promise<Look> {
  const { standing, person, view } = one
  const { enrollmentId, heardAt, isKnown } = standing
  const availability = availabilityOf(person, view.program.blackouts)
  // Where it is not known when they last heard, a week counts from the first look.
  const dueAt = heardAt || !isKnown ? nextWord(heardAt ?? scope.now, availability) : scope.now
  if (!dueAt) return inAWeek(scope, standing)
  if (Temporal.Instant.compare(dueAt, scope.now) > 0)
    return { enrollmentId, at: dueAt, told: false, entries: [] }

  const waiter = await view.waiterOf(scope, standing)
  const at = nextWord(scope.now, availability)
  if (!waiter || !at) return inAWeek(scope, standing)
  return { enrollmentId, at, told: true, entries: wordFor(scope, { ...one, waiter }) }
}

function wordFor(
  scope: Scope,
  { standing, person, view, waiter }: One & { readonly waiter: Waiter },
): readonly NewEntry[] {
  const { program } = view
  const { locale, zone } = person
  const { lacksAims, ...stands } = waiter
  const message = waitingMessage({
    ...stands,
    asks: lacksAims ? missingBlocks({ missing: ['aims'], program: program.name }) : [],
    firstName: firstNameOf(person),
    program: program.name,
    startsOn: view.isToCome ? formatDate(program.startsOn, locale) : undefined,
    coordinators: view.coordinators.filter(({ id }) => id !== person.id).map(({ name }) => name),
    mayLeave: program.join !== 'required',
    locale,
  })
  const day = scope.now.toZonedDateTimeISO(zone).toPlainDate()
  // A beat may come late.
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
  return toPerson(person, {
    key: `waiting:${standing.enrollmentId}:${day}`,
    repeat: 'never',
    ...(after && { after }),
    expiresAt: scope.now.add({ hours: DAYS * 24 }),
    message,
  })
}
