import { z } from 'zod'
import { measures } from './goal.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** The steps of the wizard: what it is and how one will know; then how, why and by when. */
export const steps = ['what', 'way'] as const
export type Step = (typeof steps)[number]

/** A goal in the making, as it is kept until its owner comes back to it. */
export const unfinishedGoal = z.object({
  /** Tells one goal in the making from the next: a form of an older one is not taken for this. */
  id: z.string(),
  pairId: z.string(),
  title: z.string(),
  measure: z.enum(measures),
  baseline: z.number().exactOptional(),
  target: z.number().exactOptional(),
  unit: z.string().exactOptional(),
  attainable: z.string().exactOptional(),
  relevant: z.string().exactOptional(),
  dueOn: isoDate.exactOptional(),
  milestones: z.array(z.object({ title: z.string().exactOptional(), dueOn: isoDate.exactOptional() })),
  /** Where a question was asked back already: there is at most one a step. */
  asked: z.array(z.enum(steps)),
})
export type UnfinishedGoal = z.infer<typeof unfinishedGoal>

/** All that its owner wrote, for giving it back. */
export function wordsOf({ title, unit, attainable, relevant, milestones }: UnfinishedGoal): string[] {
  const words = [title, unit, attainable, relevant, ...milestones.map((milestone) => milestone.title)]
  return words.filter((one) => one !== undefined)
}
