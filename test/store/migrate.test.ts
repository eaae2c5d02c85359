import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import { migrate } from '../../src/store/migrate.ts'
import { differenceFromSchema } from '../../src/store/migrate-difference.ts'
import { listMigrations } from '../../src/store/migrate-files.ts'
import { emptyDatabase } from '../support/database.ts'

let database: Database
beforeEach(async () => {
  database = await emptyDatabase()
})
afterEach(() => database.drop())

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const history = 'select migration_name, finished_at is not null as finished from _prisma_migrations'

/** Migrates in a process of its own and gives the names that this process applied. */
async function migrateElsewhere(): Promise<string[]> {
  const program = `import { migrate } from './src/store/migrate.ts'
    process.stdout.write(JSON.stringify(await migrate(process.argv[1])))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')])
  return JSON.parse(output)
}

test('the migrations give exactly what schema.prisma says', async () => {
  await migrate(database.url)

  expect(await differenceFromSchema(database.url)).toBe('')
})

test('a table that schema.prisma does not have shows as a difference', async () => {
  await migrate(database.url)

  await ask('create table strangers (id int primary key)')

  expect(await differenceFromSchema(database.url)).toContain('DROP TABLE "strangers"')
})

test('two processes that start at once apply each migration once', async () => {
  const applied = await Promise.all([migrateElsewhere(), migrateElsewhere()])

  const names = await listMigrations()
  expect(applied.flat().sort()).toEqual(names)
  expect(await ask(`${history} order by 1`)).toEqual(
    names.map((name) => ({ migration_name: name, finished: true })),
  )
})

test('a migrated database is left as it is, quickly', async () => {
  await migrate(database.url)

  const began = performance.now()
  const applied = await migrate(database.url)

  expect(applied).toEqual([])
  expect(performance.now() - began).toBeLessThan(500)
})

test('a migration whose process was killed half-way is done at the next start', async () => {
  await beginFirstMigration()

  const applied = await migrate(database.url)

  expect(applied).toEqual(await listMigrations())
  expect(await differenceFromSchema(database.url)).toBe('')
})

test('a migration that fails leaves nothing behind and is tried again', async () => {
  await beginFirstMigration()
  const obstacle = 'workspaces'
  await ask(`create table ${obstacle} (wrong int)`)

  await expect(migrate(database.url)).rejects.toThrow(`relation "${obstacle}" already exists`)

  const tables = "select tablename from pg_tables where schemaname = 'public' order by 1"
  expect(await ask(tables)).toEqual([{ tablename: '_prisma_migrations' }, { tablename: obstacle }])
  await ask(`drop table ${obstacle}`)
  expect(await migrate(database.url)).toEqual(await listMigrations())
})

/** Leaves the database as a process does that is killed inside the first migration: noted, nothing done. */
async function beginFirstMigration(): Promise<void> {
  const [name] = await listMigrations()
  await ask(`create table _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
  await ask(`insert into _prisma_migrations (id, checksum, migration_name) values ('a', 'b', '${name}')`)
}
