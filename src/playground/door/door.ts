import type { Routes } from '../../http/server.ts'
import type { AccountKey } from '../wire.ts'
import type { Behind } from './behind.ts'
import { builtPage } from './built-page.ts'
import { answerDeeds } from './deeds.ts'
import { openEvents } from './events.ts'
import { answerFile } from './files.ts'
import { forThePage } from './guard.ts'
import { pageRoutes } from './page-routes.ts'

/** What the page talks to. It outlasts a reset: another hospital can be connected to the same door. */
export interface Door {
  /** For the server on which the page is served. */
  readonly routes: Routes
  /** From now on pages see this hospital. */
  connect(hospital: Behind): void
  /** Ends the pages' streams, so that the server can stop; to be called before it does. Pages come back by themselves. */
  disconnect(): void
  /** The accounts that open pages watch now. */
  watched(): ReadonlySet<AccountKey>
}

/**
 * Builds the page if it has changed, and opens the door. `reset` lets this life of the hospital end and another begin;
 * it is called when the answer to who asked for it is on its way. Rejects where the page cannot be built.
 */
export async function openDoor({
  reset,
}: {
  readonly reset: (to: 'demonstration' | 'nothing') => Promise<void>
}): Promise<Door> {
  const page = await builtPage()
  const events = openEvents(page.id)
  let hospital: Behind | undefined
  return {
    routes: {
      ...pageRoutes(page),
      'GET /playground/events': forThePage(events.listener),
      'GET /playground/file': forThePage(answerFile(() => hospital)),
      'POST /playground/deeds': forThePage(
        answerDeeds({ hospital: () => hospital, changed: events.changed, reset }),
      ),
    },
    connect: (next) => {
      hospital = next
      events.connect(next)
    },
    disconnect: () => {
      hospital = undefined
      events.disconnect()
    },
    watched: events.watched,
  }
}
