import { withSchemaEngine } from './migrate-engine.ts'
import { readSchema } from './migrate-files.ts'

/**
 * The SQL that would bring a live database to `schema.prisma`; empty when it is there already. Prisma's
 * comparison of the migrations themselves needs a shadow database, so a freshly migrated one is compared.
 */
export async function differenceFromSchema(url: string): Promise<string> {
  const schema = await readSchema()
  const { stdout } = await withSchemaEngine({ url, schema }, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: [{ path: 'schema.prisma', content: schema }], configDir: '' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  const sql = stdout?.trim() ?? ''
  return sql === '-- This is an empty migration.' ? '' : sql
}
