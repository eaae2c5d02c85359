import { join } from 'node:path'
import { type Cluster, ensureCluster, prepareCluster } from './embedded-cluster.ts'
import { type FileLock, lockAlone, lockTogether, tryLockAlone } from './embedded-lock.ts'
import { ensureServer, stopServer } from './embedded-server.ts'

/** An open PostgreSQL database. */
export interface Database {
  /** A `postgresql://` address, password included: never to be logged. */
  url: string
  /** Lets go of the database. The embedded server stops when nobody uses it any more. */
  stop(): Promise<void>
}

/**
 * Opens the server that the operator names, else the embedded one under the data directory: creates it at
 * the first start (about 0.7 s), and takes over a server that a killed Rounds has left running. Any number
 * of processes may do so at once on one data directory. Throws an `Error` that says what to do.
 */
export function openDatabase(place: { url?: string | undefined; dataDir: string }): Promise<Database> {
  if (place.url === undefined) return openEmbedded({ dataDir: place.dataDir })
  return Promise.resolve({ url: place.url, stop: () => Promise.resolve() })
}

/** The embedded half of `openDatabase`; `settings` are PostgreSQL's, added to those of Rounds. */
export async function openEmbedded(options: {
  dataDir: string
  settings?: Record<string, string>
}): Promise<Database> {
  const cluster = await prepareCluster(options.dataDir)
  return alone(cluster, async () => {
    const password = await ensureCluster(cluster)
    const inUse = lockTogether(inUseFile(cluster))
    try {
      const url = await ensureServer(cluster, { password, settings: options.settings ?? {} })
      let left: Promise<void> | undefined
      const stop = (): Promise<void> => {
        left ??= leave(cluster, inUse)
        return left
      }
      return { url, stop }
    } catch (error) {
      inUse.release()
      throw error
    }
  })
}

const inUseFile = (cluster: Cluster): string => join(cluster.dataDir, 'postgres-in-use.lock')

// Only one process at a time creates, starts or stops the server.
async function alone<Result>(cluster: Cluster, work: () => Promise<Result>): Promise<Result> {
  const lock = await lockAlone(join(cluster.dataDir, 'postgres-starting.lock'))
  try {
    return await work()
  } finally {
    lock.release()
  }
}

// The last to leave stops the server, whoever started it: the one who did may have been killed.
function leave(cluster: Cluster, inUse: FileLock): Promise<void> {
  return alone(cluster, async () => {
    inUse.release()
    const last = tryLockAlone(inUseFile(cluster))
    if (last === undefined) return
    try {
      await stopServer(cluster)
    } finally {
      last.release()
    }
  })
}
