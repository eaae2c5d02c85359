import { z } from 'zod'

/** The middle and the end of a pair; at the end the review is the closing talk. */
export type ReviewMoment = 'middle' | 'end'

/** missed: nothing came of it. What is written later is taken all the same. */
export type ReviewState = 'open' | 'answered' | 'missed'

const rating = z.int().min(1).max(5)

/** What one person wrote and rated: theirs alone. */
export const reviewContent = z.object({
  /** The first half of the closing talk is done, whatever was written in it. */
  lookedBack: z.boolean().optional(),
  reached: z.string().optional(),
  next: z.string().optional(),
  /** By the id of what is rated. */
  ratings: z.record(z.string(), rating).optional(),
  helped: z.string().optional(),
  better: z.string().optional(),
})
export type ReviewContent = z.infer<typeof reviewContent>

/** One person's review of their mentoring and of the program. */
export interface Review {
  readonly id: string
  readonly programId: string
  readonly pairId: string
  readonly personId: string
  readonly side: 'mentor' | 'mentee'
  readonly moment: ReviewMoment
  readonly state: ReviewState
  readonly content: ReviewContent
  /** The invitation, then one reminder. */
  readonly messages: number
  readonly nextAt?: Temporal.Instant
}

/** Something that is rated from 1 to 5. */
export interface RatingQuestion {
  readonly id: string
  readonly ask: string
}

/** What everybody is asked to rate, before what the program adds. */
export function ratingsFor(moment: ReviewMoment, own: readonly RatingQuestion[]): readonly RatingQuestion[] {
  const usual =
    moment === 'middle'
      ? [
          { id: 'mentoring', ask: 'How well is the mentoring going for you?' },
          { id: 'program', ask: 'How well does the program support you?' },
          { id: 'time', ask: 'How well do you find time for it?' },
        ]
      : [
          { id: 'mentoring', ask: 'How well did the mentoring go for you?' },
          { id: 'program', ask: 'How well did the program support you?' },
          { id: 'time', ask: 'How well did you find time for it?' },
        ]
  return [...usual, ...own]
}

/** From this rating of the mentoring on it was a good time. */
const GOOD = 4
const GOOD_MONTHS = 10

/** Whether somebody who was a mentee may like to be asked to become a mentor (PRODUCT, *Close*). */
export function wasGoodTime(facts: {
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate
  /** The program's own stretch, where it has an end. */
  readonly program: { readonly startsOn: Temporal.PlainDate; readonly endsOn?: Temporal.PlainDate }
  readonly content: ReviewContent
}): boolean {
  const { startedOn, endedOn, program, content } = facts
  if ((content.ratings?.['mentoring'] ?? 0) < GOOD) return false
  const longEnough = Temporal.PlainDate.compare(startedOn.add({ months: GOOD_MONTHS }), endedOn) <= 0
  const { startsOn, endsOn } = program
  const whole =
    endsOn !== undefined &&
    Temporal.PlainDate.compare(startedOn, startsOn.add({ days: LATE_DAYS })) <= 0 &&
    Temporal.PlainDate.compare(endedOn, endsOn) >= 0
  return longEnough || whole
}

/** Whoever was paired so soon after the start was there for the whole of it. */
const LATE_DAYS = 28
