import type { CheckIn } from '../../core/checkin/checkin.ts'
import { type Nudge, nextReminder, remindersIn } from '../../core/checkin/nudge.ts'
import { putOffMessage, reminderMessage } from '../../core/checkin/nudge-messages.ts'
import type { Message } from '../../core/message/message.ts'
import { isWithin, nextFit } from '../../core/time/slot.ts'
import { checkInsOfNudge } from '../../store/check-ins.ts'
import { changeNudge, takeDueNudges } from '../../store/nudges.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'

const BATCH = 100

/** Sends the reminders, and the messages put off by *later*, whose time has come. Returns how many nudges it saw. */
export function sendReminders(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const due = await takeDueNudges(scope, limit)
      took(due.map(({ id }) => id))
      for (const nudge of due) await remind(scope, nudge)
      return due.length
    },
    putOff: (scope, id, nextAt) => changeNudge(scope, id, { nextAt }),
  })
}

async function remind(scope: Scope, nudge: Nudge): Promise<void> {
  const open = (await checkInsOfNudge(scope, nudge.id)).filter(isOpen)
  const nudged = (await loadNudged(scope, open)).filter(mayBeReminded)
  const [first] = nudged
  if (!first) return changeNudge(scope, nudge.id, { nextAt: undefined })
  if (!isWithin(first.availability, scope.now)) {
    const nextAt = nextFit({ instant: scope.now, availability: first.availability })
    return changeNudge(scope, nudge.id, { nextAt })
  }
  return nudge.putOff ? sayAsAsked(scope, nudge, nudged) : sayReminder(scope, nudge, nudged)
}

/** Whoever left, paused or was asked whether to go on since the opening is not reminded. */
function mayBeReminded({ pair, enrollment }: Nudged): boolean {
  const takesPart = enrollment.state === 'active' || enrollment.state === 'invited'
  return pair.state === 'active' && takesPart && !enrollment.declinedAt && !enrollment.askedToGoOnAt
}

/** *Later* sets the reminders back to count from the message that the person asked for. */
async function sayAsAsked(scope: Scope, nudge: Nudge, nudged: readonly Nudged[]): Promise<void> {
  await send(scope, { nudge, nudged, message: putOffMessage(factsOf(nudge, nudged)) })
  await changeNudge(scope, nudge.id, {
    messages: nudge.messages + 1,
    putOff: false,
    openedAt: scope.now,
    nextAt: reminderAfter(scope, nudged, { openedAt: scope.now, reminders: nudge.reminders })?.at,
  })
}

async function sayReminder(scope: Scope, nudge: Nudge, nudged: readonly Nudged[]): Promise<void> {
  const due = reminderAfter(scope, nudged, nudge)
  if (!due) return changeNudge(scope, nudge.id, { nextAt: undefined })
  const next = reminderAfter(scope, nudged, { openedAt: nudge.openedAt, reminders: due.reminders })
  const message = reminderMessage({ ...factsOf(nudge, nudged), last: !next })
  await send(scope, { nudge, nudged, message })
  await changeNudge(scope, nudge.id, {
    messages: nudge.messages + 1,
    reminders: due.reminders,
    nextAt: next?.at,
  })
}

/** The next nudge covers one whose fate is unknown, and a reminder is of no use once that one is due. */
async function send(
  scope: Scope,
  { nudge, nudged, message }: { nudge: Nudge; nudged: readonly Nudged[]; message: Message },
): Promise<void> {
  const person = nudged[0]?.person
  if (!person) return
  await queue(scope, toPerson(person, { key: `nudge:${nudge.id}:${nudge.messages + 1}`, message }))
}

function reminderAfter(
  scope: Scope,
  nudged: readonly Nudged[],
  { openedAt, reminders }: { openedAt: Temporal.Instant; reminders: number },
) {
  const [first] = nudged
  if (!first) return undefined
  const { program, availability } = first
  const stages = nudged.map(({ checkIn }) => checkIn.stage ?? 'working')
  const remindersDays = remindersIn(stages, program.checkIn.remindersDays)
  return nextReminder({ openedAt, reminders, remindersDays, now: scope.now, availability })
}

function factsOf(nudge: Nudge, nudged: readonly Nudged[]) {
  return {
    nudgeId: nudge.id,
    firstName: nudged[0] ? firstNameOf(nudged[0].person) : '',
    pairs: nudged.map((one) => ({
      checkInId: one.checkIn.id,
      other: one.other.name,
      program: one.program.name,
    })),
  }
}

function isOpen({ state }: CheckIn): boolean {
  return state === 'open'
}
