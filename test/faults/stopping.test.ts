import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { queue } from '../../src/store/outbox.ts'
import { cast } from '../whole/cast.ts'
import { openFarEnds } from '../whole/stage.ts'
import { type Killable, openKillable } from './killed-server.ts'
import { endServers, type ServerProcess, startServer } from './server-process.ts'

afterAll(endServers)

describe('a server that is asked to stop', () => {
  let hospital: Killable

  beforeAll(async () => {
    hospital = await openKillable()
  })
  afterAll(async () => {
    await endServers()
    await hospital.close()
  })

  test('finishes what is in flight, takes nothing new, and ends with 0', async () => {
    const server = await hospital.start()
    const letGo = await hospital.hold(hospital.ola)
    const inFlight = hospital.ola.command('met 45')
    await hospital.deedWaits()

    const ended = server.end('SIGTERM')
    await vi.waitUntil(() =>
      fetch(`${server.address}/healthz`).then(
        () => false,
        () => true,
      ),
    )
    await letGo()
    const told = await inFlight
    const answered = performance.now()

    expect(told.words).toContain('45')
    expect(await ended).toBe(0)
    expect(performance.now() - answered).toBeLessThan(2500)
    expect(await hospital.sql('select minutes from meetings')).toEqual([{ minutes: 45 }])
  })

  test('leaves in the outbox what it had no time for, and the next one sends that, each message once', async () => {
    const server = await hospital.start()
    const before = hospital.slack.world.posts.length
    const { team } = hospital.slack.world
    const users = ['U0AMIRA001', 'U0OLA001', 'U0PRIYA001', 'U0MARTA001']

    await hospital.within((scope) =>
      queue(
        scope,
        Array.from({ length: 20 }, (_, n) => ({
          key: `word:${n}`,
          platform: 'slack' as const,
          to: { workspace: team, user: users[n % users.length] ?? '' },
          kind: 'send' as const,
          repeat: 'once' as const,
          message: { preview: `Word ${n}`, blocks: [] },
        })),
      ),
    )
    await vi.waitUntil(() => hospital.slack.world.posts.length > before, { timeout: 10_000 })
    const code = await server.end('SIGTERM')
    const [left] = await hospital.sql<{ n: number }>(
      `select count(*)::int as n from outbox where state = 'ready' and key like 'word:%'`,
    )
    const [unsure] = await hospital.sql<{ n: number }>(
      `select count(*)::int as n from outbox where state = 'sending'`,
    )
    const next = await hospital.start()
    await vi.waitUntil(
      async () =>
        (await hospital.sql(`select 1 from outbox where state <> 'sent' and key like 'word:%'`)).length === 0,
      {
        timeout: 40_000,
        interval: 100,
      },
    )

    // What the bot says by itself waits for an hour that suits its reader.
    const words = hospital.slack.world.posts
      .slice(before)
      .map(({ text }) => text)
      .filter((text) => text.startsWith('Word '))
    expect(code).toBe(0)
    expect(left?.n).toBeGreaterThan(0)
    expect(unsure?.n).toBe(0)
    expect(words.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `Word ${n}`).sort())
    expect(await next.end('SIGTERM')).toBe(0)
  }, 60_000)
})

describe('a server with a database of its own', () => {
  let dataDir: string
  let far: Awaited<ReturnType<typeof openFarEnds>>

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rounds-stopping-'))
    far = await openFarEnds({ cast })
  })
  afterAll(async () => {
    await far.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const start = () =>
    startServer({
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: far.config.slack.botToken,
      SLACK_SIGNING_SECRET: far.slack.credentials.signingSecret,
      SLACK_API_URL: far.config.slack.apiUrl,
    })
  const ready = async ({ address }: ServerProcess) => (await fetch(`${address}/readyz`)).status
  const postmaster = async () =>
    (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]

  test('is killed and started again while the orphaned database still runs, twice at once, and stops cleanly', async () => {
    const first = await start()
    const orphan = await postmaster()
    expect(await first.end('SIGKILL')).toBe('SIGKILL')

    const [second, third] = await Promise.all([start(), start()])

    expect(await postmaster()).toBe(orphan)
    expect(await Promise.all([ready(second), ready(third)])).toEqual([200, 200])
    expect(await second.end('SIGTERM')).toBe(0)
    expect(await ready(third)).toBe(200)
    expect(await third.end('SIGTERM')).toBe(0)
    await expect(postmaster()).rejects.toThrow('ENOENT')
  }, 90_000)
})
