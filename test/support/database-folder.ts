import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const neededBytes = 2_000_000_000

/**
 * Makes a new folder for a throw-away database server: in memory where the machine has room to spare, since
 * copying a database there takes a twentieth of the time. The caller removes it.
 */
export async function makeDatabaseFolder(): Promise<string> {
  const room = await statfs(memory).catch(() => undefined)
  const roomy = room !== undefined && room.bavail * room.bsize > neededBytes
  return mkdtemp(join(roomy ? memory : tmpdir(), 'rounds-test-'))
}
