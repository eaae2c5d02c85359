import type { Logger } from 'pino'
import type { Platform } from '../core/people/account.ts'
import type { Directory } from '../ports/directory.ts'
import type { Matcher } from '../ports/matcher.ts'
import type { Store } from '../store/database.ts'
import type { Scope } from '../store/scope.ts'

/** What the product stands on: its memory, the time, and whom the platforms know. */
export interface World {
  readonly store: Store
  readonly now: () => Temporal.Instant
  /** Those of the platforms that are switched on. */
  readonly directories: Partial<Record<Platform, Directory>>
  /** Searches for pairs beside whatever else the process does. */
  readonly matcher: Matcher
  readonly log: Logger
  /** This process as the others on the same database see it: what it signs its claims with. */
  readonly process?: string
  /** Platforms whose workspace is not configured: the first that speaks is linked. Only where that can be nobody else. */
  readonly linksFirst?: ReadonlySet<Platform>
}

/** Runs `work` in one transaction on behalf of one organization: all of it is stored, or none. */
export function inOrganization<Result>(
  world: World,
  organizationId: string,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  const now = world.now()
  return world.store.transaction((tx) => work({ tx, organizationId, seal: world.store.seal, now }))
}

/** The same world for work that nobody waits for: each of its transactions may take so long. */
export function unhurried(world: World, transactionMs: number): World {
  const { store } = world
  return {
    ...world,
    store: { ...store, transaction: (work) => store.transaction(work, { transactionMs }) },
  }
}
