import type { MatchRule } from '../program/types.ts'
import { type Availability, addDays, nextFit } from '../time/slot.ts'

/** How things stand for somebody who waits, as far as they may know it. */
export type WaitingState =
  /** Somebody said yes to them, and the answer is theirs now. */
  | { readonly kind: 'answer' }
  /** Coordinators look at a proposal for them, or a mentor does: said alike, so that nobody can tell a mentor's no. */
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'open' }
  /** Nobody is looked for until they have said what they want to get out of it. */
  | { readonly kind: 'needs-aims' }
  | { readonly kind: 'full' }
  | { readonly kind: 'nobody'; readonly rule: MatchRule | undefined }
  /** The program matches nobody who has not confirmed its briefing, and they have not. */
  | { readonly kind: 'briefing' }
  /** A peer program makes its pairs anew for each round. */
  | { readonly kind: 'next-round' }

const DAYS_BETWEEN_WORDS = 7
/** How much earlier a word may come so that a weekend does not make it late. */
const MOST_DAYS_EARLY = 3

/**
 * When somebody who last heard then is to be told how things stand: a week later, or shortly before where that is no
 * hour that suits; after leave, where the whole of that time does not suit. On the hour, so that the words of a program
 * are read up together. Undefined if the person cannot be reached for over a year.
 */
export function nextWord(
  heardAt: Temporal.Instant,
  availability: Availability,
): Temporal.Instant | undefined {
  const latest = onTheHour(addDays(heardAt, DAYS_BETWEEN_WORDS, availability.zone))
  for (let early = 0; early <= MOST_DAYS_EARLY; early += 1) {
    const instant = addDays(latest, -early, availability.zone)
    const fit = nextFit({ instant, availability })
    if (fit && Temporal.Instant.compare(fit, latest) <= 0) return fit
  }
  return nextFit({ instant: latest, availability })
}

function onTheHour(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'hour', roundingMode: 'floor' })
}
