/** The database driver speaks `Date`; everything else here speaks Temporal. */

export function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

export function fromInstant(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/** A column of type `date`, which the driver gives as midnight UTC. */
export function toPlainDate(date: Date): Temporal.PlainDate {
  return toInstant(date).toZonedDateTimeISO('UTC').toPlainDate()
}

export function fromPlainDate(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`)
}
