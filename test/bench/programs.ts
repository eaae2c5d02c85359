import { join } from 'node:path'
import type { SlackStandIn } from '../../src/playground/slack/server.ts'

/** A program to start, and where it answers. */
interface Started {
  readonly program: {
    readonly file: string
    readonly env: Readonly<Record<string, string>>
    readonly log: string
  }
  /** Answers 200 once it takes commands. */
  readonly ready: string
  /** Takes commands. */
  readonly commands: string
}

interface Place {
  readonly slack: SlackStandIn
  readonly dataDir: string
  readonly port: number
}

/** Rounds as it runs in a hospital: the server itself, its own database, logs in a file. */
export function rounds({ slack, dataDir, port }: Place): Started {
  const { botToken, signingSecret, apiUrl } = slack.credentials
  return at(port, {
    file: 'src/main.ts',
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: apiUrl,
    },
    log: join(dataDir, 'rounds.log'),
  })
}

/** A Bolt app that only acknowledges. */
export function bareBolt({ slack, dataDir, port }: Place): Started {
  const { botToken, signingSecret, apiUrl } = slack.credentials
  return at(port, {
    file: 'test/bench/bare-bolt.ts',
    env: { PORT: String(port), BOT_TOKEN: botToken, SIGNING_SECRET: signingSecret, API_URL: apiUrl },
    log: join(dataDir, 'bare-bolt.log'),
  })
}

function at(port: number, program: Started['program']): Started {
  const address = `http://127.0.0.1:${port}`
  return { program, ready: `${address}/readyz`, commands: `${address}/slack/events` }
}
