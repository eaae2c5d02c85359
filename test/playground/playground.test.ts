import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ClockState, HospitalState, TimelinePart } from '../../src/playground/wire.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { makeDatabaseFolder } from '../support/database-folder.ts'
import { ask } from './door/far-side.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 })

// The first command of the README, on an empty data directory, with no credentials.
let folder: string
let rounds: Started

interface Started {
  readonly process: ChildProcess
  readonly address: string
  said(): string
}

beforeAll(async () => {
  folder = await makeDatabaseFolder()
  rounds = await start()
})

afterAll(async () => {
  await end(rounds, 'SIGTERM')
  const database = await openEmbedded({ dataDir: folder })
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

function run(environment: Readonly<Record<string, string>> = {}): { process: ChildProcess; said(): string } {
  const started = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return { process: started, said: () => said }
}

async function start(): Promise<Started> {
  const started = run()
  const address = () => /http:\/\/localhost:\d+/.exec(started.said())?.[0]
  while (address() === undefined) {
    if (started.process.exitCode !== null) throw new Error(started.said())
    await later(50)
  }
  return { ...started, address: address() ?? '' }
}

async function end({ process: one }: Pick<Started, 'process'>, signal: NodeJS.Signals): Promise<void> {
  const ended = once(one, 'exit')
  one.kill(signal)
  await ended
}

/** What a page is told first. */
async function seen(): Promise<{ hospital: HospitalState; clock: ClockState; timeline: TimelinePart }> {
  const leaving = new AbortController()
  const response = await fetch(`${rounds.address}/playground/events`, { signal: leaving.signal })
  const events: Record<string, unknown> = {}
  let text = ''
  const words = response.body?.pipeThrough(new TextDecoderStream()) ?? []
  for await (const part of words) {
    text += part
    for (const [, name = '', data = ''] of text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)) {
      events[name] = JSON.parse(data)
    }
    if (['hospital', 'clock', 'timeline'].every((name) => name in events)) break
  }
  leaving.abort()
  return events as Awaited<ReturnType<typeof seen>>
}

async function deed(content: unknown): Promise<unknown> {
  const response = await fetch(`${rounds.address}/playground/deeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: rounds.address },
    body: JSON.stringify(content),
  })
  return await response.json()
}

test('a newcomer is told where to look, in a few lines, and finds a page and a server that is ready', async () => {
  const [page, ready] = await Promise.all([fetch(rounds.address), fetch(`${rounds.address}/readyz`)])

  expect(rounds.said().trim().split('\n').length).toBeLessThan(6)
  expect(await page.text()).toContain('<title>')
  expect(await ready.json()).toEqual({ migrations: 'ok', database: 'ok', queue: 'ok' })
})

test.each(['/', '/healthz', '/readyz', '/metrics', '/playground/events'])(
  'under a name that was pointed here %s is refused, as everything is',
  async (path) => {
    const { port } = new URL(rounds.address)

    const { status, json } = await ask(rounds.address, { path, headers: { host: `rebound.example:${port}` } })

    expect(status).toBe(403)
    expect(json).toMatchObject({ reason: expect.stringContaining('under no other name') })
  },
)

test('a second playground on the same data directory is refused in one sentence, and changes nothing', async () => {
  const second = run()

  const [code] = await once(second.process, 'exit')

  expect(code).toBe(1)
  expect(second.said()).toMatch(
    /^Rounds cannot start: Another playground uses .+ DATA_DIR to another folder\.\n$/,
  )
  expect((await fetch(`${rounds.address}/readyz`)).status).toBe(200)
})

test('the playground refuses to be reached from other machines', async () => {
  const open = run({ HOST: '0.0.0.0' })

  const [code] = await once(open.process, 'exit')

  expect(code).toBe(1)
  expect(open.said()).toMatch(/^Rounds cannot start: .+this machine only.+\n$/)
})

test.each(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'])(
  'with %s set there is no playground',
  async (name) => {
    const open = run({ [name]: 'quokka' })

    const [code] = await once(open.process, 'exit')

    expect(code).toBe(1)
    expect(open.said()).toMatch(/^Rounds cannot start: There is no playground where credentials are set.+\n$/)
    expect(open.said()).not.toContain('quokka')
  },
)

test('a data directory that cannot be one is told in one sentence', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const open = run({ DATA_DIR: file })

  const [code] = await once(open.process, 'exit')

  expect(code).toBe(1)
  expect(open.said()).toBe(
    `Rounds cannot start: Nothing can be kept in ${file} (ENOTDIR): set DATA_DIR to a folder of your own.\n`,
  )
})

test('a port that is taken is told in one sentence, before anything is begun', async () => {
  const other = join(folder, 'other')
  const { port } = new URL(rounds.address)
  const open = run({ PORT: port, DATA_DIR: other })

  const [code] = await once(open.process, 'exit')

  expect(code).toBe(1)
  expect(open.said()).toBe(
    `Rounds cannot start: Port ${port} is taken by another program: end that program, or set PORT to another number.\n`,
  )
  expect(await readdir(join(other, 'playground'))).toEqual(['in-use.lock'])
})

test.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])(
  'after %s the hospital goes on where it was',
  async (signal) => {
    expect(await deed({ deed: 'clock', by: 'day' })).toEqual({ ok: true })
    const before = await seen()
    const file = join(folder, 'playground/hospital.json')
    const happened = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')).timeline
    await expect.poll(happened, { timeout: 20_000 }).toEqual(before.timeline.items)

    await end(rounds, signal)
    const kept = await stat(file)
    rounds = await start()
    const after = await seen()

    expect(kept.mode & 0o777).toBe(0o600)
    expect(after.hospital.run).toBe(before.hospital.run)
    expect(after.hospital.people).toEqual(before.hospital.people)
    expect(after.timeline.items).toEqual(before.timeline.items)
    expect(Date.parse(after.clock.now)).toBeGreaterThanOrEqual(Date.parse(before.clock.now))
    expect(await deed({ deed: 'clock', by: 'day' })).toEqual({ ok: true })
    const people = (await seen()).timeline.items.slice(before.timeline.items.length)
    expect(people.map(({ kind }) => kind)).toContain('clock')
  },
)

test('a hospital that was kept by another release, or is damaged, begins anew', async () => {
  const before = await seen()
  await end(rounds, 'SIGTERM')
  const file = join(folder, 'playground/hospital.json')
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 1000))

  rounds = await start()

  const after = await seen()
  expect(after.hospital.run).not.toBe(before.hospital.run)
  expect(after.clock.now).toMatch(/^2027-01-19T09:0/)
})

test('reset begins another life at the same address, also an empty one', async () => {
  const before = await seen()

  expect(await deed({ deed: 'reset', to: 'nothing' })).toMatchObject({ ok: true })
  await expect
    .poll(async () => (await seen().catch(() => before)).hospital.run, { timeout: 40_000 })
    .not.toBe(before.hospital.run)
  const kept = JSON.parse(await readFile(join(folder, 'playground/hospital.json'), 'utf8'))

  const { hospital, clock, timeline } = await seen()
  expect(kept.run).toBe(hospital.run)
  expect(hospital).toMatchObject({ people: [], programs: [] })
  expect(timeline.items).toEqual([])
  expect(clock.now).toMatch(/^2027-01-19T09:0/)
})

test('in production there is no playground: the server says that no platform is configured', async () => {
  const production = run({
    NODE_ENV: 'production',
    ROUNDS_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    HOST: '127.0.0.1',
  })
  const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(production.said())?.[0]
  await expect.poll(address, { timeout: 40_000 }).toBeDefined()

  const answers = await Promise.all(
    ['/', '/playground/events', '/healthz'].map((path) => fetch(`${address()}${path}`)),
  )

  await end(production, 'SIGTERM')
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 200])
  expect(production.said()).toContain('no platform is configured')
})
