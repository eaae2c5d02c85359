/** Who will read a free-text answer. */
export const readers = ['only-me', 'pair', 'coordinator', 'pair-and-coordinator'] as const
export type Reader = (typeof readers)[number]

/**
 * met: whether, when and how long the two met; rating: 1 to 5, read by its author alone; text: free words;
 * goals: where each open goal stands; next-step: what and by when; choice: one of the given options;
 * coordinator: whether the coordinator should get in touch (no, yes, urgent), with room for words.
 */
export const questionKinds = ['met', 'rating', 'text', 'goals', 'next-step', 'choice', 'coordinator'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One question of a check-in script, as data. */
export interface ScriptQuestion {
  /** Stable within the script: answers are kept under it. */
  readonly id: string
  readonly kind: QuestionKind
  readonly ask: { readonly mentor: string; readonly mentee: string }
  /** The reader set at first, for kinds whose reader can be chosen: text, goals, next-step, choice. */
  readonly reader?: Reader
  readonly required: boolean
  /** Of a choice, in the order shown. */
  readonly options?: readonly string[]
}

/** The product's own script, or the program's. */
export type Script = 'default' | readonly ScriptQuestion[]
