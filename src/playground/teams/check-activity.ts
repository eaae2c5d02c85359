import { z } from 'zod'
import { wrongInCard } from './check-card.ts'
import { at } from './json.ts'
import type { Activity } from './tenant.ts'

/**
 * What Teams takes in one message ("Format your bot messages"): about 100 KB as UTF-16, in which each character of
 * most alphabets counts two bytes. Pictures that stand in the message itself do not count.
 */
const mostBytes = 100 * 1024
const pictures = /data:image\/[a-z+.-]+;base64,[a-z0-9+/=]*/gi

const contentTypes = [
  'application/vnd.microsoft.card.adaptive',
  'application/vnd.microsoft.card.hero',
  'application/vnd.microsoft.card.thumbnail',
  'application/vnd.microsoft.card.signin',
  'application/vnd.microsoft.teams.card.list',
  'application/vnd.microsoft.teams.card.o365connector',
  'application/vnd.microsoft.teams.card.file.consent',
  'application/vnd.microsoft.teams.card.file.info',
]

const attachment = z.looseObject({
  contentType: z.string().refine((type) => contentTypes.includes(type) || type.startsWith('image/'), {
    error: 'is no kind of attachment that Teams knows',
  }),
})

const message = z
  .looseObject({
    type: z.literal('message'),
    text: z.string().nullish(),
    textFormat: z.enum(['plain', 'markdown', 'xml']).nullish(),
    summary: z.string().nullish(),
    attachments: z.array(attachment).max(10).nullish(),
    attachmentLayout: z.enum(['list', 'carousel', 'grid']).nullish(),
    entities: z.array(z.looseObject({ type: z.string() })).nullish(),
    channelData: z.looseObject({}).nullish(),
  })
  .refine(({ text, attachments }) => Boolean(text) || Boolean(attachments?.length), {
    error: 'a message says nothing and has no attachment',
  })

/** Whether Teams finds it too large. */
export function isTooLarge(activity: Activity): boolean {
  return JSON.stringify(activity).replaceAll(pictures, '').length * 2 > mostBytes
}

/** What Teams would not take in an activity that a bot sends; empty where all is well. */
export function wrongInActivity(activity: Activity): readonly string[] {
  if (at(activity, 'type') === 'typing') return []
  const parsed = message.safeParse(activity)
  if (!parsed.success) return parsed.error.issues.map(({ path, message: why }) => `${path.join('.')}: ${why}`)
  return (parsed.data.attachments ?? []).flatMap((one) => wrongInAttachment(one, 'message'))
}

const consent = z.looseObject({
  name: z.string().min(1),
  content: z.looseObject({
    description: z.string().optional(),
    sizeInBytes: z.number().int().positive(),
    acceptContext: z.looseObject({}),
    declineContext: z.looseObject({}),
  }),
})

const info = z.looseObject({
  name: z.string().min(1),
  contentUrl: z.url(),
  content: z.looseObject({ uniqueId: z.string().min(1), fileType: z.string() }),
})

/** What is wrong with an attachment, as far as it is of a kind that a bot of ours sends. */
export function wrongInAttachment(one: unknown, stage: 'message' | 'dialog'): readonly string[] {
  switch (at(one, 'contentType')) {
    case 'application/vnd.microsoft.card.adaptive':
      return wrongInCard(at(one, 'content'), stage)
    case 'application/vnd.microsoft.teams.card.file.consent':
      return wrongIn(consent.safeParse(one))
    case 'application/vnd.microsoft.teams.card.file.info':
      return wrongIn(info.safeParse(one))
    default:
      return []
  }
}

function wrongIn({ error }: z.ZodSafeParseResult<unknown>): string[] {
  return (error?.issues ?? []).map(({ path, message: why }) => `${path.join('.')}: ${why}`)
}
