const looksLikeName = /^[a-z][\w+/-]*$/i
const someInstant = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * Whether this is a time zone of the IANA database that this runtime knows (`Europe/London`). A bare offset such as
 * `+01:00` is refused: it would never follow a clock change. Asked of Temporal, which reckons with it later on:
 * `Intl` also takes names like `BST` that Temporal does not.
 */
export function isTimeZone(name: string): boolean {
  if (!looksLikeName.test(name)) return false
  try {
    someInstant.toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
