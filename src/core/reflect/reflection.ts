import type { Moment } from './prompts.ts'

/** An entry of somebody's private journal: theirs alone, whatever it holds. */
export interface Reflection {
  readonly id: string
  readonly moment: Moment
  readonly at: Temporal.Instant
  /** The questions that were asked, and what was written to each. */
  readonly parts: readonly { readonly ask: string; readonly text: string }[]
}
