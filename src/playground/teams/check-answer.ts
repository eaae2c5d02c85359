import { z } from 'zod'
import { wrongInAttachment } from './check-activity.ts'
import { wrongInCard } from './check-card.ts'
import { at } from './json.ts'

const size = z.union([z.number().positive(), z.enum(['small', 'medium', 'large'])]).optional()

const dialog = z
  .looseObject({
    title: z.string().optional(),
    width: size,
    height: size,
    url: z.url().optional(),
    card: z.looseObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive') }).optional(),
  })
  .refine(({ url, card }) => (url === undefined) !== (card === undefined), {
    error: 'a dialog shows a card or a page, one of them',
  })

const task = z.union([
  z.looseObject({ type: z.literal('message'), value: z.string().min(1) }),
  z.looseObject({ type: z.literal('continue'), value: dialog }),
])

const press = z.union([
  z.looseObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.looseObject({}),
  }),
  z.looseObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string().min(1),
  }),
  z.looseObject({
    statusCode: z.number().min(400),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.looseObject({ code: z.string(), message: z.string() }),
  }),
])

/** What is wrong with the bot's answer to an invoke of this name; empty where a client can show it. */
export function wrongInAnswer(name: string, body: unknown): readonly string[] {
  if (name === 'adaptiveCard/action') {
    if (!press.safeParse(body).success) return ['that is no answer to a pressed button']
    return typeof at(body, 'value') === 'object' && at(body, 'statusCode') === 200
      ? wrongInCard(at(body, 'value'), 'message')
      : []
  }
  const empty = body === undefined || body === '' || Object.keys(Object(body)).length === 0
  // A submission may be answered with nothing: the dialog closes. What becomes of a file is told by messages.
  if (empty) return /ubmit|^fileConsent/.test(name) ? [] : ['nothing was answered, so no dialog can open']
  const parsed = task.safeParse(at(body, 'task'))
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return parsed.data.type === 'continue' ? wrongInAttachment(parsed.data.value.card, 'dialog') : []
}
