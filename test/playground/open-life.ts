import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { LiveHospital } from '../../src/playground/hospital/live.ts'
import { openHospital } from '../../src/playground/hospital/open-hospital.ts'
import { openSnapshot } from '../../src/playground/hospital/snapshot.ts'
import { serve } from '../../src/serve.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { makeDatabaseFolder } from '../support/database-folder.ts'
import { begunFolder, configAt, settings } from './begun-folder.ts'

interface OpenLife {
  readonly hospital: LiveHospital
  /** Where its Teams was when the hospital was put away: another program has this port now. */
  readonly takenPort: number | undefined
  end(): Promise<void>
}

/** A life of the hospital without a page, at its beginning, on a database server of its own. */
export async function openLife(beginning: 'demonstration' | 'nothing'): Promise<OpenLife> {
  const folder = await (beginning === 'nothing' ? makeDatabaseFolder() : begunFolder())
  const kept = await openSnapshot(join(folder, 'playground'), () => undefined).read()
  const takenPort = kept?.stage.teams.port
  const other = takenPort === undefined ? undefined : await take(takenPort)
  const database = await openEmbedded({ dataDir: folder, settings })
  const place = { config: configAt(folder), serve, routes: {}, databaseUrl: database.url }
  const hospital = await openHospital(place, kept ?? beginning)
  return {
    hospital,
    takenPort,
    end: async () => {
      await hospital.stop()
      await database.stop()
      other?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Listens there, unless somebody else does already. */
async function take(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening').catch(() => undefined)
  return server
}
