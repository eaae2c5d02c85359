import { WebClient } from '@slack/web-api'
import { afterEach, expect, test, vi } from 'vitest'
import { Rates } from '../../../src/playground/slack/rates.ts'
import {
  type SlackStandIn,
  type SlackStandInOptions,
  startSlack,
} from '../../../src/playground/slack/server.ts'

let slack: SlackStandIn

const people = {
  users: [{ id: 'U0MINA', name: 'Mina Costa' }],
  channels: [{ id: 'C0OPEN', name: 'open', kind: 'public' as const, members: ['U0ROUNDS'] }],
}
const start = async (options: SlackStandInOptions = {}) => {
  slack = await startSlack({ ...people, ...options })
  const { botToken, apiUrl } = slack.credentials
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { data?: { error?: string }; code?: string }) => error.data?.error ?? error.code,
  )
afterEach(() => slack.close())

test.each(['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'])(
  'what was sent since a moment is found by the machine’s clock while the hospital lives in %s',
  async (year) => {
    const client = await start({ now: () => Temporal.Instant.from(year) })
    const since = String(Date.now() / 1000 - 60)
    const { channel } = await client.chat.postMessage({ channel: 'U0MINA', text: 'Just now' })

    const { messages } = await client.conversations.history({ channel: channel ?? '', oldest: since })

    expect(messages?.map(({ text }) => text)).toEqual(['Just now'])
  },
)

test('what was sent before is not in what was sent since', async () => {
  const client = await start()
  const { channel } = await client.chat.postMessage({ channel: 'U0MINA', text: 'Just now' })

  const { messages } = await client.conversations.history({
    channel: channel ?? '',
    oldest: String(Date.now() / 1000 + 60),
  })

  expect(messages).toEqual([])
})

test('a bot that was granted little may do little', async () => {
  const client = await start({ scopes: ['chat:write', 'groups:history', 'im:write'] })

  expect([
    await code(client.chat.postMessage({ channel: 'U0MINA', text: 'a' })),
    await code(client.users.info({ user: 'U0MINA' })),
    await code(client.conversations.open({ users: 'U0MINA,U0ROUNDS' })),
    await code(client.files.getUploadURLExternal({ filename: 'a.png', length: 1 })),
    await code(client.conversations.history({ channel: 'C0OPEN' })),
  ]).toEqual(['ok', 'missing_scope', 'missing_scope', 'missing_scope', 'missing_scope'])
})

test('held to rates, a channel takes a short burst and then one message a second', () => {
  let now = 0
  const rates = new Rates(() => now)
  const post = (channel: string) => rates.wait('chat.postMessage', channel)

  const burst = [post('C1'), post('C1'), post('C1'), post('C1'), post('C1')]
  now = 1000

  expect(burst).toEqual([undefined, undefined, undefined, undefined, 1])
  expect([post('C2'), post('C1'), post('C1')]).toEqual([undefined, undefined, 1])
})

test('a call beyond its tier is refused with the time to wait', async () => {
  const client = await start({ limited: true })
  const asked = await Promise.all(
    Array.from({ length: 22 }, () => code(client.dnd.teamInfo({ users: 'U0MINA' }))),
  )

  expect(asked.filter((answer) => answer !== 'ok').length).toBeGreaterThan(0)
  expect(asked).toContain('slack_webapi_rate_limited_error')
})

test.each([
  ['rate-limited', 'slack_webapi_rate_limited_error'],
  ['broken', 'slack_webapi_http_error'],
] as const)('a %s Slack stays so until it is mended', async (fault, error) => {
  const client = await start()
  slack.break(fault)
  const broken = [await code(client.auth.test()), await code(client.auth.test())]
  slack.break('none')

  expect([...broken, await code(client.auth.test())]).toEqual([error, error, 'ok'])
  expect(slack.calls).toHaveLength(3)
})

test('somebody deactivated is gone, and there again when they are back', async () => {
  const client = await start()
  const deleted = async () => (await client.users.info({ user: 'U0MINA' })).user?.deleted

  await slack.deactivate('U0MINA')
  const gone = await deleted()
  await slack.reactivate('U0MINA')

  expect([gone, await deleted()]).toEqual([true, false])
})

