import type { Scope } from '../store/scope.ts'
import type { Taking } from '../store/taking.ts'
import { inOrganization, type World } from './world.ts'

/** Rows that are due, and what is done about them. */
export interface Due {
  /** How many one transaction takes. */
  readonly batch: number
  /**
   * Takes up to `limit` rows and carries them out, so that they are due no more; tells `took` which, before that. Gives
   * what is to be counted.
   */
  carryOut(scope: Scope, taking: Taking): Promise<number>
  /** Leaves the row alone until then. */
  putOff(scope: Scope, id: string, until: Temporal.Instant): Promise<void>
}

/** Takes rows and does the same about each of them, one after the other; counts them. */
export function oneByOne<Row>(
  take: (scope: Scope, taking: Taking) => Promise<readonly Row[]>,
  each: (scope: Scope, row: Row) => Promise<unknown>,
): Due['carryOut'] {
  return async (scope, taking) => {
    const due = await take(scope, taking)
    for (const row of due) await each(scope, row)
    return due.length
  }
}

const TRY_AGAIN = Temporal.Duration.from({ hours: 1 })

/**
 * Carries out all that is due, a batch a transaction. Where a batch fails its rows are taken one by one, and the one
 * that fails alone (a time zone nobody knows, a text whose key is not here) is tried again an hour later: it keeps
 * nobody else waiting. Rejects at the end where there was such a row, so that it is known.
 */
export async function carryOutDue(world: World, organizationId: string, due: Due): Promise<number> {
  let counted = 0
  let failed = 0
  let alone = 0
  for (let goOn = true; goOn; ) {
    const limit = alone > 0 ? 1 : due.batch
    const tried = await tryBatch(world, organizationId, { due, limit })
    counted += tried.counted
    failed += tried.failed && limit === 1 ? 1 : 0
    alone = tried.failed && limit > 1 ? tried.taken : alone - 1
    goOn = tried.failed || tried.taken === limit
  }
  if (failed > 0) throw new Error(`${failed} of what was due could not be done`)
  return counted
}

/** One transaction. Rejects where not even rows could be taken. */
async function tryBatch(
  world: World,
  organizationId: string,
  { due, limit }: { due: Due; limit: number },
): Promise<{ readonly taken: number; readonly counted: number; readonly failed: boolean }> {
  let ids: readonly string[] = []
  const took = (taken: readonly string[]) => {
    ids = taken
  }
  try {
    const counted = await inOrganization(world, organizationId, (scope) =>
      due.carryOut(scope, { limit, took }),
    )
    return { taken: ids.length, counted, failed: false }
  } catch (cause) {
    const [first] = ids
    if (first === undefined) throw cause
    if (limit === 1) {
      world.log.error(
        { organizationId, row: first, err: cause },
        'what is due could not be done, it waits an hour',
      )
      await inOrganization(world, organizationId, (scope) =>
        due.putOff(scope, first, scope.now.add(TRY_AGAIN)),
      )
    }
    return { taken: ids.length, counted: 0, failed: true }
  }
}
