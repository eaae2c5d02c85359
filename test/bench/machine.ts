import { readFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { Client } from 'pg'

/** What the figures were measured on. */
export async function describeMachine(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'unknown processor'
  const memory = Math.round(totalmem() / 2 ** 30)
  const postgres = rows[0]?.server_version ?? 'unknown'
  return `${processors.length} cores (${model}), ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, PostgreSQL ${postgres}`
}

/** How much memory a process occupies now, in MB. Rejects where the system does not tell as Linux does. */
export function memoryOf(processId: number): Promise<number> {
  return megabytesOf(processId, /^VmRSS:\s+(\d+) kB$/m)
}

/** The most memory that a process has occupied so far, in MB. */
export function peakMemoryOf(processId: number): Promise<number> {
  return megabytesOf(processId, /^VmHWM:\s+(\d+) kB$/m)
}

async function megabytesOf(processId: number, line: RegExp): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8')
  const kilobytes = line.exec(status)?.[1]
  if (kilobytes === undefined) throw new Error('The system does not tell how much memory a process occupies.')
  return Number(kilobytes) / 1024
}

/** Watches a process; ending the watch gives the most memory it was seen to occupy. */
export function watchMemory(processId: number): () => Promise<number> {
  let peak = 0
  let looking: Promise<void> = Promise.resolve()
  const look = async () => {
    peak = Math.max(peak, await memoryOf(processId))
  }
  const timer = setInterval(() => {
    looking = look().catch(() => undefined)
  }, 200)
  return async () => {
    clearInterval(timer)
    await looking
    await look()
    return peak
  }
}
