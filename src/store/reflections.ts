import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readMoment } from '../core/reflect/prompts.ts'
import type { Reflection } from '../core/reflect/reflection.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

const parts = z.array(z.object({ ask: z.string(), text: z.string() }))

/** Everything in a person's journal, the latest first. For nobody but this person. */
export async function reflectionsOf(scope: Scope, personId: string): Promise<Reflection[]> {
  const rows = await scope.tx.reflection.findMany({
    where: { personId, organizationId: scope.organizationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    moment: readMoment(row.moment) ?? 'open',
    at: toInstant(row.at),
    parts: parts.parse(JSON.parse(scope.seal.open(row.sealed, sealedOf(row.id)))),
  }))
}

export function countReflections(scope: Scope, personId: string): Promise<number> {
  return scope.tx.reflection.count({ where: { personId, organizationId: scope.organizationId } })
}

export async function createReflection(
  scope: Scope,
  { personId, ...written }: Pick<Reflection, 'moment' | 'parts'> & { readonly personId: string },
): Promise<string> {
  const id = randomUUID()
  await scope.tx.reflection.create({
    data: {
      id,
      organizationId: scope.organizationId,
      personId,
      moment: written.moment,
      sealed: scope.seal.seal(JSON.stringify(written.parts), sealedOf(id)),
      at: fromInstant(scope.now),
    },
  })
  return id
}

/** Deletes an entry of the person's own journal for good. False if it is not in it. */
export async function deleteReflection(
  scope: Scope,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  const { count } = await scope.tx.reflection.deleteMany({
    where: { id, personId, organizationId: scope.organizationId },
  })
  return count > 0
}

/** When a pair of this person last met, and when a goal of theirs was last reached. */
export async function lastMoments(
  scope: Scope,
  personId: string,
): Promise<{ readonly met?: Temporal.Instant; readonly reached?: Temporal.Instant }> {
  const { organizationId } = scope
  const meeting = await scope.tx.meeting.findFirst({
    where: { organizationId, pair: { OR: [{ mentorId: personId }, { menteeId: personId }] } },
    orderBy: { loggedAt: 'desc' },
    select: { loggedAt: true },
  })
  const goal = await scope.tx.goal.findFirst({
    where: { organizationId, ownerId: personId, state: 'reached', closedAt: { not: null } },
    orderBy: { closedAt: 'desc' },
    select: { closedAt: true },
  })
  return {
    ...(meeting && { met: toInstant(meeting.loggedAt) }),
    ...(goal?.closedAt && { reached: toInstant(goal.closedAt) }),
  }
}

const sealedOf = (row: string): SealPlace => ({ table: 'reflections', row, column: 'sealed' })
