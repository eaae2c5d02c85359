import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { seeThatFree } from '../http/server.ts'
import type { serve as Serve } from '../serve.ts'
import { openDatabase } from '../store/embedded.ts'
import { tryLockAlone } from '../store/embedded-lock.ts'
import { openDoor } from './door/door.ts'
import type { LiveHospital } from './hospital/live.ts'
import { type Beginning, isThere, openHospital, type Place } from './hospital/open-hospital.ts'
import { openSnapshot } from './hospital/snapshot.ts'

/** A hospital on this machine, to be looked at in a browser. */
export interface Playground {
  /** `http://localhost:3000`. */
  readonly address: string
  stop(): Promise<void>
}

/**
 * Opens the playground: both platforms as stand-ins, the real bot, and the page at `/`. Goes on where an earlier
 * process left it. Rejects with a sentence that says what to do, also where another playground uses this data
 * directory; then nothing was touched.
 */
export async function openPlayground(config: Config, serve: typeof Serve): Promise<Playground> {
  const folder = join(config.dataDir, 'playground')
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    const where = resolve(config.dataDir)
    throw new Error(
      `Nothing can be kept in ${where} (${cause.code}): set DATA_DIR to a folder of your own.`,
      { cause },
    )
  })
  const lock = tryLockAlone(join(folder, 'in-use.lock'))
  if (lock === undefined) {
    throw new Error(
      `Another playground uses ${resolve(config.dataDir)}: end it first, or set DATA_DIR to another folder.`,
    )
  }
  try {
    await seeThatFree(config.http)
    const opened = await openFor({ config, serve, folder })
    return {
      address: opened.address,
      stop: async () => {
        await opened.stop()
        lock.release()
      },
    }
  } catch (cause) {
    lock.release()
    throw cause
  }
}

interface Opening {
  readonly config: Config
  readonly serve: typeof Serve
  readonly folder: string
}

async function openFor({ config, serve, folder }: Opening): Promise<Playground> {
  let hospital: LiveHospital | undefined
  let unwatch = () => {}
  const snapshot = openSnapshot(folder, () => hospital?.keep())
  const [door, database, kept] = await Promise.all([
    openDoor({ reset: (to) => reset(to) }),
    openDatabase({ dataDir: config.dataDir }),
    snapshot.read(),
  ])
  let place: Place = { config, serve, routes: door.routes, databaseUrl: database.url }

  async function begin(beginning: Beginning): Promise<void> {
    const begun = await openHospital(place, beginning)
    // Another life is to be found at the same address, also where any port was good for the first.
    const port = Number(new URL(begun.running.address).port)
    place = { ...place, config: { ...config, http: { ...config.http, port } } }
    begun.playedBy(door.watched)
    unwatch = begun.watch(snapshot.soon)
    hospital = begun
    // Kept before anybody sees it: a process that ends now does not live the weeks before once more.
    await snapshot.now().finally(() => door.connect(begun))
  }

  async function end(): Promise<void> {
    const ended = hospital
    unwatch()
    door.disconnect()
    await ended?.stop()
  }

  async function reset(to: 'demonstration' | 'nothing'): Promise<void> {
    await end()
    hospital = undefined
    await snapshot.forget()
    await begin(to)
  }

  try {
    await begin(kept && (await isThere(database.url)) ? kept : 'demonstration')
  } catch (cause) {
    await database.stop()
    throw cause
  }
  return {
    address: `http://localhost:${place.config.http.port}`,
    stop: async () => {
      await end()
      await snapshot.now()
      await database.stop()
    },
  }
}
