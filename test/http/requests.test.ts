import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signed } from '../../src/playground/slack/deliver.ts'
import { eventBody } from '../../src/playground/slack/person-payloads.ts'
import { cast, teamsPeople } from '../whole/cast.ts'
import { openStage, type Stage } from '../whole/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage({ cast })
})
afterAll(() => stage.close())

const ask = async (
  path: string,
  more: { method?: string; body?: string; headers?: Record<string, string> } = {},
) => {
  const response = await fetch(`${stage.running.address}${path}`, more)
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type'), text }
}
const counted = async (platform: string, reason: string) => {
  const { text } = await ask('/metrics')
  const found = new RegExp(
    `rounds_requests_refused_total\\{platform="${platform}",reason="${reason}"\\} (\\d+)`,
  ).exec(text)
  return Number(found?.[1] ?? 0)
}
const lives = async () => (await ask('/healthz')).status

test.each([
  ['GET', '/'],
  ['GET', '/slack/events'],
  ['PUT', '/slack/events'],
  ['GET', '/api/messages'],
  ['DELETE', '/api/messages'],
  ['POST', '/healthz'],
  ['POST', '/metrics'],
  ['GET', '/slack/install'],
  ['GET', '/../../etc/passwd'],
  ['GET', '/%00%ff?x=%'],
  ['GET', '/__proto__'],
  ['GET', '/constructor'],
  ['OPTIONS', '/api/messages'],
])('%s %s is nothing here: 404 with a short JSON body', async (method, path) => {
  const answer = await ask(path, { method })

  expect(answer).toEqual({
    status: 404,
    type: 'application/json; charset=utf-8',
    text: '{"error":"not found"}',
  })
})

test('an address that is none, and a method that is none, end nothing', async () => {
  const statuses = await Promise.all(['*', '//', '?', '/a b'].map(raw))

  for (const status of statuses) expect([400, 404]).toContain(status)
  expect(await lives()).toBe(200)
})

const said = () =>
  JSON.stringify(
    eventBody(stage.slack.world, {
      type: 'message',
      channel: 'D0OLA001',
      channel_type: 'im',
      user: 'U0OLA001',
      text: 'quokkaforged',
      ts: '1.1',
    }),
  )
const secret = () => stage.slack.credentials.signingSecret

test.each([
  ['unsigned', () => ({})],
  ['forged', (body: string) => signed(body, 'another secret')],
  ['stale', (body: string) => signed(body, secret(), -600)],
] as const)(
  'a request to Slack’s route that is %s is refused, counted and logged without content',
  async (reason, headers) => {
    const body = said()
    const before = await counted('slack', reason)

    const answer = await ask('/slack/events', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers(body) },
    })

    expect(answer).toMatchObject({ status: 401, text: '' })
    expect(await counted('slack', reason)).toBe(before + 1)
    expect(await stage.sql('select key from processed_events')).toEqual([])
  },
)

test('a request that was answered is refused when somebody sends it again', async () => {
  const body = said()
  const sent = {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed(body, secret()) },
  }

  const answers = [await ask('/slack/events', sent), await ask('/slack/events', sent)]

  expect(answers.map(({ status }) => status)).toEqual([200, 401])
  expect(await counted('slack', 'replayed')).toBe(1)
})

test.each(['none', 'forged', 'expired', 'wrong-audience', 'unsigned', 'hs256', 'unknown-key'] as const)(
  'a request to Teams’ route with a token that is %s is refused and counted',
  async (token) => {
    const before = await counted('teams', 'unauthorized')
    const activity = stage.teams.activityOf(teamsPeople[1]?.id ?? '', {
      type: 'message',
      text: 'quokkaforged',
    })

    const answer = await stage.teams.deliver(activity, token)

    expect(answer.status).toBe(401)
    expect(await counted('teams', 'unauthorized')).toBe(before + 1)
    expect(stage.teams.tenant.journal).toEqual([])
  },
)

const broken = [
  '',
  'null',
  '[]',
  '{',
  '{}',
  '{"type":7}',
  '"quokka"',

  '\u0000',
  '{"type":"message"',
  `[${'['.repeat(5000)}`,
]

test.each(broken)(
  'a body that nobody can read is refused by both routes and ends nothing: %j',
  async (body) => {
    const token = `Bearer ${stage.teams.identity.token('valid')}`
    const json = { 'content-type': 'application/json' }

    const answers = await Promise.all([
      ask('/slack/events', { method: 'POST', body, headers: { ...json, ...signed(body, secret()) } }),
      ask('/api/messages', { method: 'POST', body, headers: { ...json, authorization: token } }),
    ])

    expect(answers.map(({ status }) => status)).toEqual([400, 400])
    expect(await lives()).toBe(200)
  },
)

test('a body that is too large is refused by both routes, and the next request is served', async () => {
  const body = JSON.stringify({ type: 'message', text: 'quokka'.repeat(400_000) })
  const headers = { 'content-type': 'application/json', ...signed(body, secret()) }

  const statuses = await Promise.all(
    ['/slack/events', '/api/messages'].map((path) =>
      // The connection may be closed before all of it was sent.
      ask(path, { method: 'POST', body, headers }).then(
        ({ status }) => status,
        () => 413,
      ),
    ),
  )

  expect(statuses).toEqual([413, 413])
  expect(await counted('slack', 'too-large')).toBe(1)
  expect(await counted('teams', 'too-large')).toBe(1)
  expect(await lives()).toBe(200)
})

test('what is counted is for this machine alone while there is no token', async () => {
  const answer = await ask('/metrics')

  expect(answer.status).toBe(200)
  expect(answer.text).toContain('rounds_deed_seconds')
  expect(answer.text).not.toMatch(/U0|stmarys|quokka/)
})

test('with a token what is counted is for whoever has it', async () => {
  const other = await openStage({ cast, config: { metricsToken: 'a-metrics-token', slack: undefined } })
  const metrics = async (authorization?: string) =>
    (
      await fetch(`${other.running.address}/metrics`, {
        headers: authorization === undefined ? {} : { authorization },
      })
    ).status

  const statuses = [
    await metrics(),
    await metrics('Bearer another-token'),
    await metrics('Bearer a-metrics-token'),
  ]
  await other.close()

  expect(statuses).toEqual([401, 401, 200])
})

test('the log of all this holds no content and no secret', () => {
  const log = stage.logged.join('\n')

  expect(log).toContain('refused')
  expect(log).not.toMatch(/quokka|stmarys|xoxb/)
  expect(log).not.toContain(secret())
})

/** A request line as no browser would send it. */
function raw(path: string): Promise<number> {
  const { hostname, port } = new URL(stage.running.address)
  return new Promise((resolve, reject) => {
    try {
      const sent = request(
        { hostname, port, path: path.replaceAll(' ', '%20'), method: 'GET' },
        (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        },
      )
      sent.on('error', reject)
      sent.end()
    } catch (error) {
      reject(error)
    }
  })
}
