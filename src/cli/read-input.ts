import { readFile } from 'node:fs/promises'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'it may not be read by this user',
}

/** The bytes of a file that the command line names, or why it cannot be read. */
export async function readInput(path: string): Promise<{ bytes: Uint8Array } | { problem: string }> {
  try {
    return { bytes: await readFile(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { problem: `${path}: ${reasons[code] ?? `it cannot be read (${code})`}` }
  }
}
