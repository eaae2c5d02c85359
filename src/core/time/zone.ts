/**
 * Whether this is a time zone of the IANA database that this runtime knows (`Europe/London`). A bare offset such as
 * `+01:00` is refused: it would never follow a clock change.
 */
export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
