import { createServer } from 'node:http'
import { pino } from 'pino'
import type { Intent, Outcome, PlatformEvent } from '../../src/core/message/intent.ts'
import type { Message } from '../../src/core/message/message.ts'
import { type SlackStandIn, startSlack } from '../../src/playground/slack/server.ts'
import type { IntentHandler } from '../../src/ports/intent-handler.ts'
import { createSlack, type Slack } from '../../src/slack/app.ts'
import type { Refused } from '../../src/slack/refused.ts'
import {
  type PlayedFiles,
  type PlayedPainter,
  playedFiles,
  playedPainter,
} from '../support/pictures-and-files.ts'

/** An app that does what a test tells it, and remembers what it was asked. */
export interface PlayedHandler extends IntentHandler {
  readonly intents: Intent[]
  readonly events: PlatformEvent[]
  answer: (intent: Intent) => Outcome | Promise<Outcome>
  reads: boolean
}

export interface Bot {
  readonly workspace: SlackStandIn
  readonly handler: PlayedHandler
  readonly slack: Slack
  readonly painter: PlayedPainter
  readonly files: PlayedFiles
  readonly refused: Refused[]
  /** Every line that was logged. */
  readonly logged: string[]
  /** Where Slack's requests go; undefined in Socket Mode. */
  readonly url: string | undefined
  close(): Promise<void>
}

export const MENTEE = 'U0MENTEE'
export const COORDINATORS = 'G0COORDS'

/** Real Bolt, between a stand-in for Slack and a played app. */
export async function startBot(mode: 'http' | 'socket' = 'http', patience = 1000): Promise<Bot> {
  const workspace = await startSlack({
    patience,
    users: [
      { id: MENTEE, name: 'Mina Costa', email: 'mina.costa@example.org' },
      { id: 'U0AMIRA', name: 'Amira Haddad', email: 'amira.haddad@example.org', timeZone: 'Europe/Paris' },
      { id: 'U0GUEST', name: 'Gus Guest', guest: true },
      { id: 'U0OTHER', name: 'Olaf Other', team: 'T0ELSEWHERE' },
    ],
    channels: [
      { id: COORDINATORS, name: 'coordinators', kind: 'private', members: ['U0ROUNDS', 'U0AMIRA', MENTEE] },
    ],
  })
  const handler = playedHandler()
  const refused: Refused[] = []
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const { apiUrl, botToken, appToken, signingSecret } = workspace.credentials
  const config =
    mode === 'http' ? { mode, apiUrl, botToken, signingSecret } : { mode, apiUrl, botToken, appToken }
  const painter = playedPainter()
  const files = playedFiles()
  const slack = await createSlack({
    config,
    handler,
    painter,
    files,
    log,
    refused: (reason) => void refused.push(reason),
  })
  const server = createServer((request, response) => void slack.listener?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const url = mode === 'http' ? `http://127.0.0.1:${port}/slack/events` : undefined
  if (url !== undefined) workspace.deliverTo(url)
  await slack.start()
  return {
    workspace,
    handler,
    slack,
    painter,
    files,
    refused,
    logged,
    url,
    close: async () => {
      await slack.stop()
      server.closeAllConnections()
      server.close()
      await workspace.close()
    },
  }
}

export function words(text: string): Message {
  return { preview: 'A preview', blocks: [{ kind: 'text', text }] }
}

export function show(text: string): Outcome {
  return { kind: 'show', message: words(text) }
}

export function form(...names: string[]): Extract<Outcome, { kind: 'form' }> {
  return {
    kind: 'form',
    form: {
      verb: 'goal.save',
      about: 'g1',
      title: 'Your goal',
      submit: 'Save',
      parts: names.map((name) => ({
        kind: 'field',
        field: { kind: 'text', name, label: `The ${name}`, maxLength: 500, multiline: true },
      })),
    },
  }
}

function playedHandler(): PlayedHandler {
  const handler: PlayedHandler = {
    intents: [],
    events: [],
    answer: () => ({ kind: 'silence' }),
    reads: false,
    handle: async (intent) => {
      handler.intents.push(intent)
      return await handler.answer(intent)
    },
    stores: () => !handler.reads,
    apologise: (intent) =>
      show(`This was not stored. You wrote: ${intent.kind === 'command' ? intent.words : intent.kind}`),
    happened: (event) => {
      handler.events.push(event)
      return Promise.resolve()
    },
  }
  return handler
}
