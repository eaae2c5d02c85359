import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export interface Said {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

/** The real command line, each call a process of its own, in a folder of its own. */
export interface CommandLine {
  readonly folder: string
  run(...words: string[]): Promise<Said>
  /** Writes a file into the folder and gives its path. */
  file(name: string, content: string): Promise<string>
  close(): Promise<void>
}

const entry = join(import.meta.dirname, '../../src/cli/main.ts')

/** `environment` is all that the processes see, besides what Node needs. */
export async function openCommandLine(environment: Record<string, string> = {}): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-cli-'))
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', ROUNDS_KEYS: keys, ...environment }
  return {
    folder,
    run: async (...words) => {
      const child = spawn(process.execPath, [entry, ...words], { cwd: folder, env })
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
      const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
      return { exitCode, out, err }
    },
    file: async (name, content) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The key that the tests' hospitals seal with. */
const keys = `test:${Buffer.alloc(32, 7).toString('base64')}`
