import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listMigrations } from '../../store/migrate-files.ts'
import type { HospitalKept } from './kept.ts'

/** Where a hospital is kept over a restart. */
export interface Snapshot {
  /** What was kept; undefined where there is nothing, or nothing that fits. */
  read(): Promise<HospitalKept | undefined>
  /** Keeps it in a moment: several changes at once are one. */
  soon(): void
  /** Keeps it now. */
  now(): Promise<void>
  /** Forgets what was kept. */
  forget(): Promise<void>
}

const waitMs = 100
/** Of the time at most a tenth goes into writing. */
const share = 10

/** `content` is asked whenever it is to be written. */
export function openSnapshot(folder: string, content: () => HospitalKept | undefined): Snapshot {
  const file = join(folder, 'hospital.json')
  let due: NodeJS.Timeout | undefined
  let lastMs = 0
  let writing: Promise<void> = Promise.resolve()

  const writeNow = async () => {
    const made = await makeOf()
    const began = performance.now()
    const kept = content()
    if (kept !== undefined) await writeWhole(file, JSON.stringify({ ...kept, made }))
    lastMs = performance.now() - began
  }
  const write = () => {
    const written = writing.then(writeNow)
    writing = written.catch(() => undefined)
    return written
  }

  return {
    read: async () => {
      const text = await readFile(file, 'utf8').catch(() => undefined)
      return text === undefined ? undefined : fitting(text, await makeOf())
    },
    soon: () => {
      if (due) return
      const begin = () => {
        due = undefined
        // A disk that is full for a moment: the next change tries again.
        write().catch(() => undefined)
      }
      due = setTimeout(begin, Math.max(waitMs, share * lastMs)).unref()
    },
    now: () => {
      // Nothing is written later: whoever stops gives the folder away.
      clearTimeout(due)
      due = undefined
      return write()
    },
    forget: async () => {
      await writing
      await rm(file, { force: true })
    },
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

function fitting(text: string, made: string): HospitalKept | undefined {
  try {
    const kept: HospitalKept & { readonly made: string } = JSON.parse(text)
    return kept.made === made ? kept : undefined
  } catch {
    return undefined
  }
}

let make: Promise<string> | undefined

/** Another wherever what was kept by one release could not be gone on with by this one. */
function makeOf(): Promise<string> {
  make ??= fingerprint()
  return make
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const demo = join(import.meta.dirname, '../../../demo')
  const files = [
    ...(await filesIn(demo)),
    ...(await filesIn(import.meta.dirname)),
    ...(await filesIn(join(import.meta.dirname, '../slack'))),
    ...(await filesIn(join(import.meta.dirname, '../teams'))),
  ]
  for (const file of files) hash.update(await readFile(file))
  for (const migration of await listMigrations()) hash.update(migration)
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort()
}
