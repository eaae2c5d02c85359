import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import type { Action } from '../../core/plan/action.ts'
import { reminderMessage } from '../../core/plan/messages.ts'
import { nextReminder, remindersAfter } from '../../core/plan/reminders.ts'
import { type Availability, isWithin, nextFit } from '../../core/time/slot.ts'
import { instantAt } from '../../core/time/wall-clock.ts'
import { remindNext, takeComingActions, takeDueActions } from '../../store/actions.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { queue } from '../../store/outbox.ts'
import { pairsById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, type Due } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'

const BATCH = 100

/**
 * Reminds people of what is due next and of what was due, all of a day in one message. Returns how many messages were
 * queued.
 */
export function remindActions(world: World, organizationId: string): Promise<number> {
  const carryOut: Due['carryOut'] = async (scope, taking) => {
    const due = await takeDueActions(scope, taking)
    const owners = [...new Set(due.map(({ ownerId }) => ownerId))]
    let queued = 0
    for (const person of await peopleById(scope, owners)) queued += await remind(scope, person)
    return queued
  }
  const putOff: Due['putOff'] = (scope, id, nextAt) => remindNext(scope, id, { nextAt })
  return carryOutDue(world, organizationId, { batch: BATCH, carryOut, putOff })
}

/** An action and when its owner can be reached about it; undefined where nothing is to be said of it. */
interface Spoken {
  readonly action: Action
  readonly availability: Availability | undefined
}

async function remind(scope: Scope, person: Person): Promise<number> {
  const today = todayOf(person, scope.now)
  const until = instantAt({ date: today.add({ days: 1 }), time: '00:00', zone: person.zone })
  const coming = await takeComingActions(scope, { ownerIds: [person.id], until })
  const spoken = await withAvailability(scope, person, coming)
  const [first] = spoken.flatMap(({ availability }) => availability ?? [])
  if (first && !isWithin(first, scope.now)) {
    const nextAt = nextFit({ instant: scope.now, availability: first })
    for (const { action } of spoken) await remindNext(scope, action.id, { nextAt })
    return 0
  }
  const actions = spoken.filter(({ availability }) => availability).map(({ action }) => action)
  const queued = await send(scope, person, actions)
  // A second time on one day nothing is said, and nothing is passed over: it waits for the next.
  const again = actions.length > 0 && queued === 0 && person.accounts.length > 0
  for (const one of spoken) await after(scope, { ...one, again, today })
  return queued
}

async function send(scope: Scope, person: Person, actions: readonly Action[]): Promise<number> {
  if (actions.length === 0) return 0
  const today = todayOf(person, scope.now)
  return await queue(
    scope,
    toPerson(person, {
      key: `plan-reminder:${person.id}:${today}`,
      author: actions.find(({ authorId }) => authorId !== person.id)?.authorId ?? person.id,
      message: reminderMessage(actions, { today, locale: person.locale }),
      expiresAt: scope.now.add({ hours: 48 }),
    }),
  )
}

async function after(
  scope: Scope,
  { action, availability, again, today }: Spoken & { again: boolean; today: Temporal.PlainDate },
): Promise<void> {
  if (!availability) return await remindNext(scope, action.id, { nextAt: undefined })
  const reminders = again ? action.reminders : remindersAfter(action, today)
  const nextAt = nextReminder({ dueOn: action.dueOn, reminders }, { now: scope.now, availability })
  await remindNext(scope, action.id, { reminders, nextAt })
}

/** Nothing is said about a pair that is over, or to somebody who takes a break or has left. */
async function withAvailability(scope: Scope, person: Person, actions: readonly Action[]): Promise<Spoken[]> {
  const pairs = await pairsById(scope, [...new Set(actions.map(({ pairId }) => pairId))])
  const programs = await programsById(scope, [...new Set(pairs.map(({ programId }) => programId))])
  const enrollments = await enrollmentsOfPeople(scope, [person.id])
  return actions.map((action): Spoken => {
    const pair = pairs.find(({ id }) => id === action.pairId)
    const stored = programs.find(({ id }) => id === pair?.programId)
    const takesPart = enrollments.some(
      ({ programId, state }) => programId === pair?.programId && (state === 'active' || state === 'invited'),
    )
    const goesOn = pair?.state === 'active' && takesPart && stored
    return { action, availability: goesOn ? availabilityOf(person, stored.program.blackouts) : undefined }
  })
}
