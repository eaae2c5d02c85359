import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Intent } from '../../src/core/message/intent.ts'
import { fileReader } from '../../src/teams/files.ts'
import { teamsManifest } from '../../src/teams/manifest.ts'
import { amira, general, openHospital, showing } from './hospital.ts'

const roster = new TextEncoder().encode('email,name,role\r\nnia.new@example.org,Nia New,mentee')
const megabyte = 1024 * 1024

function unread(deeds: readonly Intent[]): string[] {
  return deeds.map((deed) =>
    deed.kind === 'hand-over' && 'unread' in deed.file ? deed.file.unread : deed.kind,
  )
}

test('a CSV is fetched and handed over with the words that came with it, and answered in the chat', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers(() => showing('The roster is in.'))

  const seen = await teams.as(amira.id).sendFile('Staff list.CSV', roster, 'new-nurses please')

  expect(deeds).toMatchObject([
    {
      kind: 'hand-over',
      place: { kind: 'personal' },
      words: 'new-nurses please',
      file: { name: 'Staff list.CSV', bytes: Buffer.from(roster) },
    },
  ])
  expect(seen.status).toBe(200)
  expect(JSON.stringify(seen.posts)).toContain('The roster is in.')
})

test('words with another file are what was said; another file without a word is handed over unread', async () => {
  const { teams, deeds } = await openHospital()

  await teams.as(amira.id).sendFile('ward.png', roster, 'We met on the ward')
  await teams.as(amira.id).sendFile('staff.xlsx', roster)

  expect(deeds).toMatchObject([
    { kind: 'say', text: 'We met on the ward' },
    { kind: 'hand-over', words: '', file: { name: 'staff.xlsx', unread: 'not-csv' } },
  ])
})

test('a file that is too large is not kept', async () => {
  const { teams, deeds } = await openHospital()

  await teams.as(amira.id).sendFile('staff.csv', new Uint8Array(10 * megabyte + 1))

  expect(unread(deeds)).toEqual(['too-large'])
})

test('a file that does not come in time is said to be unreachable, once', async () => {
  const { teams, deeds } = await openHospital({ timeoutMs: 200 })
  teams.fault({ kind: 'hang', stored: false })
  const person = teams.as(amira.id)

  const first = await person.sendFile('staff.csv', roster)
  const again = await person.sayAgain()

  expect([first.status, again.status]).toEqual([200, 200])
  expect(unread(deeds)).toEqual(['unreachable', 'hand-over'])
  expect(new Set(deeds.map(({ key }) => key)).size).toBe(1)
})

test('a turn that fetching makes too long is answered unfinished, and delivered again as the same deed', async () => {
  const { teams, deeds } = await openHospital({ patienceMs: 200 })
  teams.fault({ kind: 'slow', milliseconds: 500 })
  const person = teams.as(amira.id)

  const first = await person.sendFile('staff.csv', roster)
  const again = await person.sayAgain()
  await vi.waitFor(() => expect(deeds).toHaveLength(2))

  expect([first.status, again.status]).toEqual([503, 200])
  expect(new Set(deeds.map(({ key }) => key)).size).toBe(1)
})

test('a file whose address was used up or is another server’s is not fetched', async () => {
  const { teams, deeds } = await openHospital()
  const send = (downloadUrl: string) =>
    teams.deliver(
      teams.activityOf(amira.id, {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name: 'staff.csv',
            content: { downloadUrl },
          },
        ],
      }),
    )

  await send(new URL('/files/used-up', teams.serviceUrl).href)
  await send('http://127.0.0.1:9/staff.csv')

  expect(unread(deeds)).toEqual(['unreachable', 'unreachable'])
})

test('where others read along no file is taken', async () => {
  const { teams, deeds } = await openHospital()
  const key = 'k'
  teams.tenant.files.set(key, { key, name: 'staff.csv', bytes: roster })

  await teams.deliver(
    teams.activityOf(amira.id, {
      type: 'message',
      text: 'help',
      conversation: { id: general, conversationType: 'channel', isGroup: true, tenantId: teams.tenantId },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'staff.csv',
          content: { downloadUrl: new URL(`/files/${key}`, teams.serviceUrl).href },
        },
      ],
    }),
  )

  expect(deeds).toMatchObject([{ kind: 'command', words: 'help' }])
})

test('the manifest says that the bot takes files', () => {
  const [bot] = teamsManifest({
    appId: '11111111-2222-4333-8444-555555555555',
    publicUrl: 'https://rounds.example.org',
    version: '0.1.0',
    commands: [],
  }).bots

  expect(bot?.supportsFiles).toBe(true)
})

describe('which servers are asked for files', () => {
  const log = pino({ level: 'silent' })
  const seen: string[] = []
  beforeEach(() => {
    seen.length = 0
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      seen.push(`${String(input)} ${init?.redirect} ${init?.headers}`)
      return Promise.resolve(new Response('email'))
    })
  })
  afterEach(() => vi.restoreAllMocks())
  const read = (url: string, serviceUrl?: string) =>
    fileReader({ serviceUrl, log, timeoutMs: 1000 })({ name: 'a.csv', url })

  test.each([
    'https://hospital-my.sharepoint.com/personal/amira/_layouts/15/download.aspx?tempauth=x',
    'https://hospital.sharepoint.us/a.csv',
    'https://northeurope1-mediap.svc.ms/transform/a.csv',
  ])('%s is, without any token', async (url) => {
    const file = await read(url)

    expect(seen).toEqual([`${url} error undefined`])
    expect(file).toEqual({ name: 'a.csv', bytes: Buffer.from('email') })
  })

  test.each([
    'http://hospital.sharepoint.com/a.csv',
    'https://hospital.sharepoint.com:8443/a.csv',
    'https://hospital.sharepoint.com.example.org/a.csv',
    'https://evilsharepoint.com/a.csv',
    'https://169.254.169.254/metadata/a.csv',
    'http://127.0.0.1:3978/a.csv',
    'file:///etc/passwd',
    '',
  ])('“%s” is not', async (url) => {
    const file = await read(url)

    expect(seen).toEqual([])
    expect(file).toEqual({ name: 'a.csv', unread: 'unreachable' })
  })

  test('a public address is none of what stands in for Teams', async () => {
    await read('https://connector.example.org/a.csv', 'https://connector.example.org/teams/')

    expect(seen).toEqual([])
  })
})