test('whoever and whatever is added is there', async () => {
  const client = await start()
  slack.addUser({ id: 'U0NEW', name: 'Nora New', email: 'nora@stmarys.example' })
  slack.addChannel({ id: 'C0NEW', name: 'new', kind: 'private', members: ['U0NEW', 'U0ROUNDS'] })

  expect((await client.users.lookupByEmail({ email: 'nora@stmarys.example' })).user?.id).toBe('U0NEW')
  expect((await client.conversations.info({ channel: 'C0NEW' })).channel?.name).toBe('new')
})

test('only a message whose words change is marked as edited, and only the bot’s own can be taken away', async () => {
  const client = await start()
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: 'U0MINA', text: 'One' })
  const own = slack.world.post({ channel, author: 'U0MINA', text: 'Mine', blocks: [] })
  const edited = () => slack.world.find(channel, ts).edited
  await client.chat.update({ channel, ts, text: 'One', blocks: [{ type: 'divider' }] })
  const before = edited()
  await client.chat.update({ channel, ts, text: 'Two' })

  expect([before, edited()]).toEqual([undefined, true])
  expect(slack.world.find(channel, ts).blocks).toHaveLength(1)
  expect(await code(client.chat.delete({ channel, ts: own.ts }))).toBe('cant_delete_message')
  expect(await code(client.chat.delete({ channel, ts }))).toBe('ok')
})

test('a file is shared with its words once it was sent whole, and only once', async () => {
  const client = await start()
  const { upload_url: address = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename: 'people.csv',
    length: 3,
  })
  const complete = () =>
    code(
      client.files.completeUploadExternal({
        files: [{ id, title: 'People' }],
        channel_id: slack.as('U0MINA').chat,
        initial_comment: 'Here they are',
      }),
    )
  const early = await complete()
  const short = await fetch(address, { method: 'POST', body: 'ab' })
  const whole = await fetch(address, { method: 'POST', body: 'abc' })

  expect([early, short.status, whole.status]).toEqual(['file_not_found', 400, 200])
  expect([await complete(), await complete()]).toEqual(['ok', 'file_not_found'])
  expect(slack.as('U0MINA').messages).toMatchObject([{ text: 'Here they are', files: [id] }])
})

test('a file of the bot’s is shared by a message with its link, unless links stay closed, and known after a look', async () => {
  const client = await start()
  const { upload_url: address = '', file_id: file = '' } = await client.files.getUploadURLExternal({
    filename: 'meeting.ics',
    length: 3,
  })
  await fetch(address, { method: 'POST', body: 'abc' })
  await client.files.completeUploadExternal({ files: [{ id: file, title: 'Meeting' }] })
  const first = await client.files.info({ file })
  const said = { channel: 'U0MINA', text: `Here: ${first.file?.permalink}` }

  await client.chat.postMessage({ ...said, unfurl_media: false })
  await client.chat.postMessage(said)

  expect(first.file?.mimetype).toBe('')
  expect(slack.as('U0MINA').messages.map(({ files }) => files)).toEqual([undefined, [file]])
  await vi.waitFor(async () =>
    expect((await client.files.info({ file })).file?.mimetype).toBe('text/calendar'),
  )
})

test('a view drawn on an older one is refused, as is a picture that is not there', async () => {
  const client = await start()
  const view = { type: 'home' as const, blocks: [] }
  const publish = (hash?: string) =>
    client.views.publish({ user_id: 'U0MINA', view, ...(hash ? { hash } : {}) })
  const first = await publish()
  await publish(first.view?.hash)
  const image = { type: 'image' as const, slack_file: { id: 'F0NONE' }, alt_text: 'a' }

  expect(await code(publish(first.view?.hash))).toBe('hash_conflict')
  expect(await code(client.chat.postMessage({ channel: 'U0MINA', text: 'a', blocks: [image] }))).toBe(
    'invalid_blocks',
  )
})
