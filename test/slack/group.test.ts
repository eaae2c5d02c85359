import { afterEach, beforeEach, expect, test } from 'vitest'
import { slackStateOf } from '../../src/playground/slack/person-state.ts'
import { type Bot, MENTEE, startBot, words } from './bot.ts'

let bot: Bot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.close())

const both = { workspace: 'T0HOSPITAL', users: [MENTEE, 'U0AMIRA'] }
const start = Temporal.Now.instant()
const groupOf = (user: string) =>
  slackStateOf(bot.workspace, user).places.find(({ kind }) => kind === 'group')

test('several people are written to in one conversation, which both see', async () => {
  await bot.slack.messenger.send(both, words('Meet each other'), 'g1')

  expect([MENTEE, 'U0AMIRA'].map((user) => groupOf(user)?.messages.length)).toEqual([1, 1])
  expect(JSON.stringify(groupOf(MENTEE)?.messages)).toContain('Meet each other')
  expect(groupOf(MENTEE)?.name).toBe('Amira Haddad, Rounds')
})

test('the same people have the same conversation, in which a message can be found and changed', async () => {
  const { messenger } = bot.slack
  const first = await messenger.send(both, words('One'), 'g1')
  const second = await messenger.send({ ...both, users: both.users.toReversed() }, words('Two'), 'g2')

  await messenger.update('T0HOSPITAL', first, words('One, changed'))

  expect(second.channel).toBe(first.channel)
  expect(await messenger.find(both, 'g2', start)).toEqual(second)
  expect(JSON.stringify(groupOf('U0AMIRA')?.messages)).toContain('One, changed')
})

test('where one of them is gone nothing is sent', async () => {
  await bot.workspace.deactivate('U0AMIRA')

  const fault = await bot.slack.messenger.send(both, words('Hello'), 'g1').catch(({ kind }) => kind)

  expect(fault).toBe('gone')
  expect(groupOf(MENTEE)).toBeUndefined()
})

test('what the two say to each other there does not reach the bot', async () => {
  const { channel } = await bot.slack.messenger.send(both, words('Hello'), 'g1')

  await bot.workspace.as(MENTEE).say('Shall we meet on Tuesday?', channel)

  expect(bot.handler.intents).toEqual([])
  expect(JSON.stringify(groupOf('U0AMIRA')?.messages)).toContain('Tuesday')
})
