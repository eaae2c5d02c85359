import { z } from 'zod'

/** What Rounds reads of Slack's payloads; everything else in them is left alone. */

const id = z.string().min(1).max(255)
const user = z.object({ id, team_id: id.nullish() })
const team = z.object({ id }).nullish()

export const CommandPayload = z.object({
  command: id,
  text: z.string().default(''),
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: id,
})

const ViewPayload = z.object({
  id,
  hash: z.string().default(''),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
})

export const PressPayload = z.object({
  user,
  team,
  trigger_id: id.optional(),
  container: z.object({ type: z.string(), is_ephemeral: z.boolean().optional() }).optional(),
  channel: z.object({ id }).optional(),
  view: ViewPayload.optional(),
  actions: z.tuple([z.object({ action_id: id, value: z.string().optional(), action_ts: id })], z.unknown()),
})
export type PressPayload = z.infer<typeof PressPayload>

const option = z.object({ value: z.string() })

/** The value of one input, whatever its kind. */
const Entry = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
})
export type Entry = z.infer<typeof Entry>

export const SubmitPayload = z.object({
  user,
  team,
  view: ViewPayload.extend({
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })).default([]),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Entry)) }),
  }),
})
export type SubmitPayload = z.infer<typeof SubmitPayload>

const Envelope = z.object({ event_id: id, team_id: id })

const Said = z.object({
  user: id,
  text: z.string().default(''),
  ts: id,
  bot_id: id.nullish(),
  user_team: id.nullish(),
  team: id.nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
})
export type Said = z.infer<typeof Said>

/** What a file lacks where Slack does not give it out stays undefined. */
const SharedFile = z.object({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
})
export type SharedFile = z.infer<typeof SharedFile>

const inChat = { channel: id, channel_type: z.literal('im') }

/** A person's message in the chat with the bot: written, with a file, edited or deleted. */
export const MessageEvent = Envelope.extend({
  event: z.union([
    z.object({
      ...inChat,
      subtype: z.literal('message_changed'),
      message: Said,
      previous_message: Said.partial(),
    }),
    z.object({ ...inChat, subtype: z.literal('message_deleted'), previous_message: Said }),
    Said.extend({
      ...inChat,
      subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
      files: z.array(SharedFile).nullish(),
    }),
  ]),
})
export type MessageEvent = z.infer<typeof MessageEvent>

export const HomeOpened = Envelope.extend({
  event: z.object({ user: id, channel: id.optional(), tab: z.enum(['home', 'messages']) }),
})

export const TokensRevoked = Envelope.extend({
  event: z.object({ tokens: z.object({ bot: z.array(id).nullish() }).nullish() }),
})

export const WorkspaceEvent = Envelope

export const MembersEvent = Envelope.extend({ event: z.object({ channel: id }) })

export const UserChange = Envelope.extend({
  event: z.object({ user: z.object({ id, deleted: z.boolean().optional() }) }),
})
