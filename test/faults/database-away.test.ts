import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { beat } from '../../src/app/heartbeat.ts'
import type { PersonActs } from '../../src/playground/teams/person.ts'
import { type Actor, onSlack, onTeams } from '../whole/actors.ts'
import { cast, slackChannel, teamsPeople } from '../whole/cast.ts'
import { bringIn, pairUp } from '../whole/staff.ts'
import { openStage, type Stage } from '../whole/stage.ts'
import { type DatabaseProxy, openDatabaseProxy } from './database-proxy.ts'

let stage: Stage
let way: DatabaseProxy
let ola: Actor
let leo: Actor
let leoActs: PersonActs

/** A pair across the platforms whose check-ins come due while the database is away. */
beforeAll(async () => {
  stage = await openStage({
    cast,
    database: async (url) => {
      way = await openDatabaseProxy(url)
      return way.url
    },
  })
  ola = onSlack(stage, 'U0OLA001')
  leo = onTeams(stage, teamsPeople[2]?.id ?? '')
  leoActs = stage.teams.as(leo.id)
  stage.at('2027-01-04T13:30:00Z')
  await bringIn(stage, {
    slug: 'career-2027',
    coordinator: onSlack(stage, 'U0AMIRA001'),
    mentor: ola,
    mentee: leo,
    digest: { platform: 'slack', channel: slackChannel },
  })
  await stage.beat()
  await ola.press('Join')
  await leo.press('Join')
  await pairUp(stage, { slug: 'career-2027', mentor: ola, mentee: leo })
  await stage.settled()
  stage.arrivals()
  stage.at('2027-01-19T13:00:00Z')
  await way.cut()
})
afterAll(async () => {
  await stage.close()
  await way.close()
})

const get = async (path: string) => {
  const response = await fetch(`${stage.running.address}${path}`)
  return { status: response.status, body: await response.json() }
}

test('while the database is away, Slack repeats what was typed and says that nothing was stored', async () => {
  const told = await ola.command('met 45 a quokkalost word')
  const read = await ola.command('goal')

  expect(told.words).toContain('nothing was stored')
  expect(told.words).toContain('/mentor met 45 a quokkalost word')
  expect(read.words).toContain('nothing was stored')
})

test('while the database is away, words in the chat are left to be delivered again', async () => {
  const onSlackSaid = await stage.slack.as(ola.id).say('quokkalost words')
  const onTeamsSaid = await leoActs.say('met 45 quokkalost')
  const pressed = await leo.press('What is kept')

  expect(onSlackSaid.acknowledged).toBe(false)
  expect(onTeamsSaid.status).toBeGreaterThanOrEqual(500)
  expect(pressed.words).toContain('nothing was stored')
})

test('while the database is away, the process lives, and says that it is not ready', async () => {
  await beat(stage.running.world).catch(() => undefined)

  expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } })
  expect(await get('/readyz')).toEqual({
    status: 503,
    body: { migrations: 'ok', database: 'down', queue: 'down' },
  })
})

test('once the database is back, all goes on by itself, and each nudge goes out once', async () => {
  await way.mend()
  await vi.waitUntil(async () => (await get('/readyz')).status === 200, { timeout: 15_000, interval: 100 })

  await stage.beat()
  await stage.beat()
  const nudged = stage.arrivals().filter(({ preview }) => preview === 'Your check-in is ready')
  const event = stage.slack.deliveries.findLast(({ kind }) => kind === 'events_api')
  const again = await stage.slack.again(event ?? { kind: 'events_api', body: {} })
  const told = await ola.command('met 45 a quokkalost word')
  const toldAgain = await leoActs.sayAgain()

  expect(nudged.map(({ who }) => who).sort()).toEqual([leo.name, ola.name])
  expect(again.status).toBe(200)
  expect(told.words).toContain('45')
  expect(toldAgain.status).toBe(200)
  expect(await stage.sql('select minutes from meetings')).toEqual([{ minutes: 45 }])
  expect(stage.logged.join('')).not.toMatch(/quokka|stmarys|Ola Berg/)
})

test('while the database does not answer at all, people are told so all the same, and it says that it is not ready', async () => {
  way.freeze()

  const [unready] = await Promise.all([
    get('/readyz'),
    stage.slack.as(ola.id).command('/mentor', 'met 50 quokkafrozen'),
  ])
  const apologised = () => ola.chat().includes('/mentor met 50 quokkafrozen')
  await vi.waitUntil(apologised, { timeout: 18_000, interval: 100 })
  const alive = await get('/healthz')
  await way.mend()
  await vi.waitUntil(async () => (await get('/readyz')).status === 200, { timeout: 15_000, interval: 100 })
  const told = await ola.command('progress')

  expect(unready).toMatchObject({ status: 503, body: { database: 'down' } })
  expect(alive.status).toBe(200)
  expect(told.words).not.toContain('nothing was stored')
  expect(stage.logged.join('')).not.toContain('quokka')
}, 45_000)
