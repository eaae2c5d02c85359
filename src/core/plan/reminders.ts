import { type Availability, firstSlot } from '../time/slot.ts'
import type { Action } from './action.ts'

/** When in the day reminders come, where the person's hours allow it. */
const AT = '09:00'
/** How far back the last day before is looked for on which the person can be reached: a weekend, a day off. */
const DAYS_BACK = 5
/** Before and after: never more. */
const MOST_REMINDERS = 2

/**
 * When the owner is reminded next: on the day before it is due (or the last one before that on which they can be
 * reached), then on the first day after; not on the day on which it was written down or reminded of. Undefined when
 * both are over.
 */
export function nextReminder(
  action: Pick<Action, 'dueOn' | 'reminders'>,
  { now, availability }: { readonly now: Temporal.Instant; readonly availability: Availability },
): Temporal.Instant | undefined {
  if (action.reminders >= MOST_REMINDERS) return undefined
  const tomorrow = now.toZonedDateTimeISO(availability.zone).toPlainDate().add({ days: 1 })
  const before = action.reminders === 0 ? dayBefore(action.dueOn, { tomorrow, availability }) : undefined
  if (before) return before
  const dayAfter = action.dueOn.add({ days: 1 })
  const dueOn = Temporal.PlainDate.compare(dayAfter, tomorrow) < 0 ? tomorrow : dayAfter
  return firstSlot({ dueOn, at: AT, availability })
}

function dayBefore(
  dueOn: Temporal.PlainDate,
  { tomorrow, availability }: { tomorrow: Temporal.PlainDate; availability: Availability },
): Temporal.Instant | undefined {
  for (let back = 1; back <= DAYS_BACK; back += 1) {
    const day = dueOn.subtract({ days: back })
    if (Temporal.PlainDate.compare(day, tomorrow) < 0) return undefined
    const slot = firstSlot({ dueOn: day, at: AT, availability })
    if (slot?.toZonedDateTimeISO(availability.zone).toPlainDate().equals(day)) return slot
  }
  return undefined
}

/** How many reminders an action has had once it was told of today. */
export function remindersAfter({ dueOn }: Pick<Action, 'dueOn'>, today: Temporal.PlainDate): number {
  return Temporal.PlainDate.compare(dueOn, today) < 0 ? MOST_REMINDERS : 1
}
