import type { Scope } from './scope.ts'

/** Whom a mentee would like as a mentor. */
export interface Preference {
  readonly menteeId: string
  readonly mentorId: string
  /** 1 is the first choice. */
  readonly rank: number
}

export async function preferencesIn(scope: Scope, programId: string): Promise<Preference[]> {
  return await scope.tx.preference.findMany({
    where: { programId, organizationId: scope.organizationId },
    select: { menteeId: true, mentorId: true, rank: true },
    orderBy: [{ menteeId: 'asc' }, { rank: 'asc' }],
  })
}
