import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  changedFields,
  correctionStored,
  correctionTold,
  meetingGone,
  nothingChanged,
  sameDayTaken,
  sureToTakeBack,
  takenBack,
  takenBackTold,
} from '../../core/pair/correction-messages.ts'
import { checkMeeting, type Meeting, meetingKinds } from '../../core/pair/meeting.ts'
import { correctionForm } from '../../core/pair/meeting-form.ts'
import { describeMeetingProblem } from '../../core/pair/messages.ts'
import { availabilityOf, todayOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { correctMeeting, lockPair, meetingById, meetingsOfPair, removeMeeting } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { type Side, sideOfTwo } from './two.ts'

/** The form to put a meeting right: either of the two may. */
export async function askCorrection(turn: Turn): Promise<Outcome> {
  const found = await findMeeting(turn)
  if (!found) return { kind: 'show', message: meetingGone }
  return { kind: 'form', form: correctionForm(found.meeting, found.side.other.name) }
}

/** Puts it right and tells the other; the audit keeps which fields, never what stood in them. */
export async function saveCorrection(turn: Turn): Promise<Outcome> {
  const found = await findLocked(turn)
  if (!found) return { kind: 'show', message: meetingGone }
  const { scope, person } = turn
  const { meeting, side } = found
  const form = correctionForm(meeting, side.other.name)
  const after = correctedBy(turn, meeting)
  const changed = changedFields(meeting, after)
  if (changed.length === 0) return { kind: 'show', message: nothingChanged }
  const problems = Object.entries(checkMeeting(after, todayOf(person, scope.now)))
  if (problems.length > 0) {
    const errors = problems.map(([field, problem]) => [field, describeMeetingProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form }
  }
  if (changed.includes('heldOn') && (await isTaken(scope, found, after.heldOn)))
    return { kind: 'errors', errors: { heldOn: sameDayTaken }, form }

  await correctMeeting(scope, { ...after, correctedBy: person.id })
  await audit(scope, {
    actor: person.id,
    action: 'meeting.correct',
    subject: meeting.id,
    details: { fields: changed },
  })
  const { me, other } = side
  const told = correctionTold(after, changed, { other: me.name, locale: other.locale })
  await tell(scope, side, { key: `meeting:${meeting.id}:corrected:${turn.intent.key}`, message: told })
  return { kind: 'show', message: correctionStored(after, other.name, person.locale) }
}

/** It was logged by mistake: it goes once they are sure. */
export async function takeBackMeeting(turn: Turn): Promise<Outcome> {
  const found = await findLocked(turn)
  if (!found) return { kind: 'show', message: meetingGone }
  const { scope, person, about } = turn
  const { meeting, side } = found
  if (about[1] !== 'yes') {
    const message = sureToTakeBack(meeting, { other: side.other.name, locale: person.locale })
    return { kind: 'show', message }
  }
  await removeMeeting(scope, meeting.id)
  await audit(scope, { actor: person.id, action: 'meeting.take-back', subject: meeting.id })
  const { me, other } = side
  const told = takenBackTold(meeting, { other: me.name, locale: other.locale })
  await tell(scope, side, { key: `meeting:${meeting.id}:taken-back-held`, message: told })
  return { kind: 'show', replace: true, message: takenBack(meeting, other.name, person.locale) }
}

interface Found {
  readonly side: Side
  readonly meeting: Meeting
}

async function findMeeting({ scope, person, about }: Turn): Promise<Found | undefined> {
  const found = await meetingById(scope, about[0] ?? '')
  const side = found && (await sideOfTwo(scope, found.pairId, person.id))
  return side && { side, meeting: found.meeting }
}

/** The same once nobody else changes a meeting of this pair. */
async function findLocked(turn: Turn): Promise<Found | undefined> {
  const found = await findMeeting(turn)
  if (!found) return undefined
  await lockPair(turn.scope, found.side.pair.id)
  return findMeeting(turn)
}

function correctedBy({ values }: Turn, before: Meeting): Meeting {
  const minutes = textIn(values, 'minutes')
  const note = textIn(values, 'note')
  const kind = meetingKinds.find((known) => known === textIn(values, 'kind'))
  const { minutes: _, note: __, kind: ___, ...rest } = before
  return {
    ...rest,
    heldOn: Temporal.PlainDate.from(textIn(values, 'heldOn')),
    ...(minutes !== '' && { minutes: Number(minutes) }),
    ...(kind && { kind }),
    ...(note !== '' && { note }),
  }
}

async function isTaken(scope: Scope, { side, meeting }: Found, heldOn: Temporal.PlainDate): Promise<boolean> {
  const known = await meetingsOfPair(scope, { pairId: side.pair.id, from: heldOn, to: heldOn })
  return known.some(({ id }) => id !== meeting.id)
}

async function tell(
  scope: Scope,
  { me, other, program }: Side,
  { key, message }: { readonly key: string; readonly message: Message },
): Promise<void> {
  const after = nextFit({ instant: scope.now, availability: availabilityOf(other, program.blackouts) })
  await queue(
    scope,
    toPerson(other, { key, repeat: 'once', author: me.id, message, ...(after && { after }) }),
  )
}
