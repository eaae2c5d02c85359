import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileReader } from '../../src/slack/files.ts'
import { type Bot, MENTEE, show, startBot } from './bot.ts'

const roster = new TextEncoder().encode('email,name,role\r\nnia.new@example.org,Nia New,mentee')
const megabyte = 1024 * 1024

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot
  beforeAll(async () => {
    bot = await startBot(mode, 100)
  })
  beforeEach(() => {
    bot.handler.intents.length = 0
    bot.handler.answer = () => ({ kind: 'silence' })
  })
  afterAll(() => bot.close())

  const sender = () => bot.workspace.as(MENTEE)
  const deeds = () => bot.handler.intents.map(({ key: _, account: __, ...deed }) => deed)
  const unread = () =>
    bot.handler.intents.map((deed) =>
      deed.kind === 'hand-over' && 'unread' in deed.file ? deed.file.unread : deed.kind,
    )

  test('a CSV is fetched and handed over with the words that came with it, and answered in the chat', async () => {
    bot.handler.answer = () => show('The roster is in.')

    const seen = await sender().sendFile('Staff list.CSV', roster, 'for R&D <now>')

    expect(deeds()).toEqual([
      {
        kind: 'hand-over',
        place: { kind: 'personal' },
        words: 'for R&D <now>',
        file: { name: 'Staff list.CSV', bytes: Buffer.from(roster) },
      },
    ])
    expect(seen.acknowledged).toBe(true)
    expect(JSON.stringify(seen.posts)).toContain('The roster is in.')
  })

  test('words with another file are what was said', async () => {
    await sender().sendFile('ward.png', roster, 'We met on the ward')

    expect(deeds()).toMatchObject([{ kind: 'say', text: 'We met on the ward' }])
  })

  test('another file without a word is handed over unread', async () => {
    await sender().sendFile('staff.xlsx', roster)

    expect(deeds()).toMatchObject([{ kind: 'hand-over', file: { name: 'staff.xlsx', unread: 'not-csv' } }])
  })

  test('a file that is too large is not fetched, whatever size it claims to have', async () => {
    const large = new Uint8Array(10 * megabyte + 1)
    await sender().sendFile('staff.csv', large)
    const told = bot.workspace.deliveries.at(-1)?.body['event']

    await bot.workspace.event({ ...Object(told), files: [{ ...Object(told).files[0], size: 12 }] })

    expect(unread()).toEqual(['too-large', 'too-large'])
  })

  test('a file that Slack does not give out is handed over unread', async () => {
    bot.workspace.fail({ method: 'file', times: 1, how: { kind: 'broken' } })

    const seen = await sender().sendFile('staff.csv', roster)

    expect(unread()).toEqual(['unreachable'])
    expect(seen.acknowledged).toBe(true)
  })

  test('a file of the bot itself is nobody’s', async () => {
    await sender().sendFile('staff.csv', roster)
    const told = bot.workspace.deliveries.at(-1)?.body['event']
    bot.handler.intents.length = 0

    await bot.workspace.event({ ...Object(told), bot_id: 'B0ROUNDS' })

    expect(deeds()).toEqual([])
  })

  test('the token goes to no other server', async () => {
    const asked: (string | undefined)[] = []
    const foreign = createServer((request, response) => {
      asked.push(request.headers.authorization)
      response.end('email,name,role')
    })
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
    const elsewhere = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/staff.csv`
    await sender().sendFile('staff.csv', roster)
    const told = bot.workspace.deliveries.at(-1)?.body['event']
    bot.handler.intents.length = 0
    const file = Object(told).files[0]

    await bot.workspace.event({ ...Object(told), files: [{ ...file, url_private_download: elsewhere }] })

    foreign.close()
    expect(unread()).toEqual(['unreachable'])
    expect(asked).toEqual([])
  })

  test('where the token is not good enough, the page to sign in at is not taken for the file', async () => {
    await sender().sendFile('staff.csv', roster)
    const [file] = Object(bot.workspace.deliveries.at(-1)?.body['event']).files
    const { apiUrl } = bot.workspace.credentials
    const read = fileReader({ token: 'xoxb-old', apiUrl, log: pino({ level: 'silent' }) })

    expect(await read(file)).toEqual({ name: 'staff.csv', unread: 'unreachable' })
  })

  test('a file that comes slowly is delivered again, as the same deed', async () => {
    bot.workspace.fail({ method: 'file', times: 1, how: { kind: 'slow', milliseconds: 2700 } })

    const first = await sender().sendFile('staff.csv', roster)
    const delivery = bot.workspace.deliveries.at(-1)
    const second = delivery && (await bot.workspace.again(delivery))
    await vi.waitFor(() => expect(bot.handler.intents).toHaveLength(2), 2000)

    expect([first.acknowledged, second?.acknowledged]).toEqual([false, true])
    expect(new Set(bot.handler.intents.map(({ key }) => key)).size).toBe(1)
  })
})

describe('which servers see the token', () => {
  const log = pino({ level: 'silent' })
  const seen: string[] = []
  beforeEach(() => {
    seen.length = 0
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      const { authorization } = Object(init?.headers)
      seen.push(`${String(input)} ${authorization} ${init?.redirect}`)
      return Promise.resolve(new Response('email'))
    })
  })
  afterEach(() => vi.restoreAllMocks())
  const read = (url: string, apiUrl = 'https://slack.com/api/') =>
    fileReader({ token: 'xoxb-1', apiUrl, log })({ name: 'a.csv', url_private_download: url })

  test.each(['https://files.slack.com/files-pri/T-F/download/a.csv', 'https://slack.com/files/a.csv'])(
    '%s does',
    async (url) => {
      const file = await read(url)

      expect(seen).toEqual([`${url} Bearer xoxb-1 error`])
      expect(file).toEqual({ name: 'a.csv', bytes: Buffer.from('email') })
    },
  )

  test.each([
    'http://files.slack.com/a.csv',
    'https://files.slack.com:8443/a.csv',
    'https://files.slack.com.example.org/a.csv',
    'https://evilslack.com/a.csv',
    'https://example.org/files.slack.com/a.csv',
    'https://files.slack.com@example.org/a.csv',
    'http://127.0.0.1/a.csv',
    'file:///etc/passwd',
    '',
  ])('“%s” does not', async (url) => {
    const file = await read(url)

    expect(seen).toEqual([])
    expect(file).toEqual({ name: 'a.csv', unread: 'unreachable' })
  })
})
