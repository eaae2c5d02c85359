import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Intent, Outcome } from '../core/message/intent.ts'
import type { IntentHandler } from '../ports/intent-handler.ts'
import type { ReadFile } from './files.ts'
import type { People } from './people.ts'
import type { UnderWay } from './under-way.ts'

/** What every listener needs. */
export interface Hearing {
  readonly handler: IntentHandler
  readonly client: WebClient
  readonly people: People
  readonly readFile: ReadFile
  readonly team: string
  readonly log: Logger
  readonly underWay: UnderWay
}

/** What came of a deed. `failed`: nothing was stored, and the outcome says so. */
export interface Result {
  readonly outcome: Outcome
  readonly failed: boolean
}

/** Carries a deed out; where that fails, the person gets words for it. Never rejects. */
export async function resultOf({ handler, log }: Hearing, intent: Intent): Promise<Result> {
  try {
    return { outcome: await handler.handle(intent), failed: false }
  } catch (error) {
    log.error({ err: error, deed: intent.kind }, 'a deed in Slack failed')
    return { outcome: handler.apologise(intent), failed: true }
  }
}
