import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { runCommandLine } from '../../src/cli/command-line.ts'

export interface Said {
  readonly exitCode: number | string | null | undefined
  readonly out: string
  readonly err: string
}

/** The command line, in a folder of its own. */
export interface CommandLine {
  readonly folder: string
  /** Runs it here, which spares a process its start. One at a time. */
  run(...words: string[]): Promise<Said>
  /** Runs it as whoever types it does: in a process of its own. */
  spawn(...words: string[]): Promise<Said>
  /** Writes a file into the folder and gives its path. */
  file(name: string, content: string): Promise<string>
  close(): Promise<void>
}

const entry = join(import.meta.dirname, '../../src/cli/main.ts')

/** `environment` is all that a command sees, besides what Node needs. */
export async function openCommandLine(environment: Record<string, string> = {}): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-cli-'))
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', ROUNDS_KEYS: keys, ...environment }
  return {
    folder,
    run: (...words) => runHere(words, { folder, env }),
    spawn: async (...words) => {
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

/** Lends the command this process: folder, environment, streams and exit code are put back afterwards. */
async function runHere(
  words: readonly string[],
  { folder, env }: { folder: string; env: NodeJS.ProcessEnv },
): Promise<Said> {
  const before = { folder: process.cwd(), env: process.env, exitCode: process.exitCode }
  const out = keep(process.stdout)
  const err = keep(process.stderr)
  process.chdir(folder)
  process.env = env
  process.exitCode = 0
  try {
    await runCommandLine(words)
    return { exitCode: process.exitCode, out: out.written.join(''), err: err.written.join('') }
  } finally {
    process.exitCode = before.exitCode
    process.env = before.env
    process.chdir(before.folder)
    out.end()
    err.end()
  }
}

/** Keeps what is written to the stream instead of letting it through. */
function keep(stream: NodeJS.WriteStream) {
  const written: string[] = []
  const { write } = stream
  stream.write = (chunk: string | Uint8Array) => {
    written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return true
  }
  const end = () => {
    stream.write = write
  }
  return { written, end }
}

/** The key that the tests' hospitals seal with. */
const keys = `test:${Buffer.alloc(32, 7).toString('base64')}`
