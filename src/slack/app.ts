import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authorize } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { SlackConfig } from '../config.ts'
import type { Directory } from '../ports/directory.ts'
import type { HandedOut } from '../ports/handed-out.ts'
import type { IntentHandler } from '../ports/intent-handler.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { Painter } from '../ports/painter.ts'
import { illustrating } from '../ports/pictures.ts'
import { clientOptions, type Identity, identify } from './client.ts'
import { CommittingApp } from './committing-app.ts'
import { createDirectory } from './directory.ts'
import { httpDoor, socketDoor } from './doors.ts'
import { fileReader } from './files.ts'
import { listen } from './listen.ts'
import { createMessenger } from './messenger.ts'
import { People } from './people.ts'
import { pictures } from './pictures.ts'
import type { Refused } from './refused.ts'
import { sdkLog } from './sdk-log.ts'

const DRAIN_MS = 10_000
/** How long an answer waits for its pictures: those that come late are ready for the next time. */
const PICTURES_MS = 5000

export interface SlackOptions {
  readonly config: SlackConfig
  readonly handler: IntentHandler
  readonly painter: Painter
  readonly files: HandedOut
  readonly log: Logger
  /** Called for every request that is not carried out for what it is. */
  readonly refused: (reason: Refused) => void
}

export interface Slack {
  /** For `POST /slack/events`; absent in Socket Mode. Throws at other paths. */
  readonly listener?: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly messenger: Messenger
  readonly directory: Directory
  /** The workspace that the token belongs to. */
  readonly team: string
  /** Opens the socket in Socket Mode. Rejects with words for whoever sets Rounds up. */
  start(): Promise<void>
  /** Takes nothing new and waits for what is under way, ten seconds at most. */
  stop(): Promise<void>
  /** Whether Slack can reach us: always so over HTTP. */
  connected(): boolean
}

/** Everything of Slack for one workspace. Asks Slack whose token it is, and rejects in words where it is nobody's. */
export async function createSlack(given: SlackOptions): Promise<Slack> {
  const { config, painter, files, log, refused } = given
  const options = clientOptions(config.apiUrl, log)
  const client = new WebClient(config.botToken, options)
  const identity = await identify(client)
  const people = new People(client)
  const hooks = { log, refused }
  const door =
    config.mode === 'http'
      ? httpDoor(config.signingSecret, hooks)
      : socketDoor(config.appToken, hooks, options)

  const app = new CommittingApp({
    receiver: door.receiver,
    clientOptions: options,
    logger: sdkLog(log),
    convoStore: false,
    authorize: authorizeOnly(identity, config.botToken),
  })
  const { underWay } = app
  const draw = pictures({ client, painter, log })
  const handler = illustrating(given.handler, draw, PICTURES_MS)
  const readFile = fileReader({ token: config.botToken, apiUrl: config.apiUrl, log })
  listen(app, { handler, client, people, readFile, team: identity.team, log, underWay })

  return {
    messenger: createMessenger({ client, people, draw, files }),
    directory: createDirectory({ client, people, team: identity.team }),
    team: identity.team,
    ...(door.listener === undefined ? {} : { listener: door.listener }),
    start: door.open,
    stop: async () => {
      await underWay.end(DRAIN_MS)
      await door.close()
    },
    connected: door.connected,
  }
}

/** One workspace: whatever comes from another is refused. */
function authorizeOnly({ team, botId, botUserId }: Identity, botToken: string): Authorize<boolean> {
  return ({ teamId }) =>
    teamId === team
      ? Promise.resolve({ teamId: team, botId, botUserId, botToken })
      : Promise.reject(new Error('another workspace'))
}
