import { type Availability, addDays, nextFit } from '../time/slot.ts'
import type { Stage } from './checkin.ts'

/** One opening message to one person, with what follows it. It may speak of several check-ins. */
export interface Nudge {
  readonly id: string
  readonly personId: string
  /** Messages sent so far, the opening included. */
  readonly messages: number
  /** Reminders among them. */
  readonly reminders: number
  /** When the opening message, or the last one put off by *later*, went out. */
  readonly openedAt: Temporal.Instant
  readonly nextAt?: Temporal.Instant
  /** The next message is the one the person asked for by *later*. */
  readonly putOff: boolean
  readonly putOffs: number
}

/** Days after its last asking on which an unanswered check-in is missed (PRODUCT, *Nudges*). */
const MISSED_AFTER_DAYS = 9
/** Silences in a row after which the bot asks, once, whether to go on. */
export const SILENCES_UNTIL_ASKED = 3

/** When a check-in asked at this instant is missed. */
export function missedAt(askedAt: Temporal.Instant, zone: string): Temporal.Instant {
  return addDays(askedAt, MISSED_AFTER_DAYS, zone)
}

/**
 * The days of the reminders in these stages of a person's pairs: where somebody has not begun yet the second comes sooner,
 * and who is about to finish is reminded once only.
 */
export function remindersIn(stages: readonly Stage[], remindersDays: readonly number[]): readonly number[] {
  const [first, second] = remindersDays
  if (first === undefined || second === undefined) return remindersDays
  if (stages.every((stage) => stage === 'closing')) return [first]
  return stages.includes('getting-started') ? [first, first + Math.ceil((second - first) / 2)] : remindersDays
}

/**
 * The reminder that follows, or undefined if there is none left. After downtime several may be due at once: only the
 * last of them is sent, and `reminders` says how many are then behind the person.
 */
export function nextReminder(wish: {
  readonly openedAt: Temporal.Instant
  /** How many reminders are behind the person. */
  readonly reminders: number
  /** Days after the opening, ascending. */
  readonly remindersDays: readonly number[]
  readonly now: Temporal.Instant
  readonly availability: Availability
}): { readonly at: Temporal.Instant; readonly reminders: number } | undefined {
  const { openedAt, reminders, remindersDays, now, availability } = wish
  const planned = remindersDays.slice(reminders).flatMap((days, index) => {
    const at = nextFit({ instant: addDays(openedAt, days, availability.zone), availability })
    return at ? [{ at, reminders: reminders + index + 1 }] : []
  })
  const due = planned.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
  return due.at(-1) ?? planned[0]
}
