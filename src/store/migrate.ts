import { Client } from 'pg'
import { withSchemaEngine } from './migrate-engine.ts'
import { listMigrations, readMigrations, readSchema } from './migrate-files.ts'

// Any number will do, as long as nothing else in this database takes the same; these are "rounds" in ASCII.
const lockKey = '0x726f756e6473'

/**
 * Brings the database up to the newest migration and gives the names of those it applied. One process at a
 * time: others wait, and then find nothing left to do. Each migration is one transaction of its own, noted
 * in `_prisma_migrations` as Prisma's command line would; one that fails, or whose process is killed,
 * leaves nothing behind and is tried again at the next start.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  // A lost connection also fails the next query; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`)
    return await applyPending(client, url)
  } finally {
    await client.end()
  }
}

/** The names of the migrations that this database has yet to see, oldest first. */
export async function pendingMigrations(client: Client): Promise<string[]> {
  const [names, applied] = await Promise.all([listMigrations(), readApplied(client)])
  return names.filter((name) => !applied.has(name))
}

// The engine takes a tenth of a second and 30 MB to load, so it is asked only when there is work for it.
async function applyPending(client: Client, url: string): Promise<string[]> {
  if ((await pendingMigrations(client)).length === 0) return []
  await forgetUnfinished(client)
  const [schema, migrations] = await Promise.all([readSchema(), listMigrations().then(readMigrations)])
  const { appliedMigrationNames } = await withSchemaEngine({ url, schema }, (engine) =>
    engine.applyMigrations({
      filters: { externalTables: [], externalEnums: [] },
      migrationsList: {
        baseDir: 'prisma/migrations',
        shadowDbInitScript: '',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
    }),
  )
  return appliedMigrationNames
}

// Whoever began it is dead, since the lock is ours, and its transaction with it. The engine would refuse to go on.
async function forgetUnfinished(client: Client): Promise<void> {
  if (!(await hasHistory(client))) return
  await client.query(
    'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
  )
}

async function hasHistory(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as exists",
  )
  return rows[0]?.exists === true
}

async function readApplied(client: Client): Promise<Set<string>> {
  if (!(await hasHistory(client))) return new Set()
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return new Set(rows.map((row) => row.migration_name))
}
