import { inject } from 'vitest'
import { type Databases, openDatabases, throwAway } from '../../src/catalogue/databases.ts'
import type { Database } from '../../src/catalogue/hospital.ts'
import { openEmbedded } from '../../src/store/embedded.ts'

let databases: Promise<Databases> | undefined

/**
 * A database of a test's own, migrated, with the queue's tables, and empty. Use one a test file:
 * `beforeAll(async () => { database = await freshDatabase() })`, `afterAll(() => database.drop())`.
 */
export async function freshDatabase(): Promise<Database> {
  return (await onServer()).fresh()
}

/** One without any table, for tests of migrating. */
export async function emptyDatabase(): Promise<Database> {
  return (await onServer()).empty()
}

function onServer(): Promise<Databases> {
  databases ??= startServer()
  return databases
}

async function startServer(): Promise<Databases> {
  const { url } = await openEmbedded({ dataDir: inject('databaseFolder'), settings: throwAway })
  return openDatabases(url)
}
