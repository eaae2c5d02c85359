import type { Outcome } from '../../core/message/intent.ts'
import {
  calledOff,
  cancelledMessage,
  planGone,
  proposalTakenBack,
  sureToCancel,
} from '../../core/pair/meet/messages.ts'
import { cancel, isAhead, type PlannedMeeting } from '../../core/pair/meet/planned.ts'
import { momentWords } from '../../core/pair/meet/words.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit, auditAll } from '../../store/audit.ts'
import { lockPair } from '../../store/meetings.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import { changePlanned, plannedOfPairs } from '../../store/planned-meetings.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { calendarFile } from './calendar-file.ts'
import { findPlanned, standOf } from './plan-meeting.ts'
import type { Side } from './two.ts'

/** Calls off what is planned, by either of the two: a proposal is taken back; a meeting, once they are sure, leaves both calendars. */
export async function cancelMeeting(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const [id = '', version, sure] = about
  const first = await findPlanned(scope, person.id, id)
  if (!first) return { kind: 'show', message: planGone }
  await lockPair(scope, first.side.pair.id)
  const found = await findPlanned(scope, person.id, id)
  if (!found || !isAhead(found.planned, scope.now)) return { kind: 'show', message: planGone }

  const { side, planned } = found
  if (String(planned.version) !== version) return { kind: 'show', message: standOf(scope, side, planned) }
  if (planned.agreed && sure !== 'yes') {
    const when = momentWords(planned.agreed.startsAt, person)
    return { kind: 'show', message: sureToCancel(planned, { other: side.other.name, when }) }
  }
  const after = cancel(planned)
  await changePlanned(scope, after, { at: undefined })
  await audit(scope, { actor: person.id, action: 'meeting.cancel', subject: id })
  await tellBoth(scope, side, after)
  return { kind: 'show', replace: true, message: calledOff(side.other.name, after.agreed !== undefined) }
}

async function tellBoth(scope: Scope, side: Side, planned: PlannedMeeting): Promise<void> {
  const { me, other, program } = side
  const fit = nextFit({ instant: scope.now, availability: availabilityOf(other, program.blackouts) })
  const after = fit && { after: fit }
  if (!planned.agreed) {
    const message = proposalTakenBack(me.name, planned.pairId)
    const key = `meeting:${planned.id}:taken-back:${planned.version}`
    await queue(scope, toPerson(other, { key, repeat: 'once', message, ...after }))
    return
  }
  await queue(scope, [
    ...(await cancellation(scope, { planned, reader: me, other, why: 'by-me' })),
    ...(await cancellation(scope, { planned, reader: other, other: me, why: 'by-other', ...after })),
  ])
}

/** The word to one of the two, with the file that takes the meeting out of their calendar. */
async function cancellation(
  scope: Scope,
  facts: {
    readonly planned: PlannedMeeting
    readonly reader: Person
    readonly other: Person
    readonly why: 'by-me' | 'by-other' | 'pair-ended'
    readonly after?: Temporal.Instant
  },
): Promise<NewEntry[]> {
  const { planned, reader, other, why, after } = facts
  const { agreed } = planned
  if (!agreed) return []
  const file = await calendarFile(scope, planned, { agreed, reader, other, cancelled: true })
  const when = momentWords(agreed.startsAt, reader)
  const message = cancelledMessage({ other: other.name, when, file, why, pairId: planned.pairId })
  const key = `meeting:${planned.id}:off:${planned.sequence}:${reader.id}`
  return toPerson(reader, { key, repeat: 'once', message, ...(after && { after }) })
}

/** With a pair ends what the two had planned: both are sent the file that takes it out of their calendars. */
export async function cancelMeetingsOf(scope: Scope, pairs: readonly Pair[], actor: string): Promise<void> {
  const planned = await plannedOfPairs(
    scope,
    pairs.map(({ id }) => id),
  )
  if (planned.length === 0) return
  const people = await peopleById(
    scope,
    pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  )
  const programs = await programsById(
    scope,
    pairs.map(({ programId }) => programId),
  )
  const entries: NewEntry[] = []
  for (const one of planned) {
    const after = cancel(one)
    await changePlanned(scope, after, { at: undefined })
    const pair = pairs.find(({ id }) => id === one.pairId)
    const two = people.filter(({ id }) => id === pair?.mentorId || id === pair?.menteeId)
    for (const reader of isAhead(one, scope.now) ? two : []) {
      const other = two.find(({ id }) => id !== reader.id)
      if (!other) continue
      const program = programs.find(({ id }) => id === pair?.programId)?.program
      const availability = availabilityOf(reader, program?.blackouts ?? [])
      const fit = nextFit({ instant: scope.now, availability })
      entries.push(
        ...(await cancellation(scope, {
          planned: after,
          reader,
          other,
          why: 'pair-ended',
          ...(fit && { after: fit }),
        })),
      )
    }
  }
  await auditAll(
    scope,
    planned.map(({ id: subject }) => ({ actor, action: 'meeting.cancel', subject })),
  )
  await queue(scope, entries)
}
