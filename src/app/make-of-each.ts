import type { World } from './world.ts'

/**
 * What can be made of each row; one of which nothing can be made (a time zone that nobody knows) is logged by its id
 * and left out, so that it keeps nobody else waiting.
 */
export function makeOfEach<Row extends { readonly id: string }, Made>(
  { log }: Pick<World, 'log'>,
  rows: readonly Row[],
  make: (row: Row) => readonly Made[],
): Made[] {
  return rows.flatMap((row) => {
    try {
      return make(row)
    } catch (cause) {
      log.error({ row: row.id, err: cause }, 'nothing could be made of a row, it is left out')
      return []
    }
  })
}
