// Vitest's global set-up: one folder for the database server of the whole run. The first test that asks for a
// database starts the server (database.ts); a run of pure tests never does.
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../../src/store/embedded.ts'
import { makeDatabaseFolder } from './database-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseFolder: string
  }
}

let folder: string | undefined

export async function setup(project: TestProject): Promise<void> {
  folder = await makeDatabaseFolder()
  project.provide('databaseFolder', folder)
}

export async function teardown(): Promise<void> {
  if (folder === undefined) return
  const started = await stat(join(folder, 'postgres')).catch(() => undefined)
  if (started !== undefined) {
    const server = await openEmbedded({ dataDir: folder })
    await server.stop()
  }
  await rm(folder, { recursive: true, force: true })
}
