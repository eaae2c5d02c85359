import { z } from 'zod'
import type { Reader } from '../program/script-question.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What was answered, as it is kept (sealed). */
export const answerValue = z.discriminatedUnion('kind', [
  /** Passed over, so that it is not asked again. */
  z.object({ kind: z.literal('passed') }),
  z.object({
    kind: z.literal('met'),
    met: z.boolean(),
    heldOn: isoDate.optional(),
    minutes: z.int().optional(),
  }),
  z.object({ kind: z.literal('rating'), rating: z.int().min(1).max(5) }),
  /** `by`: until when the next step is to be done. */
  z.object({ kind: z.literal('words'), text: z.string(), by: isoDate.optional() }),
  z.object({ kind: z.literal('goal'), value: z.number(), note: z.string().optional() }),
  z.object({ kind: z.literal('choice'), option: z.string() }),
  z.object({
    kind: z.literal('coordinator'),
    wish: z.enum(['no', 'yes', 'urgent']),
    words: z.string().optional(),
  }),
])
export type AnswerValue = z.infer<typeof answerValue>

export interface Answer {
  /** The question's id. */
  readonly question: string
  readonly value: AnswerValue
  readonly reader: Reader
  readonly via: 'chat' | 'form'
  /** The chat message that holds it, or the part of it that was asked last. */
  readonly message?: string
}
