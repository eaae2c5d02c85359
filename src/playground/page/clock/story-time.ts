import type { ClockState } from '../../wire.ts'

const DAY = 86_400_000

/** What the clock shows at this moment of the machine's: between events it ticks on, on its way it stands where told. */
export function instantNow(clock: ClockState & { readonly heardAt: number }, machineNow: number): number {
  const told = Date.parse(clock.now)
  return clock.until === undefined ? told + Math.max(0, machineNow - clock.heardAt) : told
}

export function formatTime(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    instant,
  )
}

/** `Tuesday 19 January 2027` */
export function formatDay(instant: number, zone: string): string {
  const options = { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(instant)
}

/** `Tue 19 Jan, 12:28`; today only the time, tomorrow by its name. */
export function formatSoon(instant: number, now: number, zone: string): string {
  const time = formatTime(instant, zone)
  const days = dayNumber(instant, zone) - dayNumber(now, zone)
  if (days === 0) return `today at ${time}`
  if (days === 1) return `tomorrow at ${time}`
  const options = { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' } as const
  return `${new Intl.DateTimeFormat('en-GB', options).format(instant)} at ${time}`
}

function dayNumber(instant: number, zone: string): number {
  return Math.floor((instant + offset(instant, zone)) / DAY)
}

/** What a date-and-time field holds for this instant: `2027-01-19T09:04`. */
export function localValue(instant: number, zone: string): string {
  return new Date(instant + offset(instant, zone)).toISOString().slice(0, 16)
}

/** The instant of a date-and-time field's value in the zone; a time that the spring change skips is moved on by an hour. */
export function instantOf(value: string, zone: string): string | undefined {
  const wall = Date.parse(`${value}Z`)
  if (Number.isNaN(wall)) return undefined
  const guess = wall - offset(wall, zone)
  const instant = wall - offset(guess, zone)
  const skipped = instant + offset(instant, zone) < wall
  return new Date(skipped ? guess : instant).toISOString()
}

/** How far the zone is ahead of UTC at this instant, in milliseconds. */
function offset(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const [day, month, year, hour, minute, second] = parts
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value))
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
  return wall - Math.floor(instant / 1000) * 1000
}
