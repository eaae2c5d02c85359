import { expect, onTestFinished, test } from 'vitest'
import { startSlack } from '../../src/playground/slack/server.ts'
import { startTeamsStandIn } from '../../src/playground/teams/server.ts'
import { ask } from './door/far-side.ts'

async function openBoth(): Promise<{ slack: string; teams: string }> {
  const slack = await startSlack()
  const teams = await startTeamsStandIn({ appId: 'app', password: 'secret', people: [] })
  onTestFinished(async () => {
    await Promise.all([slack.close(), teams.stop()])
  })
  return {
    slack: slack.credentials.apiUrl,
    teams: teams.openIdMetadataUrl.replace('/openidconfiguration', ''),
  }
}

function greeted(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebSocket | undefined> {
  // Only Node's own takes headers.
  const socket = new WebSocket(url, { headers } as unknown as string[])
  return new Promise((resolve) => {
    socket.addEventListener('message', () => resolve(socket))
    socket.addEventListener('error', () => resolve(undefined))
  })
}

test.each([
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a picture on another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of the playground itself', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
  ['a site whose name was pointed here', { host: 'rebound.example' }],
])('%s reaches neither platform', async (_who, headers) => {
  const { slack, teams } = await openBoth()

  const answers = [
    await ask(slack, { path: 'auth.test', method: 'POST', headers }),
    await ask(teams, { headers }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403])
})

test('a program on this machine reaches both platforms', async () => {
  const { slack, teams } = await openBoth()

  const answers = [
    await ask(slack, { path: 'auth.test', method: 'POST' }),
    await ask(teams, { path: '/openidconfiguration' }),
  ]

  expect(answers.map(({ json }) => json)).toMatchObject([
    { error: 'not_authed' },
    { jwks_uri: expect.any(String) },
  ])
})

test('a web page cannot open Slack’s socket, and what is no JSON ends nothing', async () => {
  const { slack } = await openBoth()
  const url = slack.replace('http', 'ws')

  const ofPage = await greeted(url, { origin: 'https://evil.example' })
  const ofProgram = await greeted(url)
  ofProgram?.send('no JSON')
  const afterwards = await greeted(url)

  expect(ofPage).toBeUndefined()
  expect(afterwards).toBeDefined()
  ofProgram?.close()
  afterwards?.close()
})
