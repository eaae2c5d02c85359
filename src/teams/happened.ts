import type { Logger } from 'pino'
import type { PlatformEvent } from '../core/message/intent.ts'
import type { IntentHandler } from '../ports/intent-handler.ts'
import { PlatformFault } from '../ports/messenger.ts'
import { type Activity, channelOf, tenantOf } from './activity.ts'
import { type Answer, deliverAgain, taken } from './answer.ts'
import type { Connector } from './connector.ts'
import { withoutWords } from './logged.ts'
import { accountOf } from './to-intent.ts'

interface Telling {
  readonly handler: IntentHandler
  readonly connector: Connector
  readonly log: Logger
}

/** Hands over what nobody of ours did. Where that fails Teams delivers it again. */
export async function happenedIn(
  telling: Telling,
  activity: Activity,
  what: 'app-removed' | 'members-changed',
): Promise<Answer> {
  const events = what === 'app-removed' ? removal(activity) : await membersChanged(telling, activity)
  try {
    for (const event of events) await telling.handler.happened(event)
    return taken
  } catch (error) {
    telling.log.error({ error: withoutWords(error), what }, 'an event of Teams could not be handled')
    return deliverAgain
  }
}

/** Who removes the app from their own chat cannot be written to any more: as if the account were gone. */
function removal(activity: Activity): PlatformEvent[] {
  const account = accountOf(activity)
  if (account === undefined) return []
  const workspace = { platform: 'teams' as const, id: account.workspace }
  return [{ kind: 'deactivated', key: keyOf(activity), workspace, user: account.user }]
}

/** Members belong to the team: with it every channel of it has changed. */
async function membersChanged(telling: Telling, activity: Activity): Promise<PlatformEvent[]> {
  const tenant = tenantOf(activity)
  if (tenant === undefined) return []
  const workspace = { platform: 'teams' as const, id: tenant }
  return (await channelsOf(telling, activity)).map((channel) => ({
    kind: 'members-changed',
    key: `${keyOf(activity)}:${channel}`,
    workspace,
    channel,
  }))
}

async function channelsOf({ connector, log }: Telling, activity: Activity): Promise<readonly string[]> {
  const team = activity.channelData?.team?.id
  if (!team) return [channelOf(activity)]
  try {
    return (await connector.channels(activity.serviceUrl, team)).map((channel) => channel.id)
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error
    log.warn({ fault: error.kind, code: error.code }, 'the channels of a team could not be listed')
    return [team]
  }
}

function keyOf(activity: Activity): string {
  return `${activity.conversation.id}:${activity.id ?? activity.timestamp ?? ''}`
}
