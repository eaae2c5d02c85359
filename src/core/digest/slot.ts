import type { Program } from '../program/program.ts'
import { dateAt, laterOf } from '../time/wall-clock.ts'
import { latestWeekly, nextWeekly, type WeeklyTime } from '../time/weekly.ts'

/** A digest that is later than this is of no use any more (PRODUCT, *Nudges*). */
const MOST_LATE = Temporal.Duration.from({ hours: 3 * 24 })
/** The last digest comes within a week of the program's last day. */
const AFTER_END = Temporal.Duration.from({ days: 7 })

type Scheduled = Pick<Program, 'digest' | 'timeZone' | 'endsOn'>

/** When the program's digest is due next, after an instant; undefined where none is to come. */
export function nextDigest(program: Scheduled, after: Temporal.Instant): Temporal.Instant | undefined {
  const weekly = weeklyTime(program)
  if (!weekly) return undefined
  const next = nextWeekly(weekly, after)
  const last = program.endsOn?.add(AFTER_END)
  return last && Temporal.PlainDate.compare(dateAt(next, weekly.zone), last) > 0 ? undefined : next
}

/** Of a digest due some time ago: the slot it is for now, the latest one, and whether it is too late for it. */
export function slotNow(
  program: Scheduled,
  { dueAt, now }: { dueAt: Temporal.Instant; now: Temporal.Instant },
): { readonly slot: Temporal.Instant; readonly expiresAt: Temporal.Instant; readonly tooLate: boolean } {
  const weekly = weeklyTime(program)
  const slot = weekly ? laterOf(dueAt, latestWeekly(weekly, now)) : dueAt
  const expiresAt = slot.add(MOST_LATE)
  return { slot, expiresAt, tooLate: Temporal.Instant.compare(now, expiresAt) > 0 }
}

function weeklyTime({ digest, timeZone }: Scheduled): WeeklyTime | undefined {
  return digest && { weekday: digest.weekday, at: digest.at, zone: timeZone }
}
