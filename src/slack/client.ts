import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { toFault } from './faults.ts'
import { sdkLog } from './sdk-log.ts'

const PATIENCE_MS = 10_000

/** One attempt a call, and a 429 handed back at once: the outbox knows better when to try again. */
export function clientOptions(apiUrl: string, log: Logger): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE_MS,
    logger: sdkLog(log),
    // Bolt answers response addresses with the same fetch, and would wait for ever.
    fetch: (address, init) =>
      fetch(address, { ...init, signal: init?.signal ?? AbortSignal.timeout(PATIENCE_MS) }),
  }
}

export interface Identity {
  readonly team: string
  readonly botId: string
  readonly botUserId: string
}

/** Asks Slack who the token belongs to. Throws an `Error` in words for whoever sets Rounds up. */
export async function identify(client: WebClient): Promise<Identity> {
  try {
    const { team_id: team, bot_id: botId, user_id: botUserId } = await client.auth.test()
    if (team === undefined || botId === undefined || botUserId === undefined) {
      throw new Error('The Slack token is not a bot token: use the one that begins with xoxb-.')
    }
    return { team, botId, botUserId }
  } catch (error) {
    throw inWords(error, 'SLACK_BOT_TOKEN')
  }
}

/** Whether Slack would open a socket for this token: Bolt itself would go on asking for ever. */
export async function checkAppToken(options: WebClientOptions, token: string): Promise<void> {
  try {
    await new WebClient(token, options).apps.connections.open({})
  } catch (error) {
    throw inWords(error, 'SLACK_APP_TOKEN')
  }
}

function inWords(error: unknown, variable: string): Error {
  const { kind, code } = toFault(error, { asked: true })
  if (code === 'unexpected' && error instanceof Error) return error
  return kind === 'unreachable' || kind === 'rate-limited'
    ? new Error(`Slack cannot be reached (${code}). Rounds needs its Web API to start.`, { cause: error })
    : new Error(`Slack does not accept ${variable} (${code}).`, { cause: error })
}
