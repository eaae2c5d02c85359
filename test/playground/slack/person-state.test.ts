import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { slackStateOf } from '../../../src/playground/slack/person-state.ts'
import { type SlackStandIn, startSlack } from '../../../src/playground/slack/server.ts'

let now = Temporal.Instant.from('2027-01-19T09:05:00Z')
let slack: SlackStandIn

const people = {
  users: [
    { id: 'U0MINA', name: 'Mina Costa' },
    { id: 'U0OLA', name: 'Ola Berg' },
  ],
  channels: [{ id: 'C0CO', name: 'coordinators', kind: 'private' as const, members: ['U0OLA', 'U0ROUNDS'] }],
  now: () => now,
  patience: 30,
}
const clientOf = ({ credentials }: SlackStandIn) =>
  new WebClient(credentials.botToken, { slackApiUrl: credentials.apiUrl, retryConfig: { retries: 0 } })
const places = (user: string) => slackStateOf(slack, user).places
const metadata = { event_type: 'entry', event_payload: { entry: 'e1' } }

beforeEach(async () => {
  now = Temporal.Instant.from('2027-01-19T09:05:00Z')
  slack = await startSlack(people)
})
afterEach(() => slack.close())

test('somebody sees their chat first, then the channels and groups they are in, and no others', async () => {
  await clientOf(slack).conversations.open({ users: 'U0MINA,U0OLA' })

  expect(places('U0OLA').map(({ kind, name }) => [kind, name])).toEqual([
    ['chat', 'Rounds'],
    ['channel', 'coordinators'],
    ['group', 'Mina Costa, Rounds'],
  ])
  expect(places('U0MINA').map(({ name }) => name)).toEqual(['Rounds', 'Ola Berg, Rounds'])
})

test('the chat of the same people is opened once', async () => {
  const client = clientOf(slack)

  const one = await client.conversations.open({ users: 'U0MINA,U0OLA' })
  const other = await client.conversations.open({ users: 'U0OLA,U0MINA' })

  expect(one.channel?.id).toBe(other.channel?.id)
})

test('messages of the bot and their own stand there by the hospital’s clock, and say what Slack carries', async () => {
  const came = Date.now()
  const sent = { channel: 'U0MINA', text: 'Hello', blocks: [{ type: 'divider' as const }], metadata }
  await clientOf(slack).chat.postMessage(sent)
  await slack.as('U0MINA').sendFile('people.csv', Buffer.from('a'), 'Here')

  const [theirs, own] = places('U0MINA')[0]?.messages ?? []

  expect(theirs).toMatchObject({
    at: '2027-01-19T09:05:00Z',
    text: 'Hello',
    blocks: [{ type: 'divider', block_id: 'b1' }],
    payload: { user: 'U0ROUNDS', metadata },
  })
  expect(theirs?.from).toBeUndefined()
  expect(theirs?.cameAt).toBeGreaterThanOrEqual(came)
  expect(own).toMatchObject({
    from: { key: 'slack:U0MINA', name: 'Mina Costa' },
    text: 'Here',
    file: 'people.csv',
  })
})

test('a whisper is for one alone, an edited message says so', async () => {
  const ola = slack.as('U0OLA')
  slack.world.post({ channel: 'C0CO', author: 'U0ROUNDS', text: 'For Ola', blocks: [], onlyFor: 'U0OLA' })
  await ola.say('Mine', 'C0CO')
  const [post] = slack.world.posts.filter(({ author }) => author === 'U0OLA')
  if (post) await ola.editMessage(post, 'Mine, better')

  expect(places('U0OLA')[1]?.messages).toMatchObject([
    { text: 'For Ola', onlyYou: true },
    { text: 'Mine, better', edited: true },
  ])
  await slack.join('U0MINA', 'C0CO')
  expect(places('U0MINA')[1]?.messages.map(({ text }) => text)).toEqual(['Mine, better'])
})

test('a picture that was uploaded comes with its block', async () => {
  const client = clientOf(slack)
  const bytes = Buffer.from('a picture')
  await client.filesUploadV2({ filename: 'chart.png', file: bytes, title: 'Check-ins' })
  const [file] = [...slack.world.files.values()]
  const { id = '' } = file ?? {}
  const image = { type: 'image' as const, slack_file: { id }, alt_text: 'Check-ins by week' }
  await vi.waitFor(async () =>
    expect((await client.files.info({ file: id })).file?.mimetype).toBe('image/png'),
  )

  await client.chat.postMessage({ channel: 'U0MINA', text: 'A chart', blocks: [image] })

  const [block] = places('U0MINA')[0]?.messages[0]?.blocks ?? []
  expect(block?.['image_url']).toBe(`data:image/png;base64,${bytes.toString('base64')}`)
})

test('put away and opened again, everything goes on where it was', async () => {
  const client = clientOf(slack)
  await client.chat.postMessage({ channel: 'U0MINA', text: 'Hello' })
  await client.views.publish({ user_id: 'U0MINA', view: { type: 'home', blocks: [{ type: 'divider' }] } })
  await client.views.open({
    trigger_id: slack.world.trigger('U0MINA'),
    view: { type: 'modal', title: { type: 'plain_text', text: 'A form' }, blocks: [{ type: 'divider' }] },
  })
  await slack.as('U0MINA').sendFile('people.csv', Buffer.from('a,b'))
  await slack.deactivate('U0OLA')
  const before = slackStateOf(slack, 'U0MINA')
  const { credentials } = slack
  const kept = JSON.parse(JSON.stringify(slack.keep()))
  await slack.close()

  slack = await startSlack({ ...people, kept, port: Number(new URL(credentials.apiUrl).port) })

  expect(slack.credentials).toEqual(credentials)
  expect(slackStateOf(slack, 'U0MINA')).toEqual(before)
  expect(slack.world.users.get('U0OLA')?.deactivated).toBe(true)
  const { ts } = await clientOf(slack).chat.postMessage({ channel: 'U0MINA', text: 'Once more' })
  expect(Number(ts)).toBeGreaterThan(Number(before.places[0]?.messages.at(-1)?.id))
})

test('a port that is taken is not waited for', async () => {
  const other = await startSlack({ port: Number(new URL(slack.credentials.apiUrl).port) })

  expect(other.credentials.apiUrl).not.toBe(slack.credentials.apiUrl)
  await other.close()
})
