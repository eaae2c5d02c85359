import { z } from 'zod'
import type { Account } from '../core/people/account.ts'
import type { Addresses } from '../ports/intent-handler.ts'

/** Where the bot can write first: kept from every turn (DESIGN, conversation references). */
export interface StoredConversation {
  readonly serviceUrl: string
  readonly conversation: string
  readonly tenant: string
  /** The team of a channel: needed to ask for the channel's type. */
  readonly team?: string | undefined
}

const StoredConversation = z.object({
  serviceUrl: z.url(),
  conversation: z.string().min(1),
  tenant: z.string().min(1),
  team: z.string().min(1).optional(),
})

/** The address as `Addresses` keeps it. It holds no activity id, which would make later messages replies. */
export function toAddress({ serviceUrl, conversation, tenant, team }: StoredConversation): string {
  return JSON.stringify({ serviceUrl, conversation, tenant, team })
}

/** Undefined where what was kept cannot be read any more: then the conversation is made anew. */
export function fromAddress(address: string | undefined): StoredConversation | undefined {
  if (address === undefined) return undefined
  try {
    return StoredConversation.safeParse(JSON.parse(address)).data
  } catch {
    return undefined
  }
}

const mostRemembered = 10_000

/**
 * Addresses that also remember, for as long as the process lives, what the store does not take: of people it
 * does not know yet, and of channels (under the channel's id), which tell the team they belong to.
 */
export function withMemory(addresses: Addresses): Addresses {
  const remembered = new Map<string, string>()
  const keyOf = ({ workspace, user }: Account) => `${workspace}/${user}`
  return {
    save: async (account, address) => {
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(keyOf(account), address)
      await addresses.save(account, address)
    },
    load: async (account) => (await addresses.load(account)) ?? remembered.get(keyOf(account)),
  }
}
