import { z } from 'zod'

// Teams sends null for much that it does not know.
const text = z.string().nullish()
const Party = z.object({ id: text, aadObjectId: text, objectId: text }).nullish()

/** The part of an activity that Rounds reads. Whatever else there is stays unread. */
export const Activity = z.object({
  type: z.string().min(1),
  id: text,
  replyToId: text,
  name: text,
  action: text,
  channelId: text,
  serviceUrl: z.url(),
  timestamp: text,
  locale: text,
  text,
  from: Party,
  recipient: Party,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: text,
    isGroup: z.boolean().nullish(),
    tenantId: text,
  }),
  channelData: z
    .object({
      tenant: z.object({ id: text }).nullish(),
      team: z.object({ id: text }).nullish(),
      channel: z.object({ id: text }).nullish(),
      eventType: text,
    })
    .nullish(),
  entities: z.array(z.object({ type: text, text, mentioned: z.object({ id: text }).nullish() })).nullish(),
  attachments: z
    .array(z.object({ contentType: text, name: text, content: z.unknown().optional() }))
    .nullish(),
  membersAdded: z.array(z.object({ id: text })).nullish(),
  membersRemoved: z.array(z.object({ id: text })).nullish(),
  value: z.unknown().optional(),
})
export type Activity = z.infer<typeof Activity>

/** The tenant that the activity names. Its token does not: it has to be compared with the one configured. */
export function tenantOf(activity: Activity): string | undefined {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? undefined
}

/** Whether others read along: a channel or a group chat. */
export function isShared(activity: Activity): boolean {
  const kind = activity.conversation.conversationType
  return kind ? kind !== 'personal' : activity.conversation.isGroup === true
}

/**
 * Whether it comes from the message extension, which runs in whatever chat the person was writing in, also in
 * one with somebody else: what it shows is theirs alone, and nothing may be posted there.
 */
export function isExtension(activity: Activity): boolean {
  return activity.name?.startsWith('composeExtension/') ?? false
}

/** The channel, or the group chat, in which it happened. */
export function channelOf(activity: Activity): string {
  return (
    activity.channelData?.channel?.id ?? activity.conversation.id.split(';')[0] ?? activity.conversation.id
  )
}
