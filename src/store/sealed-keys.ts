import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SealKey } from './sealed.ts'

const keyLength = 32
const written = /^(?<id>[A-Za-z0-9_-]{1,64}):(?<key>[A-Za-z0-9+/]{43}=)$/

/**
 * Reads keys as operators write them: `id:base64(32 bytes)`, comma separated, the first is current.
 * `undefined` when any of it is malformed or an id stands twice.
 */
export function parseKeys(text: string): SealKey[] | undefined {
  const keys: SealKey[] = []
  for (const part of text.split(',')) {
    const { id, key } = written.exec(part.trim())?.groups ?? {}
    if (id === undefined || key === undefined) return undefined
    keys.push({ id, key: Buffer.from(key, 'base64') })
  }
  const ids = new Set(keys.map(({ id }) => id))
  return ids.size === keys.length ? keys : undefined
}

/**
 * The configured keys; where there are none, the one in `DATA_DIR/keys`, which is made at the first start
 * (mode 0600). Two processes that start at once end up with the same key. Who loses the file loses the texts.
 */
export async function loadKeys(place: {
  keys: readonly SealKey[] | 'generate'
  dataDir: string
}): Promise<readonly SealKey[]> {
  if (place.keys !== 'generate') return place.keys
  const file = join(place.dataDir, 'keys')
  const content = (await readKeyFile(file)) ?? (await createKeyFile(file, place.dataDir))
  const keys = parseKeys(content)
  if (keys === undefined) {
    throw new Error(`The key file ${file} is damaged: bring it back from a backup, or set ROUNDS_KEYS.`)
  }
  return keys
}

// Written beside and then linked into place: a link, unlike a rename, never replaces another process's file.
async function createKeyFile(file: string, dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const line = `k${randomBytes(4).toString('hex')}:${randomBytes(keyLength).toString('base64')}\n`
  await writeFile(draft, line, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return (await readFile(file, 'utf8')).trim()
}

async function readKeyFile(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
