const LOCALE = 'en-GB'
const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}

/** `09:03`, by the clocks of the hospital. */
export function timeOf(at: string, zone: string): string {
  return format(zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** `Tuesday, 19 January 2027 at 09:03` */
export function momentOf(at: string, zone: string): string {
  return format(zone, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))
}

/** The day as a key: two instants of the same day have the same. */
export function dayOf(at: string, zone: string): string {
  return format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))
}

const DAY_MS = 86_400_000

/** `Today`, `Yesterday` or `Tuesday, 19 January`, with the year where it is another one. */
export function dayName(at: string, now: string, zone: string): string {
  const day = dayOf(at, zone)
  if (day === dayOf(now, zone)) return 'Today'
  if (day === dayOf(new Date(Date.parse(now) - DAY_MS).toISOString(), zone)) return 'Yesterday'
  const sameYear = day.slice(-4) === dayOf(now, zone).slice(-4)
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  return format(zone, { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(new Date(at))
}
