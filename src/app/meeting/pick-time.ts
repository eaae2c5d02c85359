import type { Outcome } from '../../core/message/intent.ts'
import { hindranceAt } from '../../core/pair/meet/chosen.ts'
import { agreedMessage, meetingStands, planGone, timeCannotBe } from '../../core/pair/meet/messages.ts'
import { agreeOn, type PlannedMeeting, wordsAbout } from '../../core/pair/meet/planned.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { lockPair } from '../../store/meetings.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { changePlanned } from '../../store/planned-meetings.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { calendarFile } from './calendar-file.ts'
import { findPlanned, standOf } from './plan-meeting.ts'
import { attendees, between, type Side, type Two } from './two.ts'

/** One of the times proposed by the other: with it both have said yes, the meeting stands and both get the file. */
export async function pickTime(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const [id = '', version, place] = about
  const first = await findPlanned(scope, person.id, id)
  if (!first) return { kind: 'show', message: planGone }
  await lockPair(scope, first.side.pair.id)
  const found = await findPlanned(scope, person.id, id)
  if (!found) return { kind: 'show', message: planGone }

  const { side, planned } = found
  const { proposal } = planned
  const isOpen = planned.state === 'proposed' || planned.state === 'agreed'
  const mayPick = isOpen && proposal && proposal.by !== person.id && String(planned.version) === version
  if (!mayPick) return { kind: 'show', message: isOpen ? standOf(scope, side, planned) : planGone }
  const time = proposal.times[Number(place)]
  if (!time || Temporal.Instant.compare(time, scope.now) <= 0)
    return { kind: 'show', message: timeCannotBe('gone-by', planned) }
  const why = hindranceAt(time, proposal.minutes, await attendees(scope, side, planned.id))
  if (why) return { kind: 'show', message: timeCannotBe(why, planned) }

  const agreed = await agree(scope, side, { planned, time })
  return {
    kind: 'show',
    replace: true,
    message: meetingStands(planned, agreed, { ...between(side.me, side.other), isNew: true }),
  }
}

async function agree(
  scope: Scope,
  side: Side,
  { planned, time }: { readonly planned: PlannedMeeting; readonly time: Temporal.Instant },
): Promise<NonNullable<PlannedMeeting['agreed']>> {
  const { proposal } = planned
  const after = proposal && agreeOn(planned, proposal, time)
  if (!after?.agreed) throw new Error('there is no time to agree on')
  const { agreed } = after
  await changePlanned(scope, after, { at: firstWord(side, agreed) })
  const action = planned.agreed ? 'meeting.move' : 'meeting.agree'
  await audit(scope, { actor: side.me.id, action, subject: planned.id })
  await sendFiles(scope, side, { planned: after, agreed, moved: planned.agreed !== undefined })
  return agreed
}

/** When the bot has something to say about it first. */
function firstWord(
  { people, program }: Two,
  agreed: NonNullable<PlannedMeeting['agreed']>,
): Temporal.Instant | undefined {
  const two = people.map((one) => ({ id: one.id, availability: availabilityOf(one, program.blackouts) }))
  const [first] = wordsAbout(agreed, two)
    .map(({ at }) => at)
    .toSorted(Temporal.Instant.compare)
  return first
}

async function sendFiles(
  scope: Scope,
  { me, other, program }: Side,
  {
    planned,
    agreed,
    moved,
  }: {
    readonly planned: PlannedMeeting
    readonly agreed: NonNullable<PlannedMeeting['agreed']>
    readonly moved: boolean
  },
): Promise<void> {
  const entries: NewEntry[] = []
  for (const [reader, partner] of [
    [me, other],
    [other, me],
  ] as const) {
    const file = await calendarFile(scope, planned, { agreed, reader, other: partner, cancelled: false })
    const message = agreedMessage({ ...between(reader, partner), agreed, file, moved })
    const fit = nextFit({ instant: scope.now, availability: availabilityOf(reader, program.blackouts) })
    // Whoever has just chosen is there; the other is written to in their hours, but before the meeting.
    const after =
      reader === me || !fit || Temporal.Instant.compare(fit, agreed.startsAt) >= 0 ? undefined : fit
    const key = `meeting:${planned.id}:set:${planned.sequence}:${reader.id}`
    entries.push(
      ...toPerson(reader, {
        key,
        repeat: 'once',
        author: planned.proposedBy,
        message,
        ...(after && { after }),
      }),
    )
  }
  await queue(scope, entries)
}
