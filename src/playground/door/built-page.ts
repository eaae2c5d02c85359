import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The page as browsers load it. */
export interface BuiltPage {
  /** Another for every other page. */
  readonly id: string
  /** By the path of its address: `/index.html`, `/assets/index-1a2b3c4d.js`. */
  readonly files: ReadonlyMap<string, Buffer>
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const source = here('../page')
/** What decides about the page besides its own folder: types it shares, how it is built, of what, and texts it holds. */
const others = [
  ...['../wire.ts', './build-page.ts', '../../../tsconfig.json', '../../../package-lock.json'],
  ...['README.md', 'demo/people.csv', 'demo/new-nurses.yaml', 'demo/career.yaml'].map(
    (name) => `../../../${name}`,
  ),
]
const abandonedMs = 3_600_000
const run = promisify(execFile)

/**
 * The page, built anew where anything of it has changed, else as it was built before. Where `cache` cannot be written it
 * is built at every start. Rejects with what to do where the development packages are not installed.
 */
export async function builtPage(cache = here('../../../node_modules/.cache/rounds')): Promise<BuiltPage> {
  const id = await fingerprint()
  const kept = join(cache, `page-${id}`)
  const before = await load(kept)
  if (before) return { id, files: before }
  const { folder, lasting } = await freshFolder(cache)
  try {
    await build(folder)
    const files = await load(folder)
    if (!files) throw new Error('the page of the playground could not be built: it has no index.html')
    if (lasting) await keep(folder, kept)
    return { id, files }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fingerprint(): Promise<string> {
  const own = await filesIn(source)
  const hash = createHash('sha256')
  for (const path of [...own, ...others.map(here)]) {
    const bytes = await readFile(path).catch(() => Buffer.of())
    hash.update(JSON.stringify([relative(source, path), bytes.length])).update(bytes)
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Undefined where there is no whole page. */
async function load(folder: string): Promise<ReadonlyMap<string, Buffer> | undefined> {
  try {
    const paths = await filesIn(folder)
    const files = await Promise.all(
      paths.map(
        async (path) => [`/${relative(folder, path).split(sep).join('/')}`, await readFile(path)] as const,
      ),
    )
    const page = new Map(files)
    return page.has('/index.html') ? page : undefined
  } catch {
    return undefined
  }
}

/** Where another process builds the same, neither sees the other's half a page. */
async function freshFolder(cache: string): Promise<{ folder: string; lasting: boolean }> {
  try {
    await mkdir(cache, { recursive: true })
    return { folder: await mkdtemp(join(cache, 'building-')), lasting: true }
  } catch {
    return { folder: await mkdtemp(join(tmpdir(), 'rounds-page-')), lasting: false }
  }
}

async function build(into: string): Promise<void> {
  try {
    // Whatever is set for the server is no business of the page's.
    await run(process.execPath, [here('./build-page.ts'), source, into], { env: { NODE_ENV: 'production' } })
  } catch (cause) {
    throw new Error(whyNotBuilt(cause), { cause })
  }
}

function whyNotBuilt(cause: unknown): string {
  const printed = String(cause instanceof Error && 'stderr' in cause ? cause.stderr : cause)
  if (printed.includes('ERR_MODULE_NOT_FOUND')) {
    return 'the playground needs the development packages: run npm ci without --omit=dev, or set the variables of Slack or Teams to run for real'
  }
  const [reason = 'nothing says why'] = /^\w*Error: .*/m.exec(printed) ?? []
  return `the page of the playground could not be built: ${reason}`
}

/** Puts it into its place, unless another process was faster, and removes what nobody needs any more. */
async function keep(folder: string, kept: string): Promise<void> {
  if ((await load(kept)) === undefined) await rm(kept, { recursive: true, force: true })
  await rename(folder, kept).catch(() => undefined)
  const cache = join(kept, '..')
  const names = await readdir(cache)
  for (const path of names.map((name) => join(cache, name))) {
    if (path !== kept && (await isLeftOver(path))) await rm(path, { recursive: true, force: true })
  }
}

async function isLeftOver(path: string): Promise<boolean> {
  const name = relative(join(path, '..'), path)
  if (name.startsWith('page-')) return true
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
  return name.startsWith('building-') && Date.now() - mtimeMs > abandonedMs
}
