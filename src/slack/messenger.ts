import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Message } from '../core/message/message.ts'
import type { HandedOut } from '../ports/handed-out.ts'
import { type Messenger, PlatformFault, type Receipt, type Recipient } from '../ports/messenger.ts'
import { type Draw, withPictures } from '../ports/pictures.ts'
import { toFault } from './faults.ts'
import { withFiles } from './hand-over.ts'
import type { People } from './people.ts'
import { renderMessage } from './render/message.ts'

/** What marks a message as an outbox entry's. Every app and member can read it, so it holds nothing but the id. */
const ENTRY = 'rounds_entry'

/** How far Slack's clock and ours may differ when a message is looked for. */
const CLOCK_TOLERANCE = Temporal.Duration.from({ minutes: 2 })

const PAGE = 200

/** What makes a post show only what we put in: no link previews, no names found in the text. */
const LITERAL = { mrkdwn: false, link_names: false, unfurl_links: false, unfurl_media: false } as const

interface MessengerParts {
  readonly client: WebClient
  readonly people: People
  readonly draw: Draw
  readonly files: HandedOut
}

export function createMessenger({ client, people, draw, files }: MessengerParts): Messenger {
  const chats = new Map<string, string>()

  async function channelOf(to: Recipient): Promise<string> {
    if ('channel' in to) return to.channel
    const users = peopleOf(to).toSorted().join(',')
    const known = chats.get(users)
    if (known !== undefined) return known
    const { channel } = await client.conversations.open({ users })
    if (channel?.id === undefined) throw new PlatformFault('unreachable', { code: 'no_channel' })
    chats.set(users, channel.id)
    return channel.id
  }

  async function refuseTheGone(to: Recipient): Promise<void> {
    for (const user of peopleOf(to)) {
      const person = await people.find(user)
      if (person === undefined) throw new PlatformFault('gone', { code: 'user_not_found' })
      if (person.deleted) throw new PlatformFault('gone', { code: 'user_deactivated' })
    }
  }

  /** What is uploaded before a message is posted is seen by nobody until then, so that it may be done again. */
  async function complete(message: Message, to: Recipient): Promise<Message> {
    return await withFiles(await withPictures(message, draw), to, { client, files })
  }

  async function post(channel: string, message: Message, entry: string) {
    const metadata = { event_type: ENTRY, event_payload: { entry } }
    const said = { channel, ...renderMessage(message), metadata, ...literalIn(message) }
    try {
      return await client.chat.postMessage(said)
    } catch (error) {
      if (!isRefusedPicture(error, message)) throw error
      return await client.chat.postMessage({ ...said, ...renderMessage(withoutPictures(message)) })
    }
  }

  return {
    platform: 'slack',

    async send(to, message, entry) {
      const { channel, whole } = await guarded(async () => {
        await refuseTheGone(to)
        return { channel: await channelOf(to), whole: await complete(message, to) }
      })
      try {
        const posted = await post(channel, whole, entry)
        return { channel: posted.channel ?? channel, message: posted.ts ?? '' }
      } catch (error) {
        throw toFault(error, { asked: false })
      }
    },

    async update(_workspace, receipt, message) {
      await guarded(async () => {
        const content = renderMessage(await withPictures(message, draw))
        await client.chat.update({ channel: receipt.channel, ts: receipt.message, ...content })
      })
    },

    async find(to, entry, since) {
      return await guarded(async () => search(client, { channel: await channelOf(to), entry, since }))
    },
  }
}

function peopleOf(to: Recipient): readonly string[] {
  if ('user' in to) return [to.user]
  return 'users' in to ? to.users : []
}

/** A file is shared by the link to it, which Slack has to open for that. */
function literalIn({ blocks }: Message) {
  const shares = blocks.some((block) => block.kind === 'file' && block.link !== undefined)
  return shares ? { ...LITERAL, unfurl_media: true } : LITERAL
}

/** Slack sometimes does not find a picture yet that it has: nothing was posted then. */
function isRefusedPicture(error: unknown, { blocks }: Message): boolean {
  const drawn = blocks.some((block) => block.kind === 'chart' && block.picture !== undefined)
  return drawn && error instanceof WebAPIPlatformError && error.data.error === 'invalid_blocks'
}

function withoutPictures(message: Message): Message {
  const blocks = message.blocks.map((block) => {
    if (block.kind !== 'chart') return block
    const { picture: _, ...words } = block
    return words
  })
  return { ...message, blocks }
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
