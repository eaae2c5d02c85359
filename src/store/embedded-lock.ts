import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/** A lock on a file between processes. The kernel frees it however its process ends, `kill -9` included. */
export interface FileLock {
  release(): void
}

const sqliteBusy = 5
const pollMs = 25

/**
 * Takes the lock alone, waiting for as long as another process (or another caller in this one) holds it.
 * Node has no `flock`, and a file with a process id in it cannot be taken over without a race when its
 * owner has died; SQLite's file locks are the kernel's own and come with Node.
 */
export async function lockAlone(file: string): Promise<FileLock> {
  for (;;) {
    const lock = tryLockAlone(file)
    if (lock !== undefined) return lock
    await pause(pollMs)
  }
}

/** Takes the lock alone, or gives `undefined` while anybody else holds it, alone or together. */
export function tryLockAlone(file: string): FileLock | undefined {
  return tryLock(file, 'BEGIN EXCLUSIVE')
}

/** Takes the lock together with others. Only to be called where nobody can be holding it alone. */
export function lockTogether(file: string): FileLock {
  const lock = tryLock(file, 'BEGIN; SELECT count(*) FROM sqlite_schema')
  if (lock === undefined) throw new Error(`${file} is locked by another process`)
  return lock
}

function tryLock(file: string, statements: string): FileLock | undefined {
  const connection = new DatabaseSync(file)
  try {
    connection.exec(statements)
  } catch (error) {
    connection.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined
    throw error
  }
  return { release: () => connection.close() }
}
