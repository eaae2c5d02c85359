import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, openCommandLine } from './command-line.ts'

let rounds: CommandLine
let published: CommandLine

beforeAll(async () => {
  rounds = await openCommandLine()
  published = await openCommandLine({
    PUBLIC_URL: 'https://rounds.example.org',
    TEAMS_APP_ID: '6f2a8f3c-0000-4000-8000-000000000001',
    TEAMS_APP_PASSWORD: 'hidden',
    TEAMS_TENANT_ID: 'tenant',
  })
})

afterAll(() => Promise.all([rounds.close(), published.close()]))

test('Slack’s manifest is for Socket Mode until there is a public address', async () => {
  const socket = JSON.parse((await rounds.run('manifest', 'slack')).out)
  const { exitCode } = await published.run('manifest', 'slack', '--out', 'slack.json')
  const http = JSON.parse(await readFile(join(published.folder, 'slack.json'), 'utf8'))

  expect(socket.settings.socket_mode_enabled).toBe(true)
  expect(exitCode).toBe(0)
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: 'https://rounds.example.org/slack/events' },
  })
})

test('the Teams package is a zip with this server’s app and the commands of this release', async () => {
  const refused = await rounds.run('manifest', 'teams')
  const { exitCode, out } = await published.run('manifest', 'teams')

  expect(refused.exitCode).toBe(1)
  expect(refused.err).toContain('TEAMS_APP_ID is missing')
  expect(refused.err).toContain('PUBLIC_URL is missing')
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'Written to rounds-teams.zip.\n' })
  const zip = unzipSync(await readFile(join(published.folder, 'rounds-teams.zip')))
  expect(Object.keys(zip).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
  const manifest = JSON.parse(strFromU8(zip['manifest.json'] ?? new Uint8Array()))
  expect(manifest.id).toBe('6f2a8f3c-0000-4000-8000-000000000001')
  const titles = manifest.bots[0].commandLists[0].commands.map(({ title }: { title: string }) => title)
  expect(titles).toEqual([
    'checkin',
    'goal',
    'progress',
    'plan',
    'met',
    'meet',
    'reflect',
    'pause',
    'privacy',
    'help',
  ])
})

test('every verb is listed', async () => {
  const { exitCode, out } = await rounds.run('manifest', 'verbs', '--json')

  expect(exitCode).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    press: expect.arrayContaining(['checkin.answer', 'goal.new', 'command.run', 'form.open', 'link.follow']),
    submit: expect.arrayContaining(['checkin.save', 'goal.save']),
    commands: expect.arrayContaining(['checkin', 'admin digest']),
  })
})
