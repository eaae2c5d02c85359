import { z } from 'zod'
import type { ShownAverage } from '../core/care/aggregate.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** The averages of a program as they were last shown, by their names. */
export async function shownAverages(scope: Scope, programId: string): Promise<Map<string, ShownAverage>> {
  const rows = await scope.tx.publishedAverage.findMany({
    where: { programId, organizationId: scope.organizationId },
  })
  return new Map(
    rows.map(({ name, value, people, sealed, at }) => {
      const opened = sealed && scope.seal.open(sealed, placeOf({ programId, name }))
      const values = opened === null ? undefined : given.parse(JSON.parse(opened))
      return [name, { value, people, ...(values && { values }), on: toInstant(at) }]
    }),
  )
}

const given = z.array(z.number())

/** Keeps what is shown now, in the place of what was shown before under that name. */
export async function keepAverage(
  scope: Scope,
  shown: { readonly programId: string; readonly name: string; readonly average: ShownAverage },
): Promise<void> {
  const { programId, name, average } = shown
  const { organizationId } = scope
  const kept = {
    value: average.value,
    answers: average.people.length,
    people: [...average.people],
    sealed: average.values
      ? new Uint8Array(scope.seal.seal(JSON.stringify(average.values), placeOf(shown)))
      : null,
    at: fromInstant(average.on),
  }
  await scope.tx.publishedAverage.upsert({
    where: { programId_name: { programId, name }, organizationId },
    create: { programId, name, organizationId, ...kept },
    update: kept,
  })
}

function placeOf({ programId, name }: { readonly programId: string; readonly name: string }): SealPlace {
  return { table: 'published_averages', row: `${programId}:${name}`, column: 'sealed' }
}
