import { z } from 'zod'
import type { Briefing } from '../core/briefing/briefing.ts'
import type { BriefedSide } from '../core/briefing/card.ts'
import type { Briefing as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

const chosenShape = z.record(z.string(), z.string())

/** How far these places have come with the cards, a briefing for each side that was begun. */
export async function briefingsOf(
  scope: Scope,
  enrollmentIds: readonly string[],
): Promise<(Briefing & { readonly enrollmentId: string })[]> {
  const rows = await scope.tx.briefing.findMany({
    where: { enrollmentId: { in: [...enrollmentIds] }, organizationId: scope.organizationId },
    orderBy: [{ enrollmentId: 'asc' }, { side: 'asc' }],
  })
  return rows.map((row) => toBriefing(scope, row))
}

/** The sides on which people of a program have confirmed, by person. */
export async function confirmedIn(
  scope: Scope,
  programId: string,
): Promise<ReadonlyMap<string, readonly BriefedSide[]>> {
  const rows = await scope.tx.$queryRaw<{ personId: string; sides: BriefedSide[] }[]>`
    select e.person_id as "personId", array_agg(b.side) as sides
    from briefings b join enrollments e on e.id = b.enrollment_id
    where e.program_id = ${programId} and e.organization_id = ${scope.organizationId} and b.confirmed_at is not null
    group by e.person_id`
  return new Map(rows.map(({ personId, sides }) => [personId, sides]))
}

export async function saveBriefing(
  scope: Scope,
  enrollmentId: string,
  { side, chosen, confirmedAt, cards }: Briefing & { readonly cards: number },
): Promise<void> {
  const data = {
    cards,
    sealed: scope.seal.seal(JSON.stringify(chosen), placeOf(enrollmentId, side)),
    updatedAt: fromInstant(scope.now),
    confirmedAt: confirmedAt ? fromInstant(confirmedAt) : null,
  }
  await scope.tx.briefing.upsert({
    where: { enrollmentId_side: { enrollmentId, side }, organizationId: scope.organizationId },
    create: { organizationId: scope.organizationId, enrollmentId, side, ...data },
    update: data,
  })
}

function toBriefing({ seal }: Scope, row: Row): Briefing & { readonly enrollmentId: string } {
  const { enrollmentId } = row
  const side = row.side === 'mentor' ? 'mentor' : 'mentee'
  return {
    enrollmentId,
    side,
    chosen: row.sealed
      ? chosenShape.parse(JSON.parse(seal.open(row.sealed, placeOf(enrollmentId, side))))
      : {},
    ...(row.confirmedAt && { confirmedAt: toInstant(row.confirmedAt) }),
  }
}

function placeOf(enrollmentId: string, side: BriefedSide): SealPlace {
  return { table: 'briefings', row: `${enrollmentId}:${side}`, column: 'sealed' }
}
