import type { Scope } from './scope.ts'

/** How much is kept about a person, by what and, for answers, by reader. */
export interface Kept {
  readonly checkIns: number
  /** Answers in words or numbers, by who may read them. */
  readonly answers: Readonly<Record<string, number>>
  readonly goals: number
  readonly progress: number
  readonly meetings: number
}

export async function countKept(scope: Scope, personId: string): Promise<Kept> {
  const { tx, organizationId } = scope
  const answers = await tx.answer.groupBy({
    by: ['reader'],
    where: { organizationId, checkIn: { personId } },
    _count: true,
  })
  return {
    checkIns: await tx.checkIn.count({ where: { organizationId, personId } }),
    answers: Object.fromEntries(answers.map(({ reader, _count }) => [reader, _count])),
    goals: await tx.goal.count({ where: { organizationId, ownerId: personId } }),
    progress: await tx.progressEntry.count({ where: { organizationId, authorId: personId } }),
    meetings: await tx.meeting.count({
      where: { organizationId, pair: { OR: [{ mentorId: personId }, { menteeId: personId }] } },
    }),
  }
}
