import { type Availability, addDays, isWithin, nextFit } from '../time/slot.ts'
import type { Review } from './review.ts'

/** Of the closing talk the word that the pair is over reminds, too; the reminder comes a week after that. */
const REMINDED_AFTER_DAYS = { middle: 7, end: 14 } as const
const MISSED_AFTER_DAYS = 14
/** Whoever is on a break without an end, or cannot be reached, is looked at again so often. */
const LOOK_AGAIN_DAYS = 7

/** What to do with a review of which something is due. */
export type ReviewDecision =
  | { readonly do: 'invite' | 'remind'; readonly nextAt: Temporal.Instant }
  | { readonly do: 'wait'; readonly until: Temporal.Instant }
  | { readonly do: 'miss' }

/** One invitation and one reminder, then silence; both wait for an hour that suits the person, and for the end of a break. */
export function decideReview(facts: {
  readonly review: Pick<Review, 'messages' | 'moment'>
  readonly now: Temporal.Instant
  readonly availability: Availability
  readonly pairActive: boolean
  /** They have left: what is still to be said was said then. */
  readonly left: boolean
  /** They are on a break, or cannot be reached. */
  readonly quiet: boolean
}): ReviewDecision {
  const { review, now, availability, pairActive, left, quiet } = facts
  if (review.messages >= 2 || left || (review.moment === 'middle' && !pairActive)) return { do: 'miss' }
  if (quiet) return { do: 'wait', until: addDays(now, LOOK_AGAIN_DAYS, availability.zone) }
  const fit = nextFit({ instant: now, availability })
  if (!fit) return { do: 'miss' }
  if (!isWithin(availability, now)) return { do: 'wait', until: fit }
  const days = review.messages === 0 ? REMINDED_AFTER_DAYS[review.moment] : MISSED_AFTER_DAYS
  return { do: review.messages === 0 ? 'invite' : 'remind', nextAt: addDays(now, days, availability.zone) }
}
