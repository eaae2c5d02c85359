import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import type { Pool } from 'pg'

/** The one step inside Prisma's adapter that talks to `pg`. */
interface Performing {
  performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }>
}

const charType = 18
const textType = 25

// Run in the transaction of the migration itself: it is either there and noted, or neither.
const noteFinished = `
;update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null`

/**
 * Prisma's adapter for `pg`, with what the schema engine misses in it: a migration runs as one transaction
 * (the adapter splits it at every semicolon, also inside functions, and commits the pieces one by one), and
 * columns of PostgreSQL's internal type "char" are read, which describing a live database needs.
 */
export function adaptPool(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => adapt(await factory.connect()),
  }
}

function adapt(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw
  return Object.assign(adapter, {
    // Without parameters PostgreSQL takes several statements at once, as one transaction.
    executeScript: async (script: string) => {
      await adapter.executeRaw({ sql: `${script}${noteFinished}`, args: [], argTypes: [] })
    },
    queryRaw: async (query: SqlQuery) => {
      const { reader, charColumns } = readCharAsText(adapter)
      const result = await queryRaw.call(reader, query)
      for (const column of charColumns) result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    },
  })
}

function readCharAsText(adapter: SqlDriverAdapter): { reader: SqlDriverAdapter; charColumns: number[] } {
  const charColumns: number[] = []
  const performing = adapter as SqlDriverAdapter & Performing
  const performIO = async (query: SqlQuery): ReturnType<Performing['performIO']> => {
    const result = await performing.performIO(query)
    for (const [column, field] of result.fields.entries()) {
      if (field.dataTypeID !== charType) continue
      charColumns.push(column)
      field.dataTypeID = textType
    }
    return result
  }
  return { reader: Object.create(adapter, { performIO: { value: performIO } }), charColumns }
}
