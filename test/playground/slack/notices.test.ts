import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SlackStandIn, startSlack } from '../../../src/playground/slack/server.ts'
import { type PlayedBot, playBot } from './played-bot.ts'

let slack: SlackStandIn
let bot: PlayedBot

beforeAll(async () => {
  slack = await startSlack({ users: [{ id: 'U0MINA', name: 'Mina Costa' }], patience: 60 })
  bot = await playBot()
})
afterAll(async () => {
  await slack.close()
  await bot.close()
})
beforeEach(() => slack.deliverTo(bot.url))

const mina = () => slack.as('U0MINA')
const plain = (text: string) => ({ type: 'plain_text', text })
const command = async () => (await mina().command('/mentor', 'help')).notice
const form = () =>
  slack.world.windows.open(
    slack.world.trigger('U0MINA'),
    {
      type: 'modal',
      title: plain('A form'),
      submit: plain('Send'),
      blocks: [
        { type: 'input', block_id: 'f', label: plain('A field'), element: { type: 'plain_text_input' } },
      ],
    },
    'open',
  )
const press = () => {
  const button = { type: 'button', action_id: 'go', text: plain('Go') }
  const blocks = [{ type: 'actions', elements: [button] }]
  return mina().press(
    slack.world.post({ channel: mina().chat, author: slack.world.bot, text: 'a', blocks }),
    'Go',
  )
}

test('a bot that is quick has nothing said of it', async () => {
  bot.answer('')

  expect([await command(), (await press()).notice]).toEqual([undefined, undefined])
})

test('a bot that does not answer in three seconds is named in Slack’s words, and the form stays', async () => {
  bot.answer(undefined)
  const view = form()

  const [typed, pressed, sent] = await Promise.all([command(), press(), mina().submit(view, { f: 'words' })])

  expect([typed, pressed.notice, sent.notice]).toEqual([
    '/mentor failed with the error "operation_timeout"',
    'operation_timeout',
    'We had some trouble connecting. Try again?',
  ])
  expect(mina().windows).toEqual([view])
})

test('a bot that cannot be reached, or answers with a failure, is named so', async () => {
  bot.answer('', 500)
  const failed = [await command(), (await press()).notice]
  slack.deliverTo('http://127.0.0.1:1')

  expect([...failed, await command()]).toEqual([
    '/mentor failed with the error "http_service_error"',
    'This app responded with Status Code 500.',
    '/mentor failed with the error "dispatch_failed"',
  ])
})

test('an answer that Slack refuses is a notice, not an answer', async () => {
  bot.answer({ text: 'a', blocks: [{ type: 'marquee' }] })
  const typed = await mina().command('/mentor')
  bot.answer({ response_action: 'errors', errors: { other: 'No' } })
  const sent = await mina().submit(form(), { f: 'words' })

  expect(typed.notice).toMatch(/^\/mentor failed with the error "invalid_blocks: unsupported type of block/)
  expect(typed.whispers).toEqual([])
  expect(sent).toMatchObject({
    errors: undefined,
    notice: expect.stringContaining('there is no input block other'),
  })
})

test('what the bot sends meanwhile and Slack refuses is told to whom it was meant for', async () => {
  const { apiUrl, botToken } = slack.credentials
  bot.answer('')
  const seeing = press()
  const view = { type: 'modal', title: plain('x'.repeat(25)), blocks: [] }
  await fetch(`${apiUrl}views.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ trigger_id: slack.world.trigger('U0MINA'), view }),
  })

  expect((await seeing).notice).toMatch(/^Slack refused views\.open: invalid_arguments: must be less than 25/)
})
