import type { EnrollmentState } from '../people/enrollment.ts'
import type { Cadence } from '../time/cadence.ts'
import { dueTime, nextDueDate } from '../time/cadence.ts'
import { type Availability, firstSlot, isWithin, nextFit } from '../time/slot.ts'

/** What the opening of a check-in depends on. */
export interface DueFacts {
  readonly now: Temporal.Instant
  readonly availability: Availability
  readonly pairActive: boolean
  /** Last day of the program. */
  readonly endsOn?: Temporal.PlainDate
  /** Whether any account of the person is known to the bot. */
  readonly reachable: boolean
  readonly enrollment: {
    readonly state: EnrollmentState
    readonly declined: boolean
    readonly pausedUntil?: Temporal.PlainDate
    readonly askedToGoOn: boolean
  }
  /** Set while the other of the pair takes a break: the pair rests. */
  readonly otherRests?: Rest
}

/** A break; without a day it goes on until they say so. */
interface Rest {
  readonly until?: Temporal.PlainDate
}

export type DueDecision =
  | { readonly do: 'open' }
  | { readonly do: 'wait'; readonly until: Temporal.Instant }
  /** Until the person says something: what they say schedules it anew. */
  | { readonly do: 'hold' }
  | { readonly do: 'cancel' }

const SEARCH_AGAIN = Temporal.Duration.from({ hours: 24 })

/** What to do with a check-in whose time has come (PRODUCT, *Nudges* and *When*). */
export function decideDue(facts: DueFacts): DueDecision {
  const { now, availability, enrollment } = facts
  const today = now.toZonedDateTimeISO(availability.zone).toPlainDate()
  const over = facts.endsOn !== undefined && Temporal.PlainDate.compare(today, facts.endsOn) > 0
  if (!facts.pairActive || over || enrollment.state === 'left') return { do: 'cancel' }
  if (enrollment.askedToGoOn || (enrollment.state === 'invited' && enrollment.declined)) return { do: 'hold' }
  const rest = restOn(facts, today)
  if (rest) return whenBack(rest, availability)
  if (!facts.reachable) return { do: 'wait', until: now.add(SEARCH_AGAIN) }
  if (isWithin(availability, now)) return { do: 'open' }
  const until = nextFit({ instant: now, availability })
  return until ? { do: 'wait', until } : { do: 'hold' }
}

/** Their own break, or the other's, as far as it is not over. */
function restOn({ enrollment, otherRests }: DueFacts, today: Temporal.PlainDate): Rest | undefined {
  const { state, pausedUntil } = enrollment
  const own: Rest | undefined =
    state === 'paused' ? { ...(pausedUntil && { until: pausedUntil }) } : undefined
  return [own, otherRests].find((rest) => rest && !(rest.until && isReached(rest.until, today)))
}

function isReached(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today) <= 0
}

function whenBack({ until: day }: Rest, availability: Availability): DueDecision {
  const until = day && firstSlot({ dueOn: day, at: '00:00', availability })
  return until ? { do: 'wait', until } : { do: 'hold' }
}

/**
 * The check-in after this day: its day in the cadence and when it reaches the person. Days that passed meanwhile
 * (downtime, a break) are not made up for. Undefined when the program is over or the person cannot be reached.
 */
export function nextCheckIn(wish: {
  readonly cadence: Cadence
  readonly startedOn: Temporal.PlainDate
  readonly endsOn?: Temporal.PlainDate
  readonly after: Temporal.PlainDate
  readonly now: Temporal.Instant
  readonly availability: Availability
}): { readonly dueOn: Temporal.PlainDate; readonly opensAt: Temporal.Instant } | undefined {
  const { cadence, startedOn, endsOn, after, now, availability } = wish
  const dueOn = nextDueDate({ cadence, startsOn: startedOn, after, ...(endsOn && { endsOn }) })
  if (!dueOn) return undefined
  const opensAt = firstSlot({
    dueOn,
    at: dueTime({ cadence, startsOn: startedOn, dueOn }),
    notBefore: now,
    availability,
  })
  return opensAt && { dueOn, opensAt }
}
