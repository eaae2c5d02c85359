import { rm } from 'node:fs/promises'
import { readConfig } from '../../src/config.ts'
import type { LiveHospital } from '../../src/playground/hospital/live.ts'
import { openHospital } from '../../src/playground/hospital/open-hospital.ts'
import { serve } from '../../src/serve.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { makeDatabaseFolder } from '../support/database-folder.ts'

/** A life of the hospital without a page, on a database server of its own. */
export async function openLife(
  beginning: 'demonstration' | 'nothing',
): Promise<{ readonly hospital: LiveHospital; end(): Promise<void> }> {
  const folder = await makeDatabaseFolder()
  const read = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.errors.join('\n'))
  const database = await openEmbedded({ dataDir: folder, settings: { fsync: 'off' } })
  const place = { config: read.config, serve, routes: {}, databaseUrl: database.url }
  const hospital = await openHospital(place, beginning)
  return {
    hospital,
    end: async () => {
      await hospital.stop()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
