import type { Account } from '../core/people/account.ts'
import type { HandedOut } from '../ports/handed-out.ts'
import type { Addresses } from '../ports/intent-handler.ts'
import { type Messenger, PlatformFault } from '../ports/messenger.ts'
import { type Draw, withPictures } from '../ports/pictures.ts'
import type { Connector, Where } from './connector.ts'
import { fromAddress } from './conversation.ts'
import { offer, offering } from './file-offers.ts'
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

interface MessengerParts extends Sites {
  readonly draw: Draw
  readonly files: HandedOut
}

/** Sends and changes messages in Teams. */
export function createMessenger({ draw, files, ...sites }: MessengerParts): Messenger {
  const { connector } = sites
  // A conversation is served where its last message was taken; a receipt does not say where.
  const servedAt = new Map<string, string>()
  const remember = ({ conversation, serviceUrl }: Where) => {
    if (serviceUrl !== sites.serviceUrl) servedAt.set(conversation, serviceUrl)
  }

  return {
    platform: 'teams',
    send: async (to, given) => {
      if ('users' in to) throw new PlatformFault('forbidden', { code: 'no-group-chats' })
      const drawn = await withPictures(given, draw)
      if ('channel' in to) {
        const { message } = await offering(drawn, { files, account: undefined, serviceUrl: sites.serviceUrl })
        const activity = messageActivity(message)
        const serviceUrl = await serviceUrlOf(sites, { workspace: to.workspace, user: to.channel })
        const wanted = { serviceUrl, tenant: to.workspace, channel: to.channel }
        const sent = await connector.postInChannel(wanted, activity)
        remember({ serviceUrl, conversation: sent.conversation })
        return { channel: sent.conversation, message: sent.message }
      }
      const account = { platform: 'teams' as const, ...to }
      const where = await personalChat(sites, { account, serviceUrl: sites.serviceUrl })
      const { message, offered } = await offering(drawn, { files, account, serviceUrl: where.serviceUrl })
      const id = await connector.post(where, messageActivity(message))
      remember(where)
      await offer(connector, where, offered)
      return { channel: where.conversation, message: id }
    },
    update: async (_workspace, receipt, message) => {
      const serviceUrl = servedAt.get(receipt.channel) ?? sites.serviceUrl
      const where = { serviceUrl, conversation: receipt.channel }
      await connector.update(where, receipt.message, messageActivity(await withPictures(message, draw)))
    },
    find: () => Promise.resolve('unknowable'),
  }
}

/** Channels are kept like people, under the channel's id. */
async function serviceUrlOf(sites: Sites, at: Omit<Account, 'platform'>): Promise<string> {
  const kept = fromAddress(await sites.addresses.load({ platform: 'teams', ...at }))
  return kept?.serviceUrl ?? sites.serviceUrl
}
