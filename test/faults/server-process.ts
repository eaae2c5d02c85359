import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { vi } from 'vitest'

/** Rounds as a process of its own, as `node src/main.ts` starts it. */
export interface ServerProcess {
  readonly address: string
  /** Every line it wrote. */
  readonly lines: readonly string[]
  /** Sends the signal and waits for the end: the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

const running = new Set<ChildProcess>()

/** Resolves once it runs. Rejects with what it said where it does not. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = once(child, 'exit').then(() => running.delete(child))
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => void lines.push(line))
  const address = () => lines.flatMap((line) => /"address":"([^"]+)"/.exec(line)?.[1] ?? [])[0]
  await vi.waitUntil(() => address() !== undefined || child.exitCode !== null, {
    timeout: 40_000,
    interval: 20,
  })
  const found = address()
  if (found === undefined) throw new Error(lines.join('\n'))
  return {
    address: found,
    lines,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
      return child.signalCode ?? child.exitCode
    },
  }
}

/** Whatever still runs is killed, so that nothing outlives its test. */
export async function endServers(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }),
  )
}
