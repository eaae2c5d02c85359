import type { Store } from '../store/database.ts'
import { claimSlot } from '../store/slots.ts'
import { slotOf, type TimetableLine } from './timetable.ts'

/** Takes the line's current slot for this process. False when it is taken: by any process, at any time before. */
export type Claim = (line: TimetableLine, now: Temporal.Instant) => Promise<boolean>

export function createClaim(store: Pick<Store, 'transaction'>): Claim {
  return (line, now) => store.transaction((tx) => claimSlot(tx, line.task, slotOf(line, now)))
}
