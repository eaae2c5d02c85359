import { type ContactHours, contactWindow } from '../time/contact-window.ts'
import { WEEKDAYS } from '../time/weekday.ts'

/** The half hours of a week in which somebody can be reached, a bit each. */
export type Week = Int32Array

const slots = 2 * 24 * 7
const slotMs = 30 * 60_000

/** In the week of that day: offsets between zones change over the year. */
export function weekOf(hours: ContactHours, zone: string, on: Temporal.PlainDate): Week {
  const week = new Int32Array(Math.ceil(slots / 32))
  const monday = on.subtract({ days: on.dayOfWeek - 1 })
  const start = monday.toZonedDateTime('UTC').epochMilliseconds
  for (const day of WEEKDAYS) {
    const span = contactWindow(hours, monday.add({ days: day - 1 }), zone)
    if (!span) continue
    const first = Math.floor((span.start.epochMilliseconds - start) / slotMs)
    const last = Math.ceil((span.end.epochMilliseconds - start) / slotMs)
    for (let slot = first; slot < last; slot += 1) {
      const bit = (slot + slots) % slots
      week[bit >> 5] = (week[bit >> 5] as number) | (1 << (bit & 31))
    }
  }
  return week
}

/** How much of the shorter of the two is in both, 0 to 1. */
export function overlapOf(one: Week, other: Week): number {
  let [ones, others, both] = [0, 0, 0]
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] as number, other[at] as number]
    ones += bitsIn(a)
    others += bitsIn(b)
    both += bitsIn(a & b)
  }
  return both === 0 ? 0 : both / Math.min(ones, others)
}

/** Hacker's Delight, 5-1. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
