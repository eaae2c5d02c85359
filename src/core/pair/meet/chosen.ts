import type { FieldErrors } from '../../message/form.ts'
import { parseIsoDate } from '../../time/calendar-date.ts'
import { includesDate } from '../../time/date-range.ts'
import { dateAt, instantAt, parseClockTime } from '../../time/wall-clock.ts'
import { timeProblems } from './messages.ts'
import { MOST_PROPOSED } from './planned.ts'
import { type Attendee, isBusy } from './times.ts'

/** What was entered into the form: the times marked, and a day and time of one's own (both as text). */
interface Entered {
  readonly marked: readonly Temporal.Instant[]
  readonly ownDate: string
  readonly ownTime: string
  readonly minutes: number
  readonly now: Temporal.Instant
  /** Who entered it comes first. */
  readonly attendees: readonly [Attendee, Attendee]
}

export interface ChosenTimes {
  /** The earliest first, each once. */
  readonly times: readonly Temporal.Instant[]
}

/** How far ahead a meeting can be planned. */
const DAYS_AHEAD = 366

/** The times to propose, or what is wrong with them, at the field that holds it. */
export function chooseTimes(entered: Entered): ChosenTimes | { readonly errors: FieldErrors } {
  const own = readOwn(entered)
  if ('errors' in own) return own
  const all = [...entered.marked, ...own.times].toSorted(Temporal.Instant.compare)
  const times = all.filter((time, place) => !all[place - 1]?.equals(time))
  if (times.length === 0) return { errors: { ownDate: timeProblems.none } }
  if (times.length > MOST_PROPOSED) return { errors: { [fieldOf(entered)]: timeProblems.many } }
  for (const time of times) {
    const problem = problemOf(time, entered)
    if (problem) return { errors: { [own.times.includes(time) ? 'ownDate' : fieldOf(entered)]: problem } }
  }
  return { times }
}

/** Why the two cannot meet then; undefined if they can. Hours are theirs to set aside, leave is not. */
export function hindranceAt(
  time: Temporal.Instant,
  minutes: number,
  attendees: readonly Attendee[],
): 'busy' | 'leave' | undefined {
  if (attendees.some(({ busy }) => isBusy(busy, time, minutes))) return 'busy'
  const away = attendees.some(({ availability: { leave, zone } }) =>
    leave.some((range) => includesDate(range, dateAt(time, zone))),
  )
  return away ? 'leave' : undefined
}

function problemOf(time: Temporal.Instant, { now, minutes, attendees }: Entered): string | undefined {
  if (Temporal.Instant.compare(time, now) <= 0) return timeProblems.past
  if (time.since(now).total('hours') > DAYS_AHEAD * 24) return timeProblems.far
  const hindrance = hindranceAt(time, minutes, attendees)
  return hindrance && timeProblems[hindrance]
}

function readOwn({ ownDate, ownTime, attendees }: Entered): ChosenTimes | { readonly errors: FieldErrors } {
  if (ownDate === '' && ownTime === '') return { times: [] }
  if (ownDate === '') return { errors: { ownDate: timeProblems.noDay } }
  if (ownTime === '') return { errors: { ownTime: timeProblems.noTime } }
  const date = parseIsoDate(ownDate)
  const time = parseClockTime(ownTime)
  if (!date) return { errors: { ownDate: timeProblems.noDay } }
  if (time === undefined) return { errors: { ownTime: timeProblems.noSuchTime } }
  const { zone } = attendees[0].availability
  const start = instantAt({ date, time, zone })
  const shown = start.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return shown === time ? { times: [start] } : { errors: { ownTime: timeProblems.skipped } }
}

/** Where nothing could be marked the day of one's own bears the word. */
function fieldOf({ marked }: Entered): 'times' | 'ownDate' {
  return marked.length > 0 ? 'times' : 'ownDate'
}
