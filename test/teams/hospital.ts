import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Intent, Outcome, PlatformEvent } from '../../src/core/message/intent.ts'
import type { Message } from '../../src/core/message/message.ts'
import { startTeamsStandIn, type TeamsStandIn } from '../../src/playground/teams/server.ts'
import { createTeams, type Teams, type TeamsConfig } from '../../src/teams/app.ts'
import {
  type PlayedFiles,
  type PlayedPainter,
  playedFiles,
  playedPainter,
} from '../support/pictures-and-files.ts'

export const amira = {
  id: '0a1b2c3d-0000-4000-8000-000000000001',
  name: 'Amira Haddad',
  email: 'amira@example.org',
}
export const tom = { id: '0a1b2c3d-0000-4000-8000-000000000002', name: 'Tom Price', email: 'tom@example.org' }
export const guest = {
  id: '0a1b2c3d-0000-4000-8000-000000000003',
  name: 'Gwen Guest',
  email: 'gwen@elsewhere.example',
  role: 'guest' as const,
}
export const general = '19:general@thread.tacv2'
export const digests = '19:digests@thread.tacv2'
export const closed = '19:private@thread.tacv2'

const appId = '11111111-2222-4333-8444-555555555555'

export interface Hospital {
  readonly teams: TeamsStandIn
  readonly app: Teams
  /** Where the bot listens. */
  readonly url: string
  /** What the bot was asked to do, in order. */
  readonly deeds: Intent[]
  readonly events: PlatformEvent[]
  readonly addresses: Map<string, string>
  readonly painter: PlayedPainter
  readonly files: PlayedFiles
  readonly refused: string[]
  /** The last lines of the log, as JSON. */
  readonly logged: string[]
  /** What the product answers from now on. */
  answers(answer: (intent: Intent) => Outcome | Promise<Outcome>): void
}

export interface HospitalOptions {
  readonly config?: Partial<TeamsConfig>
  readonly anonymous?: boolean
  readonly patienceMs?: number
  readonly timeoutMs?: number
}

/** Rounds in Teams as it runs, with a product that answers what the test says; only the far end is played. */
export async function openHospital(options: HospitalOptions = {}): Promise<Hospital> {
  const anonymous = options.anonymous ?? false
  const teams = await startTeamsStandIn({
    appId,
    password: 'a-secret',
    anonymous,
    people: [amira, tom, guest],
    teams: [
      {
        id: general,
        members: [amira.id, tom.id, guest.id],
        channels: [
          { id: general, name: 'General', type: 'standard' },
          { id: digests, name: 'Digests', type: 'standard' },
          { id: closed, name: 'Closed', type: 'private' },
        ],
      },
    ],
  })
  const deeds: Intent[] = []
  const events: PlatformEvent[] = []
  const addresses = new Map<string, string>()
  const painter = playedPainter()
  const files = playedFiles()
  const refused: string[] = []
  const logged: string[] = []
  let answer: (intent: Intent) => Outcome | Promise<Outcome> = () => ({ kind: 'silence' })

  const app = createTeams({
    config: {
      ...(anonymous ? {} : { appId, password: 'a-secret', tenantId: teams.tenantId }),
      anonymous,
      openIdMetadataUrl: teams.openIdMetadataUrl,
      loginUrl: teams.loginUrl,
      serviceUrl: teams.serviceUrl,
      ...options.config,
    },
    handler: {
      handle: async (intent) => {
        deeds.push(intent)
        return await answer(intent)
      },
      stores: () => true,
      apologise: () => showing('Nothing was stored.'),
      happened: (event) => {
        events.push(event)
        return Promise.resolve()
      },
    },
    addresses: {
      save: ({ user }, address) => {
        addresses.set(user, address)
        return Promise.resolve()
      },
      load: ({ user }) => Promise.resolve(addresses.get(user)),
    },
    painter,
    files,
    log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }),
    onRefused: (reason) => refused.push(reason),
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  })
  const server = createServer(app.listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`
  teams.connect(url)
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await teams.stop()
  })
  return {
    teams,
    app,
    url,
    deeds,
    events,
    addresses,
    painter,
    files,
    refused,
    logged,
    answers: (next) => {
      answer = next
    },
  }
}

export function saying(text: string): Message {
  return { preview: 'Rounds has an answer', blocks: [{ kind: 'text', text }] }
}

export function showing(text: string): Outcome {
  return { kind: 'show', message: saying(text) }
}
