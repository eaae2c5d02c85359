import type { Prisma } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'

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

/** The latest slot that any process took of a line; undefined if none. */
export async function latestSlot(
  tx: Prisma.TransactionClient,
  name: string,
): Promise<Temporal.Instant | undefined> {
  const { _max } = await tx.claimedSlot.aggregate({ where: { name }, _max: { slot: true } })
  return _max.slot ? toInstant(_max.slot) : undefined
}

/** Forgets the slots before an instant. */
export async function pruneSlots(tx: Prisma.TransactionClient, before: Temporal.Instant): Promise<void> {
  await tx.claimedSlot.deleteMany({ where: { slot: { lt: fromInstant(before) } } })
}
