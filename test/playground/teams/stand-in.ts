import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import {
  startTeamsStandIn,
  type TeamsStandIn,
  type TeamsStandInOptions,
} from '../../../src/playground/teams/server.ts'

export const amira = { id: 'p1', name: 'Amira Haddad', email: 'amira@example.org' }
export const tom = { id: 'p2', name: 'Tom Okafor', email: 'tom@example.org' }
export const general = '19:general@thread.tacv2'
const secret = '19:secret@thread.tacv2'
const credentials = { appId: 'app', password: 'secret', tenantId: 't1' }
const adaptive = 'application/vnd.microsoft.card.adaptive'

/** Teams with two people and a team of which only Amira is a member. */
export async function openTeams(more: Partial<TeamsStandInOptions> = {}): Promise<TeamsStandIn> {
  const teams = await startTeamsStandIn({
    ...credentials,
    people: [amira, tom],
    teams: [
      {
        id: general,
        name: 'Coordinators',
        members: [amira.id],
        channels: [
          { id: general, name: 'General', type: 'standard' },
          { id: secret, name: 'Secret', type: 'private' },
        ],
      },
    ],
    extensions: [{ id: 'checkin', title: 'Check in' }],
    ...more,
  })
  onTestFinished(() => teams.stop())
  return teams
}

type Answer = (heard: Heard) => { readonly status?: number; readonly body?: unknown } | 'silence'

export interface Heard {
  readonly type: string
  readonly name?: string
  readonly text?: string
  readonly value?: unknown
  readonly [more: string]: unknown
}

/** A bot that answers each activity so; what it has heard, in order. */
export async function connectBot(teams: TeamsStandIn, answer: Answer = () => ({})): Promise<Heard[]> {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const activity = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()) as Heard
    heard.push(activity)
    const said = answer(activity)
    if (said === 'silence') return
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json' })
    response.end(said.body === undefined ? '{}' : JSON.stringify(said.body))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  teams.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return heard
}

/** A call of the bot to the Connector. */
export async function call(
  teams: TeamsStandIn,
  path: string,
  { method = 'POST', body }: { readonly method?: string; readonly body?: unknown } = {},
): Promise<{ readonly status: number; readonly body: unknown; readonly retryAfter: string | null }> {
  const login = new URLSearchParams({ client_id: 'app', client_secret: 'secret' })
  const granted = await fetch(`${teams.loginUrl}/t1/oauth2/v2.0/token`, {
    method: 'POST',
    body: login,
    headers: { connection: 'close' },
  })
  const { access_token: token } = (await granted.json()) as { access_token: string }
  const response = await fetch(`${teams.serviceUrl}v3/${path}`, {
    method,
    // Another stand-in may stand at the same address later.
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    retryAfter: response.headers.get('retry-after'),
  }
}

export function chatOf(teams: TeamsStandIn, { id }: { readonly id: string } = amira): string {
  return `conversations/${encodeURIComponent(teams.tenant.personalChat(id).id)}`
}

/** Posts into Amira's chat; the id of the message. */
export async function post(teams: TeamsStandIn, activity: unknown): Promise<string> {
  const { body } = await call(teams, `${chatOf(teams)}/activities`, { body: activity })
  return (body as { id: string }).id
}

export function cardWith(body: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) {
  return { type: 'AdaptiveCard', version: '1.5', body, ...more }
}

export function messageWith(content: unknown) {
  return { type: 'message', attachments: [{ contentType: adaptive, content }] }
}

export function dialogWith(content: unknown) {
  return {
    task: { type: 'continue', value: { title: 'A goal', card: { contentType: adaptive, content } } },
  }
}
