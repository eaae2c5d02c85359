import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hospital, slackTeam } from '../../src/catalogue/hospital.ts'
import { queue } from '../../src/store/outbox.ts'
import { openHospital } from '../support/hospital.ts'
import { type CommandLine, openCommandLine, type Said } from './command-line.ts'

interface Finding {
  readonly about: string
  readonly ok: boolean
  readonly says: string
}

let hospital: Hospital
let slack: Server
let slackUrl: string
const opened: CommandLine[] = []

beforeAll(async () => {
  hospital = await openHospital()
  slack = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer xoxb-known'
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': 'commands, chat:write' })
    response.end(JSON.stringify(known ? { ok: true } : { ok: false, error: 'invalid_auth' }))
  })
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve))
  const address = slack.address()
  slackUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/`
})

afterAll(async () => {
  slack.closeAllConnections()
  slack.close()
  await Promise.all(opened.map((one) => one.close()))
  await hospital.close()
})

async function examine(environment: Record<string, string>, ...words: string[]): Promise<Said> {
  const rounds = await openCommandLine(environment)
  opened.push(rounds)
  return rounds.spawn('doctor', ...words)
}

function problemsIn({ out }: Said): Finding[] {
  const { findings } = JSON.parse(out) as { findings: Finding[] }
  return findings.filter(({ ok }) => !ok)
}

test('an empty environment is in order, and to look makes no database', async () => {
  const rounds = await openCommandLine()
  opened.push(rounds)

  const { exitCode, out, err } = await rounds.run('doctor')

  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
  expect(out).toContain('npm start opens the playground')
  await expect(access(join(rounds.folder, 'data'))).rejects.toThrow('ENOENT')
})

test('a configuration that cannot be used is told by variable', async () => {
  const said = await examine({ PORT: 'x', TEAMS_APP_ID: 'id' }, '--json')

  expect(said.exitCode).toBe(1)
  const says = problemsIn(said).map((finding) => finding.says)
  expect(says).toEqual([
    expect.stringContaining('PORT must be'),
    expect.stringContaining('TEAMS_APP_PASSWORD is missing'),
    expect.stringContaining('TEAMS_TENANT_ID is missing'),
  ])
})

test('a hospital with troubles is told each of them and what to do, people by name', async () => {
  await hospital
    .person({ name: 'Nora Noone', email: 'nora@example.org', platform: 'none' })
    .then((nora) => hospital.program({ slug: 'orphaned' }).then(({ id }) => hospital.enroll(id, nora)))
  await hospital.within((scope) =>
    queue(scope, [
      {
        key: randomUUID(),
        platform: 'slack',
        to: { workspace: slackTeam, user: 'U1' },
        kind: 'send',
        repeat: 'once',
        message: { preview: 'x', blocks: [] },
      },
    ]),
  )

  const said = await examine(
    {
      DATABASE_URL: hospital.url,
      ROUNDS_KEYS: `other:${Buffer.alloc(32, 1).toString('base64')}`,
      SLACK_API_URL: slackUrl,
      SLACK_BOT_TOKEN: 'xoxb-known',
      SLACK_SIGNING_SECRET: 's',
    },
    '--json',
  )

  expect(said.exitCode).toBe(1)
  expect(said.err).toMatch(/^\d problems stand\.\n$/)
  const problems = problemsIn(said)
  expect(problems).toEqual([
    { about: 'PUBLIC_URL', ok: false, says: expect.stringContaining('Slack must reach this server') },
    {
      about: 'Slack scopes',
      ok: false,
      says: expect.stringMatching(/^im:write.*missing: paste the manifest/),
    },
    { about: 'keys', ok: false, says: expect.stringContaining('texts are sealed with test') },
    { about: 'workers', ok: false, says: expect.stringContaining('there was no heartbeat yet') },
    { about: 'people', ok: false, says: expect.stringContaining('cannot write to Nora Noone: ') },
    { about: 'program orphaned', ok: false, says: expect.stringContaining('no coordinator') },
    { about: 'program orphaned', ok: false, says: expect.stringContaining('no digest') },
  ])
})

test('a token that Slack refuses is named by its variable', async () => {
  const { exitCode, out } = await examine({
    SLACK_API_URL: slackUrl,
    SLACK_BOT_TOKEN: 'xoxb-unknown',
    SLACK_APP_TOKEN: 'xapp-1',
  })

  expect(exitCode).toBe(1)
  expect(out).toContain('PROBLEM  Slack: refuses SLACK_BOT_TOKEN (invalid_auth)')
  expect(out).not.toContain('xoxb-unknown')
})
