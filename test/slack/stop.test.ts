import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { startSlack } from '../../src/playground/slack/server.ts'
import { createSlack } from '../../src/slack/app.ts'
import { playedFiles, playedPainter } from '../support/pictures-and-files.ts'
import { type Bot, MENTEE, startBot } from './bot.ts'

const log = pino({ level: 'silent' })
const refused = () => {}

test.each(['http', 'socket'] as const)('a stop waits for what is under way, over %s', async (mode) => {
  const bot = await startBot(mode, 50)
  let stored = false
  bot.handler.answer = async () => {
    await wait(400)
    stored = true
    return { kind: 'silence' }
  }
  const pressing = bot.workspace.as(MENTEE).command('/mentor', 'met')
  await wait(150)

  await bot.slack.stop()

  expect(stored).toBe(true)
  expect((await pressing).acknowledged).toBe(true)
  await bot.close()
})

/** What can happen to a socket, and Slack out of order at the first attempt to open another. */
const ends = {
  'Slack recycles it': (bot: Bot) => bot.workspace.socket.recycle(),
  'the network cuts it': (bot: Bot) => {
    bot.workspace.fail({ method: 'apps.connections.open', times: 1, how: { kind: 'broken' } })
    bot.workspace.socket.cut()
  },
}

test.concurrent.each(Object.entries(ends))('the socket is opened anew when %s', async (_, end) => {
  const bot = await startBot('socket', 50)

  end(bot)
  await expect.poll(() => bot.slack.connected(), { timeout: 12_000 }).toBe(false)
  await expect.poll(() => bot.slack.connected(), { timeout: 12_000 }).toBe(true)
  await bot.workspace.as(MENTEE).command('/mentor', 'met')

  expect(bot.handler.intents).toHaveLength(1)
  await bot.close()
})

test.concurrent('a socket that is being opened anew is not opened after the stop', async () => {
  const bot = await startBot('socket', 50)
  const attempts = () => bot.workspace.calls.filter(({ method }) => method === 'apps.connections.open').length
  const before = attempts()
  bot.workspace.fail({ method: 'apps.connections.open', times: 1, how: { kind: 'broken' } })
  bot.workspace.socket.cut()
  await expect.poll(attempts, { timeout: 12_000 }).toBeGreaterThan(before)

  await bot.slack.stop()
  await wait(1500)

  expect(bot.workspace.socket.connections).toBe(0)
  await bot.close()
})

test('a token that Slack does not know is refused in words', async () => {
  const workspace = await startSlack()
  const { apiUrl, botToken, signingSecret } = workspace.credentials
  const handler = {
    handle: never,
    stores: () => false,
    apologise: () => ({ kind: 'silence' as const }),
    happened: never,
  }
  const drawn = { painter: playedPainter(), files: playedFiles() }
  const wrong = { mode: 'http', apiUrl, botToken: 'xoxb-wrong', signingSecret } as const
  const wrongApp = { mode: 'socket', apiUrl, botToken, appToken: 'xapp-wrong' } as const

  const slack = await createSlack({ config: wrongApp, handler, ...drawn, log, refused })

  await expect(slack.start()).rejects.toThrow('Slack does not accept SLACK_APP_TOKEN (invalid_auth).')
  await expect(createSlack({ config: wrong, handler, ...drawn, log, refused })).rejects.toThrow(
    'Slack does not accept SLACK_BOT_TOKEN (invalid_auth).',
  )
  await workspace.close()
  await expect(createSlack({ config: wrong, handler, ...drawn, log, refused })).rejects.toThrow(
    'Slack cannot be reached',
  )
})

function never(): Promise<never> {
  return Promise.reject(new Error('not expected here'))
}
