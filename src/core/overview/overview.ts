import type { Block } from '../message/message.ts'
import type { Card } from './arrange.ts'

/** What the overview shows, in its own words: the features it speaks of are mapped to it. */
export interface Overview {
  readonly firstName: string
  /** BCP 47. */
  readonly locale: string
  /** IANA name. */
  readonly zone: string
  readonly now: Temporal.Instant
  /** When the person can be written to: `Mon-Fri, 09:00 to 19:00`. */
  readonly hours: string
  /** Questions that wait for their answer, as their features ask them. */
  readonly questions: readonly (readonly Block[])[]
  readonly programs: readonly ShownProgram[]
  readonly pairs: readonly ShownPair[]
  /** What they are asked to do before or beside the mentoring, as its features ask it, each with its button. */
  readonly tasks: readonly (readonly Block[])[]
  /** How other things stand: meetings, an orientation list, skills. */
  readonly standing: readonly Card[]
  /** The pair whose first meeting is still to come; undefined where there is none. */
  readonly firstMeeting: string | undefined
  readonly goals: readonly ShownGoal[]
  /** Their own actions that are due in these days, a line each. */
  readonly actions: readonly string[]
  /** Names of the programs that the person coordinates. */
  readonly coordinates: readonly string[]
  /** Whether there is a program that they could join by themselves. */
  readonly mayJoin: boolean
}

/** A program that the person is in, or invited to. */
export interface ShownProgram {
  readonly name: string
  readonly enrollmentId: string
  readonly state: 'invited' | 'active' | 'paused'
  /** Taking part is a condition of work. */
  readonly required: boolean
  readonly pausedUntil?: Temporal.PlainDate
  /** Whether the person has somebody in it yet. */
  readonly paired: boolean
}

export interface ShownPair {
  /** The other's name. */
  readonly other: string
  readonly program: string
  readonly side: 'mentor' | 'mentee' | 'peer'
  readonly stage: 'getting-started' | 'setting-goals' | 'working' | 'closing'
  readonly checkIn?: ShownCheckIn
  /** Their own look back at it, while that is open. */
  readonly reviewId?: string
}

export type ShownCheckIn =
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'next'; readonly at: Temporal.Instant; readonly dueOn: Temporal.PlainDate }
  | { readonly kind: 'paused' }

/** A goal as one line. */
export interface ShownGoal {
  readonly label: string
  /** 0 to 100. */
  readonly percent: number
  readonly words: string
}

/** Why a check-in comes when it does (PRODUCT, *When*). */
export type WhyThen = 'at-any-moment' | 'on-its-day' | 'moved-on'

export function whyThen(
  next: { readonly at: Temporal.Instant; readonly dueOn: Temporal.PlainDate },
  here: Pick<Overview, 'zone' | 'now'>,
): WhyThen {
  if (Temporal.Instant.compare(next.at, here.now) <= 0) return 'at-any-moment'
  const day = next.at.toZonedDateTimeISO(here.zone).toPlainDate()
  return day.equals(next.dueOn) ? 'on-its-day' : 'moved-on'
}
