import type { Prisma } from './generated/client.ts'
import type { Seal } from './sealed.ts'

/** One transaction on behalf of one organization, at one instant. Every query of the store takes it. */
export interface Scope {
  readonly tx: Prisma.TransactionClient
  readonly organizationId: string
  readonly seal: Seal
  readonly now: Temporal.Instant
}
