import { execFile } from 'node:child_process'
import { rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { type Config, readConfig } from '../../src/config.ts'
import { openHospital } from '../../src/playground/hospital/open-hospital.ts'
import { openSnapshot } from '../../src/playground/hospital/snapshot.ts'
import { serve } from '../../src/serve.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { lockAlone } from '../../src/store/embedded-lock.ts'
import { makeDatabaseFolder } from '../support/database-folder.ts'

// Nothing is to outlive the run.
export const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Gives a data directory in which the demonstration has just begun and the playground was stopped: whoever opens it goes
 * on from there. A copy of one that is made once for the whole run, since the past takes seconds to live through.
 */
export async function begunFolder(): Promise<string> {
  const home = inject('databaseFolder')
  const begun = join(home, 'begun')
  const lock = await lockAlone(join(home, 'begun.lock'))
  try {
    if ((await stat(begun).catch(() => undefined)) === undefined) await begin(begun)
  } finally {
    lock.release()
  }
  const folder = await makeDatabaseFolder()
  // With owners: under root the database's files are another user's.
  await promisify(execFile)('cp', ['-a', `${begun}/.`, folder])
  return folder
}

// Put there when it is complete, so that a folder of this name is a whole one.
async function begin(begun: string): Promise<void> {
  const draft = await makeDatabaseFolder()
  const database = await openEmbedded({ dataDir: draft, settings })
  const place = { config: configAt(draft), serve, routes: {}, databaseUrl: database.url }
  const hospital = await openHospital(place, 'demonstration')
  await hospital.stop()
  await openSnapshot(join(draft, 'playground'), hospital.keep).now()
  await database.stop()
  await rename(draft, begun)
}

export function configAt(dataDir: string, port = 0): Config {
  const read = readConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.errors.join('\n'))
  return read.config
}
