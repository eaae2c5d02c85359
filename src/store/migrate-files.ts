import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One step of the database's history: `prisma/migrations/NAME/migration.sql`. */
export interface Migration {
  name: string
  sql: string
}

/** Where `schema.prisma` and the migrations lie. */
export const prismaFolder = join(import.meta.dirname, '../../prisma')

/** What the database should look like, in Prisma's language. */
export function readSchema(): Promise<string> {
  return readFile(join(prismaFolder, 'schema.prisma'), 'utf8')
}

/** The names of all migrations, oldest first: a name starts with its time. */
export async function listMigrations(): Promise<string[]> {
  const entries = await readdir(join(prismaFolder, 'migrations'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The migrations of these names with their SQL. */
export function readMigrations(names: string[]): Promise<Migration[]> {
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(join(prismaFolder, 'migrations', name, 'migration.sql'), 'utf8'),
    })),
  )
}
