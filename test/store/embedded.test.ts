import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/store/embedded.ts'
import { makeDatabaseFolder } from '../support/database-folder.ts'

let dataDir = ''
let made = ''
let children: ChildProcess[] = []

// One database serves every test that leaves it whole: making one takes longer than most tests.
beforeAll(async () => {
  made = await makeDatabaseFolder()
  await (await openDatabase({ dataDir: made })).stop()
})
afterAll(() => rm(made, { recursive: true, force: true }))

beforeEach(() => {
  dataDir = made
  children = []
})
afterEach(async () => {
  for (const child of children) await kill(child)
  const pid = await readServerPid()
  if (pid !== undefined) await (await open()).stop()
  if (dataDir !== made) await rm(dataDir, { recursive: true, force: true })
})

async function useEmptyFolder(): Promise<void> {
  dataDir = await makeDatabaseFolder()
}

async function useCopy(): Promise<void> {
  await useEmptyFolder()
  await promisify(execFile)('cp', ['-a', `${made}/.`, dataDir])
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function readServerPid(): Promise<number | undefined> {
  const content = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(content.split('\n')[0])
  return pid > 0 && pid !== process.pid ? pid : undefined
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Opens the database in a process of its own, which then goes on living; gives the address it found. */
async function openElsewhere(): Promise<{ url: string; child: ChildProcess }> {
  const program = `import { openDatabase } from './src/store/embedded.ts'
    const { url } = await openDatabase({ dataDir: process.argv[1] })
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [url] = await once(child.stdout, 'data')
  return { url: String(url), child }
}

function open(): Promise<Database> {
  return openDatabase({ dataDir })
}

describe('the embedded database', () => {
  test('keeps what was stored over a stop and a start', async () => {
    await useEmptyFolder()
    const before = await open()
    await ask(before.url, 'create table kept as select 7 as number')
    await before.stop()

    const after = await open()

    expect(await ask(after.url, 'select number from kept')).toEqual([{ number: 7 }])
    await after.stop()
    await expect(ask(after.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('keeps durability on, speaks on loopback only, and hides its password', async () => {
    const database = await open()

    const rows = await ask(
      database.url,
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as at",
    )

    const { mode } = await stat(join(dataDir, 'postgres-password'))
    await database.stop()
    expect(rows).toEqual([{ fsync: 'on', commit: 'on', at: '127.0.0.1' }])
    expect(mode & 0o777).toBe(0o600)
  })

  test('refuses a wrong password', async () => {
    const { url, stop } = await open()

    const attempt = ask(url.replace(/:[0-9a-f]{64}@/, ':wrong@'), 'select 1')

    await expect(attempt).rejects.toThrow('password authentication failed')
    await stop()
  })

  test('is one for two processes that make it at the same time', async () => {
    await useEmptyFolder()
    const [one, other] = await Promise.all([openElsewhere(), openElsewhere()])

    await ask(one.url, 'create table shared as select 1 as number')

    expect(other.url).toBe(one.url)
    expect(await ask(other.url, 'select number from shared')).toEqual([{ number: 1 }])
  })

  test('runs on while another process uses it', async () => {
    const here = await open()
    const there = await openElsewhere()

    await here.stop()

    expect(await ask(there.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('stops with the last that uses it', async () => {
    const one = await open()
    const other = await open()

    await one.stop()
    const answer = await ask(other.url, 'select 1 as one')
    await other.stop()

    expect(answer).toEqual([{ one: 1 }])
    await expect(ask(other.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })
})

describe('after kill -9', () => {
  test('of Rounds, the next start finds the server that still runs, and stops it in the end', async () => {
    const { url, child } = await openElsewhere()
    await ask(url, 'create table orphaned as select 7 as number')
    await kill(child)

    const next = await open()

    expect(next.url).toBe(url)
    expect(await ask(next.url, 'select number from orphaned')).toEqual([{ number: 7 }])
    await next.stop()
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('of the server too, the next start recovers what was committed', async () => {
    const { url, child } = await openElsewhere()
    await ask(url, 'create table crashed as select 7 as number')
    await kill(child)
    process.kill((await readServerPid()) ?? Number.NaN, 'SIGKILL')

    const next = await open()

    expect(await ask(next.url, 'select number from crashed')).toEqual([{ number: 7 }])
    await next.stop()
  })

  test('while the database was being made, the next start makes it anew', async () => {
    await useEmptyFolder()
    await mkdir(join(dataDir, 'postgres.new'))
    await writeFile(join(dataDir, 'postgres.new/half'), 'half')

    const next = await open()

    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
  })

  test('the process number that the server had may belong to another program by now', async () => {
    const before = await open()
    const pidFile = join(dataDir, 'postgres/postmaster.pid')
    const lines = (await readFile(pidFile, 'utf8')).split('\n')
    await before.stop()
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'))

    const next = await open()

    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
  })
})

describe('says what to do', () => {
  test('when the password is gone', async () => {
    await useCopy()
    await rm(join(dataDir, 'postgres-password'))

    await expect(open()).rejects.toThrow(/its password, .*postgres-password, cannot be read/)
  })

  test('when the server cannot start', async () => {
    await useCopy()
    await writeFile(join(dataDir, 'postgres/postgresql.conf'), 'nonsense = 1\n')

    await expect(open()).rejects.toThrow(/did not start.*unrecognized configuration parameter "nonsense"/s)
  })

  test.runIf(process.getuid?.() === 0)('when a folder above keeps the server out', async () => {
    await useEmptyFolder()
    const closed = join(dataDir, 'closed')
    await mkdir(closed)
    await chmod(dataDir, 0o755)
    await chmod(closed, 0o700)

    const attempt = openDatabase({ dataDir: join(closed, 'data') })

    await expect(attempt).rejects.toThrow(`cannot pass through the folder ${closed}`)
  })
})

test('with an address of its own nothing is started', async () => {
  await useEmptyFolder()
  const database = await openDatabase({ url: 'postgresql://db.example.org/rounds', dataDir })

  await database.stop()

  expect(database.url).toBe('postgresql://db.example.org/rounds')
  await expect(stat(join(dataDir, 'postgres'))).rejects.toThrow('ENOENT')
})
