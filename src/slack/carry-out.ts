import type { Intent, Outcome } from '../core/message/intent.ts'
import { type Hearing, resultOf } from './hearing.ts'
import { renderMessage } from './render/message.ts'
import { loadingWindow } from './render/view.ts'
import { present, presentIn, type Surface } from './surface.ts'

/** After this a window opens that says *one moment*, because its form could not open any more. */
const LOADING_AFTER_MS = 1500

/** Slack has stopped waiting for an acknowledgement, and Bolt has answered for us. */
const TOO_LATE_MS = 2900

/** Acknowledges once, and only while Slack waits for it. */
export class Acknowledgement<Body> {
  private readonly ack: (body?: Body) => Promise<void>
  private readonly since = performance.now()
  private given = false

  constructor(ack: (body?: Body) => Promise<void>) {
    this.ack = ack
  }

  /** Whether this is what reached Slack. */
  async give(body?: Body): Promise<boolean> {
    if (this.given || performance.now() - this.since > TOO_LATE_MS) return false
    this.given = true
    await this.ack(body)
    return true
  }
}

export interface Reply {
  readonly surface: Surface
  acknowledge(): Promise<boolean>
  /** Says something with the acknowledgement itself; false where that is not possible (any more). */
  acknowledgeWith?(outcome: Extract<Outcome, { kind: 'show' }>): Promise<boolean>
}

/**
 * A command or a press. What may store something is acknowledged after it is stored, or with words that it was not;
 * what only reads is acknowledged first.
 */
export async function carryOut(hearing: Hearing, intent: Intent, reply: Reply): Promise<void> {
  const { surface } = reply
  const reads = !hearing.handler.stores(intent)
  if (reads) await reply.acknowledge()
  const loading = reads ? openLater(surface) : undefined
  const { outcome } = await resultOf(hearing, intent)
  const window = await loading?.settle()
  try {
    if (window !== undefined) return await presentIn(window, outcome, surface)
    if (outcome.kind === 'show' && (await reply.acknowledgeWith?.(outcome))) return
    await reply.acknowledge()
    await present(outcome, surface)
  } catch (error) {
    hearing.log.error({ err: error, deed: intent.kind }, 'an outcome could not be shown in Slack')
  }
}

/** A message as the answer to a command, which its person alone sees. */
export function whispered(outcome: Extract<Outcome, { kind: 'show' }>) {
  return { response_type: 'ephemeral' as const, mrkdwn: false, ...renderMessage(outcome.message) }
}

function openLater(surface: Surface) {
  let opening: Promise<string | undefined> | undefined
  const timer = setTimeout(() => {
    opening = surface.open?.(loadingWindow()).catch(() => undefined)
  }, LOADING_AFTER_MS)
  return {
    /** The id of the window, where one had to be opened. */
    settle: async () => {
      clearTimeout(timer)
      return await opening
    },
  }
}
