import { type Availability, addDays, nextFit } from '../time/slot.ts'

export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn'

/** Whose answer an offer waits for, or which was the last. The mentee is asked once the mentor has said yes. */
export type Asked = 'mentor' | 'mentee'

/** A published pair that waits for a yes. */
export interface Offer {
  readonly id: string
  readonly programId: string
  readonly mentorId: string
  readonly menteeId: string
  readonly state: OfferState
  readonly asked: Asked
  /** What speaks for the two, as matching words it; what is for coordinators alone is left out. */
  readonly reasons: readonly string[]
  readonly score: number
  readonly expiresAt: Temporal.Instant
}

/** When somebody is asked, reminded, and waited for no longer. */
export interface Course {
  readonly askAt: Temporal.Instant
  readonly remindAt: Temporal.Instant | undefined
  readonly expiresAt: Temporal.Instant
}

/** Where fewer days than this are given, a reminder would follow the question too closely. */
const fewestDaysToRemind = 2

/**
 * Asks at the next hour that suits the person, and gives them so many days from then, on their own clock. Where that
 * ends while they cannot be reached (a night, a weekend, leave), they have until they can. One reminder, half-way.
 */
export function courseOf(now: Temporal.Instant, days: number, availability: Availability): Course {
  const suits = (instant: Temporal.Instant) => nextFit({ instant, availability }) ?? instant
  const askAt = suits(now)
  const expiresAt = suits(addDays(askAt, days, availability.zone))
  const halfWay = askAt.add({ milliseconds: Math.floor(askAt.until(expiresAt).total('milliseconds') / 2) })
  const remindAt = suits(halfWay)
  const isOfUse = days >= fewestDaysToRemind && Temporal.Instant.compare(remindAt, expiresAt) < 0
  return { askAt, expiresAt, remindAt: isOfUse ? remindAt : undefined }
}

/** When a reminder that is due now suits the person; undefined where the offer is over before. */
export function reminderFits(
  now: Temporal.Instant,
  { expiresAt }: Pick<Offer, 'expiresAt'>,
  availability: Availability,
): Temporal.Instant | undefined {
  const at = nextFit({ instant: now, availability })
  return at && Temporal.Instant.compare(at, expiresAt) < 0 ? at : undefined
}

/** Whom the offer waits for. */
export function awaitedIn({
  asked,
  mentorId,
  menteeId,
}: Pick<Offer, 'asked' | 'mentorId' | 'menteeId'>): string {
  return asked === 'mentor' ? mentorId : menteeId
}

/** Which side of the offer a person is on; undefined for somebody else. */
export function sideIn(
  { mentorId, menteeId }: Pick<Offer, 'mentorId' | 'menteeId'>,
  personId: string,
): Asked | undefined {
  if (mentorId === personId) return 'mentor'
  return menteeId === personId ? 'mentee' : undefined
}
