import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Message } from '../core/message/message.ts'
import type { Account } from '../core/people/account.ts'
import type { Addresses } from '../ports/intent-handler.ts'
import { PlatformFault } from '../ports/messenger.ts'
import type { Connector, Where } from './connector.ts'
import { fromAddress, toAddress } from './conversation.ts'
import { messageActivity } from './render/card.ts'

export interface Telling {
  readonly connector: Connector
  readonly addresses: Addresses
  readonly log: Logger
}

/** A person waits for the answer: a short refusal of Teams is waited out once, a longer one is not. */
const longestWaitMs = 2_000
const usualWaitMs = 500

/**
 * The personal chat with somebody: the one they last spoke in, else a new one, which works only where the app
 * is installed for them. Throws `PlatformFault`.
 */
export async function personalChat(
  { connector, addresses }: Pick<Telling, 'connector' | 'addresses'>,
  { account, serviceUrl }: { readonly account: Account; readonly serviceUrl: string },
): Promise<Where> {
  const known = fromAddress(await addresses.load(account))
  if (known !== undefined) return known
  const made = await connector.openChat({ serviceUrl, tenant: account.workspace, user: account.user })
  await addresses.save(account, toAddress({ ...made, tenant: account.workspace }))
  return made
}

/** Posts an answer; false where it could not be shown, which is logged. Never throws for a fault of Teams. */
export async function show(
  telling: Telling,
  where: () => Promise<Where>,
  message: Message,
): Promise<boolean> {
  try {
    await postPatiently(telling, where, message)
    return true
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error
    telling.log.warn({ fault: error.kind, code: error.code }, 'an answer could not be shown in Teams')
    return false
  }
}

async function postPatiently(
  { connector }: Telling,
  where: () => Promise<Where>,
  message: Message,
): Promise<void> {
  const activity = messageActivity(message)
  try {
    await connector.post(await where(), activity)
  } catch (error) {
    const pause = pauseAfter(error)
    if (pause === undefined) throw error
    await wait(pause)
    await connector.post(await where(), activity)
  }
}

/** How long until a second try is worth it; undefined where it is not, or could show the message twice. */
function pauseAfter(error: unknown): number | undefined {
  if (!(error instanceof PlatformFault)) return undefined
  if (error.kind === 'unreachable') return usualWaitMs
  const pause = error.retryAfterMs ?? usualWaitMs
  return error.kind === 'rate-limited' && pause <= longestWaitMs ? pause : undefined
}
