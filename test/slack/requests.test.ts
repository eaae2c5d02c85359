import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { signed } from '../../src/playground/slack/deliver.ts'
import { eventBody } from '../../src/playground/slack/person-payloads.ts'
import { type Bot, MENTEE, show, startBot } from './bot.ts'

let bot: Bot

beforeAll(async () => {
  bot = await startBot('http', 100)
})
afterAll(() => bot.close())
beforeEach(() => {
  bot.refused.length = 0
  bot.handler.intents.length = 0
})

const json = { 'content-type': 'application/json' }
const post = async (body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(bot.url ?? '', { method: 'POST', body, headers: { ...json, ...headers } })
  return { status: response.status, body: await response.text() }
}
const secret = () => bot.workspace.credentials.signingSecret
const said = (text = 'hello') =>
  JSON.stringify(
    eventBody(bot.workspace.world, {
      type: 'message',
      channel: `D${MENTEE.slice(1)}`,
      channel_type: 'im',
      user: MENTEE,
      text,
      ts: '1.1',
    }),
  )

test.each([
  ['unsigned', () => ({})],
  ['forged', (body: string) => signed(body, 'another secret')],
  ['forged', () => signed('another body', secret())],
  ['stale', (body: string) => signed(body, secret(), -301)],
  ['stale', (body: string) => signed(body, secret(), 400)],
  ['stale', (body: string) => ({ ...signed(body, secret()), 'x-slack-request-timestamp': 'yesterday' })],
] as const)('a request that is %s is refused without content and counted', async (reason, headers) => {
  const body = said()

  const answer = await post(body, headers(body))

  expect(answer).toEqual({ status: 401, body: '' })
  expect(bot.refused).toEqual([reason])
  expect(bot.handler.intents).toEqual([])
})

test('a request that was answered is not answered again, unless Slack says that it repeats it', async () => {
  const body = said()
  const headers = signed(body, secret())

  const answers = [
    await post(body, headers),
    await post(body, headers),
    await post(body, { ...headers, 'x-slack-retry-num': '1' }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 401, 200])
  expect(bot.refused).toEqual(['replayed'])
  expect(new Set(bot.handler.intents.map(({ key }) => key)).size).toBe(1)
})

test.each(['', 'null', '[]', '{', '"text"', '{"type":"event_callback","event":null}', '{"event":7}'])(
  'a signed request that cannot be read is refused: %s',
  async (body) => {
    const answer = await post(body, signed(body, secret()))

    expect(answer).toEqual({ status: 400, body: '' })
    expect(bot.refused).toEqual(['malformed'])
  },
)

test('a signed deed that lacks what a deed needs is refused', async () => {
  const body = new URLSearchParams({ command: '/mentor', team_id: 'T0HOSPITAL', user_id: '' }).toString()
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  const answer = await post(body, { ...signed(body, secret()), ...form })

  expect(answer).toEqual({ status: 400, body: '' })
  expect(bot.refused).toEqual(['malformed'])
})

test.each([true, false])('more than a megabyte is refused (its length told beforehand: %s)', async (told) => {
  const body = said('x'.repeat(1024 * 1024))
  const headers = { ...json, ...signed(body, secret()) }
  const half = body.length / 2
  const stream = new ReadableStream({
    start: (controller) => {
      for (const part of [body.slice(0, half), body.slice(half)])
        controller.enqueue(new TextEncoder().encode(part))
      controller.close()
    },
  })

  const sent = told ? { body } : { body: stream, duplex: 'half' as const }
  const status = await fetch(bot.url ?? '', { method: 'POST', headers, ...sent }).then(
    (response) => response.status,
    () => 'connection closed',
  )

  expect([413, 'connection closed']).toContain(status)
  expect(bot.refused).toEqual(['too-large'])
  expect(bot.handler.intents).toEqual([])
})

test('another workspace gets silence and is counted', async () => {
  const body = said().replaceAll('T0HOSPITAL', 'T0ANOTHER')

  const answer = await post(body, signed(body, secret()))

  expect(answer).toEqual({ status: 200, body: '' })
  expect(bot.refused).toEqual(['foreign-workspace'])
  expect(bot.handler.intents).toEqual([])
})

test("Slack's question whether the address is ours is answered", async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c0ffee' })

  const answer = await post(body, signed(body, secret()))

  expect(JSON.parse(answer.body)).toEqual({ challenge: 'c0ffee' })
})

test('after all that the bot is well', async () => {
  bot.handler.answer = () => show('Still here')

  const seen = await bot.workspace.as(MENTEE).command('/mentor')

  expect(JSON.stringify(seen.whispers)).toContain('Still here')
})
