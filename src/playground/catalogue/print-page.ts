import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const run = promisify(execFile)

/**
 * The page of the catalogue as one file that holds all it needs, these pieces included. Rejects where the development
 * packages are not installed, which it is made of.
 */
export async function printPage(pieces: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-catalogue-'))
  try {
    await run(process.execPath, [here('./build-page.ts'), here('../page'), folder])
    const page = await readFile(join(folder, 'catalogue.html'), 'utf8')
    return withPieces(await withAssets(page, folder), pieces)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Scripts and styles stand in the page itself, so that it opens from a disk. */
async function withAssets(page: string, folder: string): Promise<string> {
  const read = (path = '') => readFile(join(folder, path), 'utf8')
  const script = /<script type="module"[^>]* src="([^"]+)"><\/script>/.exec(page)
  const style = /<link rel="stylesheet"[^>]* href="([^"]+)">/.exec(page)
  const code = (await read(script?.[1])).replaceAll('</script', '<\\/script')
  const css = style ? `<style>${await read(style[1])}</style>` : ''
  // The code is put where the page has been read; as functions, because of the signs that a replacement may hold.
  return page
    .replace(script?.[0] ?? '', '')
    .replace(style?.[0] ?? '', () => css)
    .replace('</body>', () => `<script type="module">${code}</script></body>`)
}

function withPieces(page: string, pieces: unknown): string {
  const data = JSON.stringify(pieces).replaceAll('<', '\\u003c')
  return page.replace(
    '<div id="page">',
    () => `<script type="application/json" id="pieces">${data}</script><div id="page">`,
  )
}
