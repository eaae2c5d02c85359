import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startTeamsStandIn, type TeamsStandIn } from '../../src/playground/teams/server.ts'

const person = { id: 'p1', name: 'Amira Haddad', email: 'amira@example.org' }

async function standIn(): Promise<TeamsStandIn> {
  const teams = await startTeamsStandIn({ appId: 'app', password: 'secret', people: [person] })
  onTestFinished(() => teams.stop())
  return teams
}

function tokenOf(teams: TeamsStandIn, secret: string): Promise<Response> {
  const body = new URLSearchParams({
    client_id: 'app',
    client_secret: secret,
    grant_type: 'client_credentials',
  })
  return fetch(`${teams.loginUrl}/${teams.tenantId}/oauth2/v2.0/token`, { method: 'POST', body })
}

async function post(teams: TeamsStandIn, activity: unknown): Promise<Response> {
  const { access_token: token } = (await (await tokenOf(teams, 'secret')).json()) as { access_token: string }
  const chat = encodeURIComponent(teams.tenant.personalChat(person.id).id)
  return fetch(`${teams.serviceUrl}v3/conversations/${chat}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
}

/** A bot that answers every activity with the same. */
async function botAnswering(body: unknown): Promise<{ url: string; heard: unknown[] }> {
  const heard: unknown[] = []
  const server = createServer(async (request, response) => {
    heard.push(JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard }
}

test('the played Teams takes nothing from a bot without a token, and gives none for a wrong secret', async () => {
  const teams = await standIn()

  const unsigned = await fetch(`${teams.serviceUrl}v3/conversations`, { method: 'POST', body: '{}' })
  const wrong = await tokenOf(teams, 'guessed')

  expect([unsigned.status, wrong.status]).toEqual([401, 401])
})

test('the played Teams refuses what Teams would: too large, and to people who blocked the bot', async () => {
  const teams = await standIn()

  const large = await post(teams, { type: 'message', text: 'x'.repeat(110_000) })
  const fine = await post(teams, { type: 'message', text: 'hello' })
  teams.as(person.id).blocks()
  const blocked = await post(teams, { type: 'message', text: 'hello' })

  expect([large.status, fine.status, blocked.status]).toEqual([413, 201, 403])
  expect(
    teams
      .as(person.id)
      .chat()
      .map((seen) => seen.text),
  ).toEqual(['hello'])
})

test('faults come in the order they were asked for, and then it works again', async () => {
  const teams = await standIn()
  teams.fault({ kind: 'refuse', status: 429, retryAfterSeconds: 3 })
  teams.fault({ kind: 'fail-after-storing', status: 500 })
  teams.fault({ kind: 'slow', milliseconds: 5 })

  const hello = { type: 'message', text: 'hello' }
  const answers = [await post(teams, hello), await post(teams, hello), await post(teams, hello)]

  expect(answers.map((answer) => answer.status)).toEqual([429, 500, 201])
  expect(answers[0]?.headers.get('retry-after')).toBe('3')
  expect(teams.as(person.id).chat()).toHaveLength(2)
})

test('a required input that is left empty never leaves the client', async () => {
  const teams = await standIn()
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'Input.Text', id: 'one:aim', label: 'Aim', isRequired: true, errorMessage: 'Say an aim.' },
    ],
    actions: [{ type: 'Action.Submit', title: 'Save', data: { verb: 'goal.save' } }],
  }
  const bot = await botAnswering({
    task: {
      type: 'continue',
      value: {
        title: 'A goal',
        card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
      },
    },
  })
  teams.connect(bot.url)
  const acts = teams.as(person.id)
  await acts.runExtension('goal')

  const empty = await acts.submitDialog({})
  const filled = await acts.submitDialog({ Aim: 'To lead' })

  expect(empty.errors).toEqual({ 'one:aim': 'Say an aim.' })
  expect(filled.dialog?.title).toBe('A goal')
  expect(bot.heard).toHaveLength(2)
  expect(bot.heard[1]).toMatchObject({
    name: 'composeExtension/submitAction',
    value: { data: { verb: 'goal.save', 'one:aim': 'To lead' } },
  })
})
