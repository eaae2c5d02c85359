import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bot, COORDINATORS, MENTEE, startBot } from './bot.ts'

let bot: Bot
beforeAll(async () => {
  bot = await startBot()
})
afterAll(() => bot.close())

const TEAM = 'T0HOSPITAL'
const member = (user: string) => bot.slack.directory.member({ platform: 'slack', workspace: TEAM, user })
const add = (id: string, rest: object = {}) => bot.workspace.world.users.set(id, { id, name: id, ...rest })

test('a colleague is described as Slack knows them', async () => {
  expect(await member('U0AMIRA')).toEqual({
    standing: 'full',
    name: 'Amira Haddad',
    email: 'amira.haddad@example.org',
    timeZone: 'Europe/Paris',
    locale: 'en-GB',
  })
})

test('guests, people of elsewhere, bots and the deactivated are told apart', async () => {
  add('U0LEFT', { deactivated: true })

  const standings = await Promise.all(['U0GUEST', 'U0OTHER', 'U0ROUNDS', 'U0LEFT', 'U0NOBODY'].map(member))

  expect(standings.map((found) => found?.standing)).toEqual([
    'guest',
    'stranger',
    'stranger',
    'deactivated',
    undefined,
  ])
})

test('a colleague is found by e-mail, a guest or nobody is not', async () => {
  add('U0GUEST2', { guest: true, email: 'guest@example.org' })
  const find = (email: string) => bot.slack.directory.findByEmail(TEAM, email)

  expect(await find('mina.costa@example.org')).toEqual({ platform: 'slack', workspace: TEAM, user: MENTEE })
  expect(await find('guest@example.org')).toBeUndefined()
  expect(await find('nobody@example.org')).toBeUndefined()
})

test('a private channel fits, with its people and without its bots', async () => {
  expect(await bot.slack.directory.channel(TEAM, COORDINATORS)).toEqual({
    name: 'coordinators',
    fitting: true,
    members: ['U0AMIRA', MENTEE],
  })
})

test('a large channel is read to its end', async () => {
  const members = Array.from({ length: 430 }, (_, index) => `U0CROWD${index}`)
  for (const id of members) add(id)
  bot.workspace.world.channels.set('G0CROWD', {
    id: 'G0CROWD',
    name: 'crowd',
    kind: 'private',
    members: ['U0ROUNDS', ...members],
  })

  expect((await bot.slack.directory.channel(TEAM, 'G0CROWD'))?.members).toEqual(members)
})

test('a public channel does not fit, one that the bot is not in is not there', async () => {
  const channels = bot.workspace.world.channels
  channels.set('C0OPEN', { id: 'C0OPEN', name: 'open', kind: 'public', members: ['U0ROUNDS'] })
  channels.set('G0CLOSED', { id: 'G0CLOSED', name: 'closed', kind: 'private', members: [MENTEE] })

  expect((await bot.slack.directory.channel(TEAM, 'C0OPEN'))?.fitting).toBe(false)
  expect(await bot.slack.directory.channel(TEAM, 'G0CLOSED')).toBeUndefined()
})

test('who does not want to be disturbed now is told with the end of it, whoever many are asked', async () => {
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
  const crowd = Array.from({ length: 120 }, (_, index) => `U0QUIET${index}`)
  for (const id of crowd) add(id)
  add('U0QUIET70', { quiet: { from: now - 60, until: now + 3600 } })
  add('U0QUIET71', { quiet: { from: now + 60, until: now + 3600 } })

  const quiet = await bot.slack.directory.doNotDisturb(TEAM, crowd)

  expect([...quiet].map(([user, until]) => [user, until.epochMilliseconds / 1000])).toEqual([
    ['U0QUIET70', now + 3600],
  ])
})

test('a directory that is out of reach says so', async () => {
  bot.workspace.fail({ method: 'users.info', times: 1, how: { kind: 'rate-limited', retryAfterSeconds: 3 } })

  await expect(member('U0NEW')).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 3000 })
})
