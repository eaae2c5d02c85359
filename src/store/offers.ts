import type { Scope } from './scope.ts'

/** Two who have been offered to one another and have not both answered yet. */
export interface OpenOffer {
  readonly programId: string
  readonly mentorId: string
  readonly menteeId: string
}

/** All open offers of the organization: they take places, whatever the program. */
export async function openOffers(scope: Scope): Promise<OpenOffer[]> {
  return await scope.tx.offer.findMany({
    where: { state: 'open', organizationId: scope.organizationId },
    select: { programId: true, mentorId: true, menteeId: true },
  })
}
