import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A browser to be started. */
export interface Program {
  readonly file: string
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>
}

const systems = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chrome or Chromium of this machine; where it has none, or `TEST_BROWSER=packaged`, the one of the npm package. */
export async function findBrowser(): Promise<Program> {
  const installed = process.env['TEST_BROWSER'] === 'packaged' ? undefined : systems.find(existsSync)
  return installed === undefined ? await packagedBrowser() : { file: installed, env: {} }
}

const packageFolder = new URL('../', import.meta.resolve('@sparticuz/chromium'))
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/rounds/', import.meta.url))

/**
 * A Chromium for Linux on x64, unpacked once. It brings the few libraries it needs beside libc, and fonts: outside
 * the cloud it was made for, nobody points it to them.
 */
async function packagedBrowser(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Browser tests need Chrome or Chromium here: please install one of them.')
  }
  const { version } = JSON.parse(await readFile(new URL('package.json', packageFolder), 'utf8'))
  const folder = join(cacheFolder, `chromium-${version}`)
  if (!existsSync(folder)) await unpackTo(folder)
  return {
    file: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** The package unpacks into the folder for temporary files; so a process is given one of its own. */
async function unpackTo(folder: string): Promise<void> {
  const draft = `${folder}-${randomUUID()}`
  await mkdir(draft, { recursive: true })
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpacking], {
      cwd: packageFolder,
      env: { TMPDIR: draft },
    })
    await rename(draft, folder)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
}

const unpacking = `
  import { inflate } from '@sparticuz/chromium'
  await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((pack) => inflate('bin/' + pack)))
`
