import { type FieldErrors, textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { type ChosenTimes, chooseTimes } from '../../core/pair/meet/chosen.ts'
import { pairToMeetGone, proposalMessage, proposalWaits } from '../../core/pair/meet/messages.ts'
import type { PlannedMeeting, Proposal } from '../../core/pair/meet/planned.ts'
import { meetingKinds } from '../../core/pair/meeting.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { lockPair } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import { changePlanned, createPlanned } from '../../store/planned-meetings.ts'
import type { Scope } from '../../store/scope.ts'
import { giveBack } from '../give-back.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { type Asked, findAsked } from './plan-meeting.ts'
import { attendees, between, type Side } from './two.ts'

/**
 * Proposes times to the other one, in the place of what was proposed before. Whoever comes second at the same moment
 * sees what the first has proposed, and what they chose themselves.
 */
export async function proposeTimes(turn: Turn): Promise<Outcome> {
  const { scope, about } = turn
  await lockPair(scope, about[0] ?? '')
  const asked = await findAsked(turn)
  if ('refusal' in asked) return giveBack(asked.refusal, turn.values)
  const chosen = await chosenIn(turn, asked)
  if ('errors' in chosen) return { kind: 'errors', errors: chosen.errors, form: asked.form }
  const { side } = asked
  const proposal: Proposal = { by: side.me.id, times: chosen.times, ...detailsIn(turn.values) }
  const planned = await keep(scope, asked, proposal)
  if (!planned) return { kind: 'show', message: pairToMeetGone }
  await audit(scope, { actor: side.me.id, action: 'meeting.propose', subject: planned.id })
  await tellOther(scope, side, { planned, proposal })
  const how = { ...between(side.me, side.other), now: scope.now }
  return { kind: 'show', message: proposalWaits(planned, proposal, how) }
}

async function chosenIn(
  { scope, values }: Turn,
  { side, planned }: Asked,
): Promise<ChosenTimes | { readonly errors: FieldErrors }> {
  const marked = values['times'] ?? []
  return chooseTimes({
    marked: (typeof marked === 'string' ? [marked] : marked).map((time) => Temporal.Instant.from(time)),
    ownDate: textIn(values, 'ownDate'),
    ownTime: textIn(values, 'ownTime'),
    minutes: Number(textIn(values, 'minutes')),
    now: scope.now,
    attendees: await attendees(scope, side, planned?.id),
  })
}

function detailsIn(values: Values): Pick<Proposal, 'minutes' | 'kind' | 'place'> {
  const kind = meetingKinds.find((known) => known === textIn(values, 'kind'))
  const place = textIn(values, 'place')
  return {
    minutes: Number(textIn(values, 'minutes')),
    ...(kind && { kind }),
    ...(place !== '' && { place }),
  }
}

async function keep(
  scope: Scope,
  { side, planned }: Asked,
  proposal: Proposal,
): Promise<PlannedMeeting | undefined> {
  const nextAt = proposal.times.at(-1)
  if (!nextAt) return undefined
  if (!planned) return createPlanned(scope, { pairId: side.pair.id, proposal, nextAt })
  const changed = { ...planned, version: planned.version + 1, proposal }
  // What stands already has its own next moment; nothing is said about a proposal to move it that nobody takes up.
  await changePlanned(scope, changed, planned.agreed ? 'as-before' : { at: nextAt })
  return changed
}

async function tellOther(
  scope: Scope,
  { me, other, program }: Side,
  { planned, proposal }: { readonly planned: PlannedMeeting; readonly proposal: Proposal },
): Promise<void> {
  const after = nextFit({ instant: scope.now, availability: availabilityOf(other, program.blackouts) })
  const expiresAt = proposal.times.at(-1)
  const message = proposalMessage(planned, proposal, { ...between(other, me), now: scope.now })
  await queue(
    scope,
    toPerson(other, {
      key: `meeting:${planned.id}:proposed:${planned.version}`,
      repeat: 'once',
      author: me.id,
      message,
      ...(after && { after }),
      ...(expiresAt && { expiresAt }),
    }),
  )
}
