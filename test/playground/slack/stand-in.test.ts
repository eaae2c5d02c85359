import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SlackStandIn, startSlack } from '../../../src/playground/slack/server.ts'

let slack: SlackStandIn
let client: WebClient

beforeAll(async () => {
  slack = await startSlack({ users: [{ id: 'U0MINA', name: 'Mina Costa' }] })
  client = clientOf(slack.credentials.botToken)
})
afterAll(() => slack.close())

const clientOf = (token: string) =>
  new WebClient(token, { slackApiUrl: slack.credentials.apiUrl, retryConfig: { retries: 0 } })
const text = (words: string) => ({ type: 'plain_text' as const, text: words })
const button = (label: string, action_id = 'goal.open:1') => ({
  type: 'actions' as const,
  elements: [{ type: 'button' as const, text: text(label), action_id }],
})
const modal = (rest: object = {}) => ({
  type: 'modal' as const,
  title: text('A form'),
  blocks: [{ type: 'divider' as const }],
  ...rest,
})
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { data?: { error?: string } }) => error.data?.error,
  )
const post = (content: object) =>
  code(client.apiCall('chat.postMessage', { channel: 'U0MINA', text: 'A message', ...content }))

test('a message that Slack would post is posted', async () => {
  expect(await post({ text: 'Hello', blocks: [button('Open')] })).toBe('ok')
  expect(slack.as('U0MINA').messages.at(-1)).toMatchObject({ text: 'Hello', author: 'U0ROUNDS' })
})

test.each([
  ['a label that is too long', { blocks: [button('x'.repeat(76))] }, 'invalid_blocks'],
  [
    'an action_id that is there twice in a block',
    { blocks: [{ ...button('a'), elements: [...button('a').elements, ...button('b').elements] }] },
    'invalid_blocks',
  ],
  ['a blank header', { blocks: [{ type: 'header', text: text(' ') }] }, 'invalid_blocks'],
  [
    'more blocks than fifty',
    { blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
    'invalid_blocks',
  ],
  ['an input in a message', { blocks: [{ type: 'input', label: text('a'), element: {} }] }, 'invalid_blocks'],
  ['a block of another world', { blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
  [
    'too much text in all',
    { blocks: Array.from({ length: 5 }, () => ({ type: 'section', text: text('x'.repeat(2900)) })) },
    'msg_blocks_too_long',
  ],
  ['a text without end', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
  ['nothing but blanks', { text: ' ' }, 'no_text'],
  ['metadata of another shape', { text: 'a', metadata: { entry: 'e1' } }, 'invalid_metadata_format'],
] as const)('a message with %s is refused', async (_, content, error) => {
  expect(await post(content)).toBe(error)
})

test('a window opens once for a press, and only in Slack’s shape', async () => {
  const open = (trigger_id: string, view: object) => code(client.apiCall('views.open', { trigger_id, view }))
  const trigger = slack.world.trigger('U0MINA')

  expect(await open(trigger, modal({ title: text('x'.repeat(25)) }))).toBe('invalid_arguments')
  expect(await open(trigger, modal())).toBe('ok')
  expect(await open(trigger, modal())).toBe('invalid_trigger_id')
  expect(slack.as('U0MINA').windows).toHaveLength(1)
})

test('at most three windows stand on each other', async () => {
  slack.as('U0MINA').dismiss()
  const push = () => code(client.views.push({ trigger_id: slack.world.trigger('U0MINA'), view: modal() }))

  expect([await push(), await push(), await push(), await push()]).toEqual([
    'ok',
    'ok',
    'ok',
    'push_limit_reached',
  ])
})

test('a token of somebody else opens nothing', async () => {
  expect(await code(clientOf('xoxb-other').auth.test())).toBe('invalid_auth')
  expect(await code(clientOf(slack.credentials.botToken).apps.connections.open({}))).toBe('invalid_auth')
})

test('a response address serves five times', async () => {
  const address = new URL(
    `/respond/${slack.world.respondUrl({ channel: slack.as('U0MINA').chat, user: 'U0MINA' })}`,
    slack.credentials.apiUrl,
  )
  const statuses: number[] = []
  for (let use = 0; use < 6; use += 1) {
    const { status } = await fetch(address, { method: 'POST', body: JSON.stringify({ text: 'again' }) })
    statuses.push(status)
  }

  expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
})
