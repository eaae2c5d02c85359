import type { Delivery } from '../delivery/deliver.ts'
import type { Store } from '../store/database.ts'
import { eraseExpiredFiles } from '../store/handed-out-files.ts'
import { pruneLanes } from '../store/lanes.ts'
import { eraseBodies } from '../store/outbox.ts'
import { pruneJobs } from '../store/outbox-sweep.ts'
import { pruneProcessedEvents } from '../store/processed-events.ts'
import { pruneSlots } from '../store/slots.ts'
import type { TaskName } from './timetable.ts'

export interface UpkeepDeps {
  readonly store: Pick<Store, 'transaction'>
  readonly delivery: Pick<Delivery, 'sweep'>
  readonly now: () => Temporal.Instant
}

/** A slot is asked for until the next has begun; a week stands a clock that was set back. */
const slotsKept = Temporal.Duration.from({ hours: 7 * 24 })
const textsKept = Temporal.Duration.from({ hours: 24 })
const deedsKept = Temporal.Duration.from({ hours: 24 })

/** The tasks of the timetable that keep the store in order, whatever the product does. */
export function upkeep({
  store,
  delivery,
  now,
}: UpkeepDeps): Record<Exclude<TaskName, 'heartbeat'>, () => Promise<void>> {
  return {
    sweep: () => delivery.sweep(),
    'erase-bodies': () =>
      store.transaction(async (tx) => {
        await eraseBodies(tx, now().subtract(textsKept))
        await eraseExpiredFiles(tx, now())
      }),
    prune: () =>
      store.transaction(async (tx) => {
        await pruneProcessedEvents(tx, now().subtract(deedsKept))
        await pruneSlots(tx, now().subtract(slotsKept))
        await pruneLanes(tx)
        await pruneJobs(tx)
      }),
  }
}
