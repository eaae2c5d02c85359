import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A program that runs in a process of its own. */
export interface Running {
  readonly processId: number
  /** From its start to the first 200, in milliseconds. */
  readonly readyAfterMs: number
  stop(): Promise<void>
}

const pollMs = 10
const patienceMs = 60_000

interface Program {
  readonly file: string
  /** Added to what the shell needs; nothing else of this process's environment is passed on. */
  readonly env: Readonly<Record<string, string>>
  /** Where what it prints goes. */
  readonly log: string
}

/** Starts a program and waits until its address answers 200. */
export async function startProgram(program: Program, ready: string): Promise<Running> {
  const began = performance.now()
  const child = launch(program)
  while (!(await answers(ready))) {
    if (child.exitCode !== null) throw new Error(`${program.file} ended at once: see ${program.log}`)
    if (performance.now() - began > patienceMs) {
      child.kill('SIGKILL')
      throw new Error(`${program.file} was not ready in time: see ${program.log}`)
    }
    await wait(pollMs)
  }
  const readyAfterMs = performance.now() - began
  return { processId: child.pid ?? 0, readyAfterMs, stop: () => end(child) }
}

function launch({ file, env, log }: Program): ChildProcess {
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, [file], {
    env: environment(env),
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  return child
}

function environment(own: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...own }
}

const run = promisify(execFile)

/** Runs a command in a process of its own to its end; gives the JSON that it printed. Rejects where it fails. */
export async function resultOf<Result>(command: string, args: readonly string[]): Promise<Result> {
  const { stdout } = await run(command, args, { env: environment({}) })
  return JSON.parse(stdout)
}

async function answers(address: string): Promise<boolean> {
  const response = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  await response?.arrayBuffer()
  return response?.status === 200
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** A port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
