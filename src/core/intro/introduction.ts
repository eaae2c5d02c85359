/** A mentor introduces the mentee to a colleague; first the mentee is asked, then the colleague. */
export interface Introduction {
  readonly id: string
  readonly pairId: string
  readonly menteeId: string
  readonly colleagueId: string
  readonly state: IntroductionState
  /** Why, in the mentor's words: the mentee and the colleague read them. */
  readonly why: string
  /** When the one whose answer is awaited was asked. */
  readonly askedAt: Temporal.Instant
}

/** proposed: the mentee is asked; asked: the colleague is. */
export const introductionStates = ['proposed', 'asked', 'agreed', 'declined', 'expired', 'withdrawn'] as const
export type IntroductionState = (typeof introductionStates)[number]

/** Days after which whoever is asked is reminded, once, and after which it is over. */
const REMIND_AFTER = 3
const OVER_AFTER = 7

export function isAwaited({ state }: Pick<Introduction, 'state'>): boolean {
  return state === 'proposed' || state === 'asked'
}

/** When the reminder is due, and when it is over. */
export function courseOf(askedAt: Temporal.Instant): {
  readonly remindAt: Temporal.Instant
  readonly overAt: Temporal.Instant
} {
  return {
    remindAt: askedAt.add({ hours: REMIND_AFTER * 24 }),
    overAt: askedAt.add({ hours: OVER_AFTER * 24 }),
  }
}
