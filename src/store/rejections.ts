import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Who said no; `silence` is an offer that nobody answered. */
export type RejectedBy = 'coordinator' | 'mentor' | 'mentee' | 'silence'

interface Two {
  readonly mentorId: string
  readonly menteeId: string
}

/** From now on the two are not proposed to one another in this program. Who said so first stands. */
export async function reject(
  scope: Scope,
  programId: string,
  { mentorId, menteeId, by }: Two & { readonly by: RejectedBy },
): Promise<void> {
  const { organizationId } = scope
  await scope.tx.rejection.createMany({
    data: [{ organizationId, programId, mentorId, menteeId, by, at: fromInstant(scope.now) }],
    skipDuplicates: true,
  })
}

export async function rejectionsIn(scope: Scope, programId: string): Promise<Two[]> {
  return await scope.tx.rejection.findMany({
    where: { programId, organizationId: scope.organizationId },
    select: { mentorId: true, menteeId: true },
  })
}
