import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SlackFault } from '../../src/playground/slack/faults.ts'
import type { PlatformFault } from '../../src/ports/messenger.ts'
import { type Bot, COORDINATORS, MENTEE, startBot, words } from './bot.ts'

let bot: Bot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.close())

const to = { workspace: 'T0HOSPITAL', user: MENTEE }
const start = Temporal.Now.instant()
const send = (entry = 'e1', recipient: Parameters<Bot['slack']['messenger']['send']>[0] = to) =>
  bot.slack.messenger.send(recipient, words('Time for a check-in'), entry)
const fail = (method: string, how: SlackFault['how'], times = 1) => bot.workspace.fail({ method, how, times })
const faultOf = async (work: Promise<unknown>): Promise<Partial<PlatformFault>> => {
  const error = await work.then(
    () => undefined,
    (rejection: PlatformFault) => rejection,
  )
  return {
    kind: error?.kind,
    code: error?.code,
    ...(error?.retryAfterMs && { retryAfterMs: error.retryAfterMs }),
  } as Partial<PlatformFault>
}

test('a message reaches the chat of its person and can be found by its entry', async () => {
  const receipt = await send()

  const found = await bot.slack.messenger.find(to, 'e1', start)

  expect(JSON.stringify(bot.workspace.as(MENTEE).messages)).toContain('Time for a check-in')
  expect(found).toEqual(receipt)
  expect(await bot.slack.messenger.find(to, 'e2', start)).toBe('absent')
})

test('a message of many ago is found too', async () => {
  const receipt = await send()
  for (let count = 0; count < 450; count += 1) {
    bot.workspace.world.post({ channel: receipt.channel, author: MENTEE, text: `${count}`, blocks: [] })
  }

  expect(await bot.slack.messenger.find(to, 'e1', start)).toEqual(receipt)
})

test('what Slack lets everybody read of a message is the id of its entry alone', async () => {
  await send('e7')

  const [post] = bot.workspace.as(MENTEE).messages

  expect(post?.metadata).toEqual({ event_type: 'rounds_entry', event_payload: { entry: 'e7' } })
})

test('a message shows nothing but what is in it', async () => {
  await send()

  const { given } = bot.workspace.calls.findLast(({ method }) => method === 'chat.postMessage') ?? {}

  expect(given).toMatchObject({
    mrkdwn: 'false',
    link_names: 'false',
    unfurl_links: 'false',
    unfurl_media: 'false',
  })
})

test('a message in a channel is updated in its place', async () => {
  const receipt = await send('d1', { workspace: 'T0HOSPITAL', channel: COORDINATORS })

  await bot.slack.messenger.update('T0HOSPITAL', receipt, words('Removed.'))

  expect(JSON.stringify(bot.workspace.world.find(COORDINATORS, receipt.message))).toContain('Removed.')
})

test('somebody deactivated is gone, though Slack would take the message', async () => {
  bot.workspace.world.users.set(MENTEE, { id: MENTEE, name: 'Mina', deactivated: true })

  expect(await faultOf(send())).toEqual({ kind: 'gone', code: 'user_deactivated' })
  expect(bot.workspace.as(MENTEE).messages).toEqual([])
})

test('that somebody was deactivated meanwhile is known as soon as Slack says so', async () => {
  await send()

  await bot.workspace.deactivate(MENTEE)

  expect(await faultOf(send('e2'))).toEqual({ kind: 'gone', code: 'user_deactivated' })
})

test.each([
  [
    { kind: 'rate-limited', retryAfterSeconds: 7 },
    { kind: 'rate-limited', code: 'ratelimited', retryAfterMs: 7000 },
  ],
  [{ kind: 'broken' }, { kind: 'unknown-fate', code: 'http_500' }],
  [
    { kind: 'refused', code: 'fatal_error' },
    { kind: 'unknown-fate', code: 'fatal_error' },
  ],
  [
    { kind: 'refused', code: 'service_unavailable' },
    { kind: 'unreachable', code: 'service_unavailable' },
  ],
  [
    { kind: 'refused', code: 'is_archived' },
    { kind: 'gone', code: 'is_archived' },
  ],
  [
    { kind: 'refused', code: 'token_revoked' },
    { kind: 'uninstalled', code: 'token_revoked' },
  ],
  [
    { kind: 'refused', code: 'missing_scope' },
    { kind: 'forbidden', code: 'missing_scope' },
  ],
] as const)('Slack fails with %o', async (how, fault) => {
  fail('chat.postMessage', how)

  expect(await faultOf(send())).toEqual(fault)
  expect(bot.workspace.as(MENTEE).messages).toEqual([])
})

test.each(['answer-lost', 'done-then-broken'] as const)(
  'a message whose answer was lost may have arrived, and is found (%s)',
  async (kind) => {
    fail('chat.postMessage', { kind })

    const fault = await faultOf(send())

    expect(fault.kind).toBe('unknown-fate')
    expect(await bot.slack.messenger.find(to, 'e1', start)).toMatchObject({
      channel: bot.workspace.as(MENTEE).chat,
    })
  },
)

test('what fails before the message is sent surely did not send it', async () => {
  fail('conversations.open', { kind: 'answer-lost' })

  expect((await faultOf(send())).kind).toBe('unreachable')
})

test('an update may be made twice, so a lost answer is as good as none', async () => {
  const receipt = await send()
  fail('chat.update', { kind: 'answer-lost' })

  const fault = await faultOf(bot.slack.messenger.update('T0HOSPITAL', receipt, words('x')))

  expect(fault.kind).toBe('unreachable')
})

test('Slack out of reach is told from an answer that was lost', async () => {
  await send()
  await bot.workspace.close()

  // The connection that stood open is lost under way; after it Slack takes none any more.
  expect((await faultOf(send('e2'))).kind).toBe('unknown-fate')
  expect(await faultOf(send('e2'))).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' })
})

test('after the app was removed nobody can be written to', async () => {
  await bot.workspace.uninstall()

  expect(await faultOf(send())).toEqual({ kind: 'uninstalled', code: 'account_inactive' })
  expect(bot.handler.events).toMatchObject([{ kind: 'uninstalled' }])
})
