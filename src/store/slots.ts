import type { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'

/**
 * Takes one slot of the timetable for this process, in one statement. False when any process took it before,
 * be it now or before the clock was set back.
 */
export async function claimSlot(
  tx: Prisma.TransactionClient,
  name: string,
  slot: Temporal.Instant,
): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    insert into claimed_slots (name, slot) values (${name}, ${fromInstant(slot)}) on conflict do nothing`
  return claimed === 1
}

/** Forgets the slots before an instant. */
export async function pruneSlots(tx: Prisma.TransactionClient, before: Temporal.Instant): Promise<void> {
  await tx.claimedSlot.deleteMany({ where: { slot: { lt: fromInstant(before) } } })
}
