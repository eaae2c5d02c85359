import type { Account } from '../core/people/account.ts'
import type { Addresses } from '../ports/intent-handler.ts'
import type { Messenger } from '../ports/messenger.ts'
import type { Connector, Where } from './connector.ts'
import { fromAddress } from './conversation.ts'
import { messageActivity } from './render/card.ts'
import { personalChat } from './tell.ts'

/** What it takes to write to somebody who did not just write. */
export interface Sites {
  readonly connector: Connector
  readonly addresses: Addresses
  /** For whom no conversation is kept. */
  readonly serviceUrl: string
  readonly tenantId: string | undefined
}

/** Sends and changes messages in Teams. */
export function createMessenger(sites: Sites): Messenger {
  const { connector } = sites
  // A conversation is served where its last message was taken; a receipt does not say where.
  const servedAt = new Map<string, string>()
  const remember = ({ conversation, serviceUrl }: Where) => {
    if (serviceUrl !== sites.serviceUrl) servedAt.set(conversation, serviceUrl)
  }

  return {
    platform: 'teams',
    send: async (to, message) => {
      const activity = messageActivity(message)
      if ('channel' in to) {
        const serviceUrl = await serviceUrlOf(sites, { workspace: to.workspace, user: to.channel })
        const wanted = { serviceUrl, tenant: to.workspace, channel: to.channel }
        const sent = await connector.postInChannel(wanted, activity)
        remember({ serviceUrl, conversation: sent.conversation })
        return { channel: sent.conversation, message: sent.message }
      }
      const account = { platform: 'teams' as const, ...to }
      const where = await personalChat(sites, { account, serviceUrl: sites.serviceUrl })
      const id = await connector.post(where, activity)
      remember(where)
      return { channel: where.conversation, message: id }
    },
    update: async (_workspace, receipt, message) => {
      const serviceUrl = servedAt.get(receipt.channel) ?? sites.serviceUrl
      const where = { serviceUrl, conversation: receipt.channel }
      await connector.update(where, receipt.message, messageActivity(message))
    },
    find: () => Promise.resolve('unknowable'),
  }
}

/** Channels are kept like people, under the channel's id. */
async function serviceUrlOf(sites: Sites, at: Omit<Account, 'platform'>): Promise<string> {
  const kept = fromAddress(await sites.addresses.load({ platform: 'teams', ...at }))
  return kept?.serviceUrl ?? sites.serviceUrl
}
