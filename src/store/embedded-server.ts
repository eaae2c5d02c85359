import { readFile, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import type { Cluster } from './embedded-cluster.ts'
import { run } from './embedded-program.ts'

/** What PostgreSQL notes about its running server in `postmaster.pid` (lines 1, 4 and 8). */
interface Noted {
  pid: number
  port: number
  status: string
}

/** `ours`: it serves our cluster. `busy`: it starts or stops. `foreign`: it serves another cluster. */
type Answer = 'ours' | 'busy' | 'refused' | 'foreign'

const database = 'rounds'
const pollMs = 50
// PostgreSQL answers "starting up" while it recovers from a crash; that can take its time.
const recoveryMs = 120_000
const refusedWhileStartingMs = 30_000
const refusedWhileReadyMs = 300
const portAttempts = 3

/** For a small host; nothing here loosens durability. The log holds no values of rows: people's words stay out. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/**
 * Gives the address of the cluster's server: the one that runs already (a killed Rounds leaves it running),
 * else one started here on a free port. The caller holds the lock.
 */
export async function ensureServer(
  cluster: Cluster,
  options: { password: string; settings: Record<string, string> },
): Promise<string> {
  const addressOf = (serverPort: number, name: string): string =>
    `postgresql://rounds:${options.password}@127.0.0.1:${serverPort}/${name}`
  const found = await findRunning(cluster, (noted) => addressOf(noted, 'postgres'))
  const port = found ?? (await start(cluster, options.settings))
  await ensureDatabase(addressOf(port, 'postgres'))
  return addressOf(port, database)
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const noted = await readNoted(cluster)
  if (noted === undefined || !isAlive(noted.pid)) return
  const { code, output } = await run(cluster.programs.pgCtl, {
    args: ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '60'],
    user: cluster.user,
  })
  if (code !== 0) throw new Error(`The embedded database did not stop: ${output}`)
}

async function findRunning(
  cluster: Cluster,
  addressOf: (port: number) => string,
): Promise<number | undefined> {
  const began = performance.now()
  for (;;) {
    const noted = await readNoted(cluster)
    if (noted === undefined || !isAlive(noted.pid)) return undefined
    const answer = await ask(cluster, addressOf(noted.port))
    if (answer === 'ours') return noted.port
    const waited = performance.now() - began
    if (isStale({ answer, waited, status: noted.status })) {
      await rm(pidFile(cluster), { force: true })
      return undefined
    }
    if (waited > recoveryMs) {
      throw new Error(
        `The embedded database (process ${noted.pid}) is still starting or stopping: try again.`,
      )
    }
    await pause(pollMs)
  }
}

/**
 * Whether the note is of a server that is gone and whose process number another program has by now; or of
 * another cluster, of which this is a copy. Removing it is safe: PostgreSQL also checks its shared memory.
 */
function isStale(seen: { answer: Answer; waited: number; status: string }): boolean {
  if (seen.answer === 'foreign') return true
  const patience = seen.status === 'ready' ? refusedWhileReadyMs : refusedWhileStartingMs
  return seen.answer === 'refused' && seen.waited > patience
}

async function start(cluster: Cluster, extra: Record<string, string>): Promise<number> {
  const log = join(cluster.folder, 'server.log')
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const options = Object.entries({ ...settings, ...extra }).map(([name, value]) => `-c ${name}='${value}'`)
    const { code } = await run(cluster.programs.pgCtl, {
      args: [
        'start',
        '-D',
        cluster.folder,
        '-l',
        log,
        '-w',
        '-t',
        '60',
        '-o',
        `-p ${port} ${options.join(' ')}`,
      ],
      user: cluster.user,
    })
    if (code === 0) return port
    const lines = await readEnd(log)
    // Another program may have taken the port in between.
    if (attempt < portAttempts && lines.includes('could not bind')) continue
    throw new Error(`The embedded database did not start. The end of ${log}:\n${lines}`)
  }
}

async function readEnd(log: string): Promise<string> {
  const content = await readFile(log, 'utf8').catch(() => '')
  return content.trim().split('\n').slice(-5).join('\n')
}

async function ask(cluster: Cluster, address: string): Promise<Answer> {
  try {
    const [row] = await query<{ directory: string }>(
      address,
      "select current_setting('data_directory') as directory",
    )
    const served = await realpath(row?.directory ?? '').catch(() => undefined)
    return served === (await realpath(cluster.folder)) ? 'ours' : 'foreign'
  } catch (error) {
    return readRefusal(error)
  }
}

function readRefusal(error: unknown): Answer {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === '28P01') {
    throw new Error(
      'The server that postgres/postmaster.pid in DATA_DIR names does not take the password in DATA_DIR/postgres-password. Put the right password back, or remove postmaster.pid if no PostgreSQL server is running.',
      { cause: error },
    )
  }
  return 'busy'
}

async function ensureDatabase(address: string): Promise<void> {
  const rows = await query(address, `select from pg_database where datname = '${database}'`)
  if (rows.length === 0) await query(address, `create database ${escapeIdentifier(database)}`)
}

async function query<Row extends object>(address: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5_000 })
  // A server that goes down meanwhile is reported by the query itself; without a listener it would end Rounds.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function pidFile(cluster: Cluster): string {
  return join(cluster.folder, 'postmaster.pid')
}

async function readNoted(cluster: Cluster): Promise<Noted | undefined> {
  const content = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const lines = content.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port, status: lines[7]?.trim() ?? '' } : undefined
}

// A process that we may not signal belongs to somebody else, and so is not our server.
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
