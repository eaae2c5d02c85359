import type { Outcome } from '../../core/message/intent.ts'
import { notHeldNoted, otherSaysHeld } from '../../core/pair/meet/agenda-messages.ts'
import { planGone } from '../../core/pair/meet/messages.ts'
import type { PlannedMeeting } from '../../core/pair/meet/planned.ts'
import { meetingStored } from '../../core/pair/messages.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { lockPair } from '../../store/meetings.ts'
import { changePlanned } from '../../store/planned-meetings.ts'
import { logMeeting } from '../pair/log-meeting.ts'
import type { Turn } from '../turn.ts'
import { findPlanned } from './plan-meeting.ts'
import type { Side } from './two.ts'

interface Ended {
  readonly side: Side
  readonly planned: PlannedMeeting
  readonly agreed: NonNullable<PlannedMeeting['agreed']>
}

/** *We met*: logged with the length and kind that were planned; the other's word makes it no second meeting. */
export async function tookPlace(turn: Turn): Promise<Outcome> {
  const ended = await findEnded(turn)
  if (!ended) return { kind: 'show', message: planGone }
  const { scope, person } = turn
  const { side, planned, agreed } = ended
  const { minutes, kind } = agreed
  const heldOn = dateAt(agreed.startsAt, person.zone)
  const told = { heldOn, minutes, ...(kind && { kind }) }
  const meetingId = await logMeeting(scope, { ...told, pair: side.pair, loggedBy: person.id })
  await changePlanned(scope, { ...planned, state: 'held' }, { at: undefined, meetingId })
  const message = meetingStored(told, { other: side.other.name, locale: person.locale, meetingId })
  return { kind: 'show', replace: true, message }
}

/** *We did not*: nothing is asked about it any more. */
export async function didNotTakePlace(turn: Turn): Promise<Outcome> {
  const ended = await findEnded(turn)
  if (!ended) return { kind: 'show', message: planGone }
  const { scope, person } = turn
  const { side, planned } = ended
  if (planned.state === 'held') return { kind: 'show', message: otherSaysHeld(side.other.name) }
  await changePlanned(scope, { ...planned, state: 'cancelled' }, { at: undefined })
  await audit(scope, { actor: person.id, action: 'meeting.not-held', subject: planned.id })
  return { kind: 'show', replace: true, message: notHeldNoted(side.other.name, side.pair.id) }
}

/** The meeting of the button, if it has begun and is still the one that was asked about. */
async function findEnded({ scope, person, about }: Turn): Promise<Ended | undefined> {
  const [id = '', sequence] = about
  const first = await findPlanned(scope, person.id, id)
  if (!first) return undefined
  await lockPair(scope, first.side.pair.id)
  const found = await findPlanned(scope, person.id, id)
  const agreed = found?.planned.agreed
  if (!found || !agreed || Temporal.Instant.compare(scope.now, agreed.startsAt) < 0) return undefined
  const { side, planned } = found
  const isAsked = String(planned.sequence) === sequence && ['agreed', 'held'].includes(planned.state)
  return isAsked ? { side, planned, agreed } : undefined
}
