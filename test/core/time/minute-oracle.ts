import type { Availability } from '../../../src/core/time/slot.ts'

/** One minute of real time since 1970, and the furthest minute that the wall clock has shown by then. */
interface Minute {
  readonly epoch: number
  readonly reached: number
}

const MINUTES_OF_DAY = 1440

/**
 * The slot found by looking at the wall clock every minute, with nothing but offsets and whole numbers: it shares no
 * line and no idea with the code it checks.
 */
export function slotByMinutes(wish: {
  readonly dueOn: Temporal.PlainDate
  readonly at: string
  readonly notBefore: Temporal.Instant
  readonly availability: Availability
  readonly days: number
}): Temporal.Instant | undefined {
  const { availability, at, notBefore, dueOn, days } = wish
  const firstDay = dayNumber(dueOn)
  const earliest = notBefore.epochMilliseconds / 60_000
  const open = openMinutes(availability, dueOn, days).filter(({ epoch }) => epoch >= earliest)
  for (let day = firstDay; day < firstDay + days; day += 1) {
    const ofDay = open.filter(({ reached }) => Math.floor(reached / MINUTES_OF_DAY) === day)
    const slot = ofDay.find(({ reached }) => reached >= day * MINUTES_OF_DAY + minuteOfDay(at)) ?? ofDay[0]
    if (slot) return Temporal.Instant.fromEpochMilliseconds(slot.epoch * 60_000)
  }
  return undefined
}

/** Every minute (since 1970) of some days, from the start of a date on, at which the person can be reached. */
export function reachableMinutes(
  availability: Availability,
  from: Temporal.PlainDate,
  days: number,
): number[] {
  return openMinutes(availability, from, days).map(({ epoch }) => epoch)
}

function openMinutes(availability: Availability, from: Temporal.PlainDate, days: number): Minute[] {
  const firstDay = dayNumber(from)
  const isOpen = reachability(availability)
  const minutes: Minute[] = []
  let reached = 0
  let offset = 0
  for (
    let epoch = (firstDay - 2) * MINUTES_OF_DAY;
    epoch < (firstDay + days + 2) * MINUTES_OF_DAY;
    epoch += 1
  ) {
    // Every clock change since 2010 happened at a full quarter of an hour.
    if (epoch % 15 === 0) offset = offsetMinutes(availability.zone, epoch)
    reached = Math.max(reached, epoch + offset)
    const day = Math.floor(reached / MINUTES_OF_DAY)
    if (day >= firstDay && day < firstDay + days && isOpen(reached)) minutes.push({ epoch, reached })
  }
  return minutes
}

function reachability({ contact, leave, blackouts }: Availability): (reached: number) => boolean {
  const away = [...leave, ...blackouts].map(({ from, to }) => ({
    first: dayNumber(from),
    last: dayNumber(to),
  }))
  const opens = minuteOfDay(contact.from)
  const closes = minuteOfDay(contact.to)
  const wholeDay = opens === closes
  const inWindowOf = (day: number, reached: number) => {
    const start = day * MINUTES_OF_DAY + (wholeDay ? 0 : opens)
    const end = day * MINUTES_OF_DAY + (wholeDay ? 0 : closes) + (opens < closes ? 0 : MINUTES_OF_DAY)
    const dayOfWeek = ((day + 3) % 7) + 1
    return start <= reached && reached < end && contact.days.some((wanted) => wanted === dayOfWeek)
  }
  return (reached) => {
    const today = Math.floor(reached / MINUTES_OF_DAY)
    if (away.some(({ first, last }) => first <= today && today <= last)) return false
    return inWindowOf(today, reached) || inWindowOf(today - 1, reached)
  }
}

function offsetMinutes(zone: string, epoch: number): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(epoch * 60_000)
  return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
}

function dayNumber(date: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(date).days
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
