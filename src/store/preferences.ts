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

interface Chooser {
  readonly programId: string
  readonly menteeId: string
}

/** The ids of the mentors whom somebody named, the first choice first. */
export async function preferencesOf(scope: Scope, { programId, menteeId }: Chooser): Promise<string[]> {
  const rows = await scope.tx.preference.findMany({
    where: { programId, menteeId, organizationId: scope.organizationId },
    select: { mentorId: true },
    orderBy: { rank: 'asc' },
  })
  return rows.map(({ mentorId }) => mentorId)
}

/** Takes the place of what was named before. */
export async function savePreferences(
  scope: Scope,
  { programId, menteeId }: Chooser,
  mentorIds: readonly string[],
): Promise<void> {
  const { organizationId } = scope
  await scope.tx.preference.deleteMany({ where: { programId, menteeId, organizationId } })
  await scope.tx.preference.createMany({
    data: mentorIds.map((mentorId, at) => ({ organizationId, programId, menteeId, mentorId, rank: at + 1 })),
  })
}
