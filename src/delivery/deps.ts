import type { Logger } from 'pino'
import type { Platform } from '../core/people/account.ts'
import type { Directory } from '../ports/directory.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { Store } from '../store/database.ts'
import type { Presence } from '../store/presence.ts'
import type { Scope } from '../store/scope.ts'
import type { GaveUp, Patience } from './give-up.ts'
import type { Distance } from './pace.ts'

/** What delivery works with. */
export interface DeliveryDeps {
  readonly store: Pick<Store, 'seal' | 'transaction'>
  readonly presence: Pick<Presence, 'name' | 'present'>
  readonly messengers: ReadonlyMap<Platform, Messenger>
  readonly directories: ReadonlyMap<Platform, Directory>
  /** Runs in the transaction that ends the entry, so that nobody is left untold; it queues who is to be told. */
  readonly gaveUp: (scope: Scope, gaveUp: GaveUp) => Promise<void>
  readonly now: () => Temporal.Instant
  readonly log: Logger
  readonly rules?: Partial<DeliveryRules>
}

export interface DeliveryRules {
  readonly paces: Readonly<Record<Platform, Distance>>
  readonly patience: Patience
  /** How long a send of unknown fate may still be on its way before the platform is asked for it. */
  readonly settleMs: number
  /** A call that has not answered by then is of unknown fate. */
  readonly callMs: number
}
