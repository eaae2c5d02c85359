import type { WebClient } from '@slack/web-api'
import { type Messenger, PlatformFault, type Receipt, type Recipient } from '../ports/messenger.ts'
import { toFault } from './faults.ts'
import type { People } from './people.ts'
import { renderMessage } from './render/message.ts'

/** What marks a message as an outbox entry's. Every app and member can read it, so it holds nothing but the id. */
const ENTRY = 'rounds_entry'

/** How far Slack's clock and ours may differ when a message is looked for. */
const CLOCK_TOLERANCE = Temporal.Duration.from({ minutes: 2 })

const PAGE = 200

/** What makes a post show only what we put in: no link previews, no names found in the text. */
const LITERAL = { mrkdwn: false, link_names: false, unfurl_links: false, unfurl_media: false } as const

export function createMessenger({ client, people }: { client: WebClient; people: People }): Messenger {
  const chats = new Map<string, string>()

  async function channelOf(to: Recipient): Promise<string> {
    if ('channel' in to) return to.channel
    const known = chats.get(to.user)
    if (known !== undefined) return known
    const { channel } = await client.conversations.open({ users: to.user })
    if (channel?.id === undefined) throw new PlatformFault('unreachable', { code: 'no_channel' })
    chats.set(to.user, channel.id)
    return channel.id
  }

  async function refuseTheGone(to: Recipient): Promise<void> {
    if (!('user' in to)) return
    const person = await people.find(to.user)
    if (person === undefined) throw new PlatformFault('gone', { code: 'user_not_found' })
    if (person.deleted) throw new PlatformFault('gone', { code: 'user_deactivated' })
  }

  return {
    platform: 'slack',

    async send(to, message, entry) {
      const channel = await guarded(async () => {
        await refuseTheGone(to)
        return await channelOf(to)
      })
      const metadata = { event_type: ENTRY, event_payload: { entry } }
      try {
        const posted = await client.chat.postMessage({
          channel,
          ...renderMessage(message),
          metadata,
          ...LITERAL,
        })
        return { channel: posted.channel ?? channel, message: posted.ts ?? '' }
      } catch (error) {
        throw toFault(error, { asked: false })
      }
    },

    async update(_workspace, receipt, message) {
      await guarded(() =>
        client.chat.update({ channel: receipt.channel, ts: receipt.message, ...renderMessage(message) }),
      )
    },

    async find(to, entry, since) {
      return await guarded(async () => search(client, { channel: await channelOf(to), entry, since }))
    },
  }
}

/** For calls that may be made twice without harm. */
async function guarded<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    throw toFault(error, { asked: true })
  }
}

async function search(
  client: WebClient,
  { channel, entry, since }: { channel: string; entry: string; since: Temporal.Instant },
): Promise<Receipt | 'absent'> {
  const oldest = (since.subtract(CLOCK_TOLERANCE).epochMilliseconds / 1000).toFixed(6)
  const asked = { channel, oldest, inclusive: true, limit: PAGE, include_all_metadata: true }
  let cursor: string | undefined
  do {
    const page = await client.conversations.history({ ...asked, ...(cursor === undefined ? {} : { cursor }) })
    const found = page.messages?.find((message) => isEntry(message.metadata, entry))
    if (found?.ts !== undefined) return { channel, message: found.ts }
    cursor = page.response_metadata?.next_cursor || undefined
  } while (cursor !== undefined)
  return 'absent'
}

function isEntry(
  metadata: { readonly event_type?: string; readonly event_payload?: object } | undefined,
  entry: string,
): boolean {
  return metadata?.event_type === ENTRY && Reflect.get(metadata.event_payload ?? {}, 'entry') === entry
}
