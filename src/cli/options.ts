import { type Command, InvalidArgumentError } from 'commander'

/** Options that several commands share. */
export interface SharedOptions {
  readonly org?: string
  readonly json?: boolean
}

/** Adds `--org` and `--json`. */
export function withShared(command: Command): Command {
  return command
    .option('--org <slug>', 'the organization, where there is more than one')
    .option('--json', 'print data as JSON')
}

/** An instant with its offset, to the millisecond, as the database keeps them. */
export function readInstant(written: string): Temporal.Instant {
  const instant = instantFrom(written)
  if (instant) return instant
  throw new InvalidArgumentError('Write an instant with its offset, like 2027-01-05T09:00:00Z.')
}

function instantFrom(written: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(written).round('millisecond')
  } catch {
    return undefined
  }
}
