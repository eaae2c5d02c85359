import { type Entry, waitingUsers } from '../store/outbox-claims.ts'
import type { DeliveryDeps } from './deps.ts'

/** Whether people may be written to now, by what their platform says of them. */
export interface DoNotDisturb {
  /** The short code an entry carries once it was put off; it is put off for this reason once. */
  readonly fault: string
  answerFor(entry: Entry, now: Temporal.Instant): 'not-asked' | 'welcome' | { readonly waitMs: number }
  /** Asks for the entry's person, and for others of the workspace who wait, in one call. Unknown means welcome. */
  ask(entry: Entry): Promise<void>
}

const fault = 'do-not-disturb'
/** Slack takes 50 people a call. */
const together = 50
const freshMinutes = 5
const longest = Temporal.Duration.from({ hours: 12 })

interface Answer {
  readonly askedAt: Temporal.Instant
  readonly until?: Temporal.Instant
}

/** Nudges and reminders wait; what is urgent, asked for, or for a channel does not. */
export function createDoNotDisturb(deps: DeliveryDeps): DoNotDisturb {
  const answers = new Map<string, Answer>()
  return {
    fault,
    answerFor(entry, now) {
      if (!heeds(entry, deps)) return 'welcome'
      const answer = answers.get(nameOf(entry, entry.to.user))
      if (answer === undefined || isStale(answer, now)) return 'not-asked'
      if (answer.until === undefined || Temporal.Instant.compare(answer.until, now) <= 0) return 'welcome'
      const wait = answer.until.since(now)
      const shorter = Temporal.Duration.compare(wait, longest) < 0 ? wait : longest
      return { waitMs: shorter.total('milliseconds') }
    },
    async ask(entry) {
      const now = deps.now()
      for (const [name, answer] of answers) if (isStale(answer, now)) answers.delete(name)
      const users = await askedTogether(entry, deps)
      const until = await askPlatform(entry, users, deps)
      for (const user of users) {
        const end = until.get(user)
        answers.set(nameOf(entry, user), { askedAt: now, ...(end !== undefined && { until: end }) })
      }
    },
  }
}

function heeds(
  entry: Entry,
  deps: DeliveryDeps,
): entry is Entry & { to: Extract<Entry['to'], { user: string }> } {
  const nudge = entry.kind === 'send' && entry.repeat === 'never' && entry.fault !== fault
  return nudge && 'user' in entry.to && deps.directories.has(entry.platform)
}

async function askedTogether(entry: Entry, deps: DeliveryDeps): Promise<string[]> {
  const others = await deps.store.transaction((tx) => waitingUsers(tx, entry, together))
  const first = 'user' in entry.to ? [entry.to.user] : []
  return [...new Set([...first, ...others])].slice(0, together)
}

async function askPlatform(
  entry: Entry,
  users: readonly string[],
  deps: DeliveryDeps,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  try {
    const asked = await deps.directories.get(entry.platform)?.doNotDisturb(entry.to.workspace, users)
    return asked ?? new Map()
  } catch (cause) {
    deps.log.warn({ platform: entry.platform, cause }, 'do-not-disturb could not be asked, sending')
    return new Map()
  }
}

function isStale({ askedAt }: Answer, now: Temporal.Instant): boolean {
  return Math.abs(now.since(askedAt).total('minutes')) >= freshMinutes
}

function nameOf(entry: Entry, user: string): string {
  return `${entry.platform}:${entry.to.workspace}:${user}`
}
