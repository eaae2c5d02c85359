import type { Message } from '../../core/message/message.ts'
import { agendaMessage, didItTakePlace } from '../../core/pair/meet/agenda-messages.ts'
import { proposalLapsed } from '../../core/pair/meet/messages.ts'
import {
  endOf,
  type PlannedMeeting,
  type Word,
  withoutProposal,
  wordsAbout,
} from '../../core/pair/meet/planned.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { meetingsOfPair } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import { changePlanned, putOffPlanned, takeDuePlanned } from '../../store/planned-meetings.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, oneByOne } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { readAgenda } from './read-agenda.ts'
import { between, type Two, twoOf } from './two.ts'

const BATCH = 50

/**
 * What is due about planned meetings: the agenda on the day before, the question whether it took place, and word to
 * whoever proposed times that have gone by. Each is said once. Returns how many meetings it saw.
 */
export function remindMeetings(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    carryOut: oneByOne(takeDuePlanned, speakOf),
    putOff: putOffPlanned,
  })
}

async function speakOf(scope: Scope, planned: PlannedMeeting): Promise<void> {
  const two = await twoOf(scope, planned.pairId)
  if (!two) return changePlanned(scope, planned, { at: undefined })
  if (planned.state === 'proposed') return letLapse(scope, two, planned)
  const { agreed } = planned
  if (planned.state !== 'agreed' || !agreed) return changePlanned(scope, planned, { at: undefined })

  const meetingId = await loggedAlready(scope, two, agreed)
  if (meetingId !== undefined)
    return changePlanned(scope, { ...planned, state: 'held' }, { at: undefined, meetingId })

  const people = two.people.map((one) => ({
    id: one.id,
    availability: availabilityOf(one, two.program.blackouts),
  }))
  const words = wordsAbout(agreed, people)
  const isDue = ({ at }: Word) => Temporal.Instant.compare(at, scope.now) <= 0
  for (const word of words.filter(isDue)) await say(scope, two, { planned, word })
  const [next] = words
    .filter((word) => !isDue(word))
    .map(({ at }) => at)
    .toSorted(Temporal.Instant.compare)
  await changePlanned(scope, planned, { at: next })
}

/** The meeting, where one of the two has told of it before they were asked: then nobody is. */
async function loggedAlready(
  scope: Scope,
  { pair, people }: Two,
  agreed: NonNullable<PlannedMeeting['agreed']>,
): Promise<string | undefined> {
  if (Temporal.Instant.compare(scope.now, endOf(agreed)) < 0) return undefined
  const days = people.map(({ zone }) => dateAt(agreed.startsAt, zone)).toSorted(Temporal.PlainDate.compare)
  const [from, to = from] = days
  if (!from || !to) return undefined
  const [found] = await meetingsOfPair(scope, { pairId: pair.id, from, to })
  return found?.id
}

/** A word that was said before has its key already, and is not said again. */
async function say(
  scope: Scope,
  two: Two,
  { planned, word }: { readonly planned: PlannedMeeting; readonly word: Word },
): Promise<void> {
  const { agreed } = planned
  const reader = two.people.find(({ id }) => id === word.personId)
  const other = two.people.find(({ id }) => id !== word.personId)
  if (!agreed || !reader || !other) return
  const availability = availabilityOf(reader, two.program.blackouts)
  const after = nextFit({ instant: scope.now, availability })
  if (!after || Temporal.Instant.compare(after, word.until) >= 0) return
  const message: Message =
    word.kind === 'agenda'
      ? agendaMessage(
          { ...between(reader, other), side: sideOf(two, reader) },
          agreed,
          await readAgenda(scope, two.pair.id, reader.id),
        )
      : didItTakePlace(planned, agreed, between(reader, other))
  const key = `meeting:${planned.id}:${word.kind}:${planned.sequence}:${reader.id}`
  await queue(scope, toPerson(reader, { key, author: other.id, message, after, expiresAt: word.until }))
}

function sideOf({ pair, program }: Two, { id }: Person): 'mentor' | 'mentee' {
  return id === pair.mentorId && program.type !== 'peer' ? 'mentor' : 'mentee'
}

async function letLapse(scope: Scope, two: Two, planned: PlannedMeeting): Promise<void> {
  const { proposal } = planned
  await changePlanned(scope, withoutProposal(planned), { at: undefined })
  const asker = two.people.find(({ id }) => id === proposal?.by)
  const other = two.people.find(({ id }) => id !== proposal?.by)
  if (!asker || !other) return
  const after = nextFit({
    instant: scope.now,
    availability: availabilityOf(asker, two.program.blackouts),
  })
  const key = `meeting:${planned.id}:lapsed:${planned.version}`
  const message = proposalLapsed(other.name, planned.pairId)
  await queue(scope, toPerson(asker, { key, message, ...(after && { after }) }))
}
