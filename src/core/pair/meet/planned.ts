import type { Span } from '../../time/contact-window.ts'
import { type Availability, firstSlot, nextFit } from '../../time/slot.ts'
import { dateAt } from '../../time/wall-clock.ts'
import type { MeetingKind } from '../meeting.ts'

/** How long a meeting is to be, how and where. */
export interface MeetingDetails {
  readonly minutes: number
  readonly kind?: MeetingKind
  readonly place?: string
}

/** Times that one of the two can make, for the other to choose from. */
export interface Proposal extends MeetingDetails {
  /** Whose it is. */
  readonly by: string
  /** The earliest first. */
  readonly times: readonly Temporal.Instant[]
}

/** A meeting that is to be. Both may change or cancel it; a newer proposal takes the place of the one before. */
export interface PlannedMeeting {
  readonly id: string
  readonly pairId: string
  readonly state: 'proposed' | 'agreed' | 'cancelled' | 'held'
  /** Grows with every proposal: a press on an older one is shown what is now. */
  readonly version: number
  /** Whose words the place is that stands, or was proposed first. */
  readonly proposedBy: string
  /** What waits for the other's word; of an agreed meeting another time for it. */
  readonly proposal?: Proposal
  /** What both have agreed to; it stands until both agree to something else. */
  readonly agreed?: MeetingDetails & { readonly startsAt: Temporal.Instant }
  /** Of the calendar file. */
  readonly sequence: number
}

/** At most so many times are proposed at once. */
export const MOST_PROPOSED = 3
export const USUAL_MINUTES = 45

export function endOf({ startsAt, minutes }: NonNullable<PlannedMeeting['agreed']>): Temporal.Instant {
  return startsAt.add({ minutes })
}

export function spanOf(agreed: NonNullable<PlannedMeeting['agreed']>): Span {
  return { start: agreed.startsAt, end: endOf(agreed) }
}

/** The times of a proposal that are still to come. */
export function timesAhead(proposal: Proposal, now: Temporal.Instant): Temporal.Instant[] {
  return proposal.times.filter((time) => Temporal.Instant.compare(time, now) > 0)
}

/** Whether something is still to come of it: a time to choose, or the meeting itself. */
export function isAhead(planned: PlannedMeeting, now: Temporal.Instant): boolean {
  const { state, agreed, proposal } = planned
  if (state === 'agreed') return agreed !== undefined && Temporal.Instant.compare(now, endOf(agreed)) < 0
  return state === 'proposed' && proposal !== undefined && timesAhead(proposal, now).length > 0
}

/** Both have said yes to one of the times. Counts a change of what stood already. */
export function agreeOn(planned: PlannedMeeting, proposal: Proposal, at: Temporal.Instant): PlannedMeeting {
  const { by: proposedBy, times: _, ...details } = proposal
  const { proposal: __, ...rest } = planned
  return {
    ...rest,
    proposedBy,
    state: 'agreed',
    agreed: { ...details, startsAt: at },
    sequence: planned.agreed ? planned.sequence + 1 : planned.sequence,
  }
}

/** Called off by one of the two. */
export function cancel(planned: PlannedMeeting): PlannedMeeting {
  const { proposal: _, ...rest } = planned
  return { ...rest, state: 'cancelled', sequence: planned.sequence + (planned.agreed ? 1 : 0) }
}

/** Nothing came of a proposal: what stood before it stands, or nothing. */
export function withoutProposal(planned: PlannedMeeting): PlannedMeeting {
  const { proposal: _, ...rest } = planned
  return planned.agreed ? rest : { ...rest, state: 'cancelled' }
}

/** What the bot says by itself about an agreed meeting, to one of the two. */
export interface Word {
  readonly kind: 'agenda' | 'did-it'
  readonly personId: string
  readonly at: Temporal.Instant
  /** Of no use from then on. */
  readonly until: Temporal.Instant
}

/** How many days before the meeting a day is looked for on which somebody can be reached. */
const DAYS_BEFORE = 4
const AGENDA_AT = '09:00'
/** Whoever has not been asked by then is not asked any more. */
const ASKED_FOR = Temporal.Duration.from({ hours: 5 * 24 })

/**
 * What is said about an agreed meeting, and when: the agenda on the last day before it on which the person can be reached,
 * and after the end whether it took place; each inside their own hours. The moments hang on the meeting and the people
 * alone, so that they are the same whenever it is asked.
 */
export function wordsAbout(
  agreed: NonNullable<PlannedMeeting['agreed']>,
  people: readonly { readonly id: string; readonly availability: Availability }[],
): Word[] {
  const ended = endOf(agreed)
  const until = ended.add(ASKED_FOR)
  return people.flatMap(({ id: personId, availability }) => [
    {
      kind: 'agenda',
      personId,
      at: agendaAt(agreed.startsAt, availability),
      until: agreed.startsAt,
    } as const,
    {
      kind: 'did-it',
      personId,
      at: nextFit({ instant: ended, availability }) ?? until,
      until,
    } as const,
  ])
}

function agendaAt(startsAt: Temporal.Instant, availability: Availability): Temporal.Instant {
  const day = dateAt(startsAt, availability.zone)
  for (let back = 1; back <= DAYS_BEFORE; back += 1) {
    const dueOn = day.subtract({ days: back })
    const slot = firstSlot({ dueOn, at: AGENDA_AT, availability })
    if (slot && dateAt(slot, availability.zone).equals(dueOn)) return slot
  }
  return startsAt.subtract({ hours: 24 })
}
