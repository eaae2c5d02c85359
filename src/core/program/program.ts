import type { Cadence } from '../time/cadence.ts'
import type { DateRange } from '../time/date-range.ts'
import type { Weekday } from '../time/weekday.ts'
import type { MeetingRule } from './meeting-rules.ts'
import type { Orientation } from './orientation.ts'
import type { Resource } from './resource.ts'
import type { Script } from './script-question.ts'
import type { Joining, MatchPart, MatchRule, ProgramType } from './types.ts'

/** One mentoring scheme of an organization, with the defaults of its type filled in. Plain data. */
export interface Program {
  readonly slug: string
  readonly name: string
  readonly type: ProgramType
  /** First and last day. Without a last day it goes on until somebody ends it. */
  readonly startsOn: Temporal.PlainDate
  readonly endsOn?: Temporal.PlainDate
  /** IANA name. Digests go by it, and people who give no zone of their own. */
  readonly timeZone: string
  readonly join: Joining
  readonly cadence: Cadence
  /** E-mail addresses, lower case. */
  readonly coordinators: readonly string[]
  /** Without it no digest is posted. */
  readonly digest?: DigestPlace
  readonly match: MatchSettings
  readonly checkIn: CheckInSettings
  /** Days, both ends included, on which nobody is written to. */
  readonly blackouts: readonly DateRange[]
  readonly routes: Routes
  readonly evaluation: EvaluationSettings
  /** Meetings that every pair has to hold. */
  readonly meetings: readonly MeetingRule[]
  /** Time that a mentor is entitled to for this, in minutes a year. */
  readonly protectedMinutes?: number
  readonly briefing: BriefingSettings
  readonly orientation: Orientation
  readonly resources: readonly Resource[]
}

export interface DigestPlace {
  readonly platform: 'slack' | 'teams'
  /** A Slack channel id, or a Teams thread id. */
  readonly channel: string
  readonly weekday: Weekday
  /** `HH:MM` in the program's time zone. */
  readonly at: string
}

export interface MatchSettings {
  /**
   * What happens with an offer that is not taken up: a coordinator looks at it again, or the next best is asked unasked.
   * none: nobody is asked, pairs begin when they are published.
   */
  readonly offers: 'reviewed' | 'automatic' | 'none'
  readonly offerExpiresDays: number
  readonly menteeConsent: boolean
  readonly require: readonly MatchRule[]
  /** Those that the program sets itself; the type has the others. */
  readonly weights: { readonly [part in MatchPart]?: number | undefined }
}

export interface CheckInSettings {
  /** Days after the opening message, ascending, at most two. */
  readonly remindersDays: readonly number[]
  readonly script: Script
}

export interface BriefingSettings {
  /** Nobody is matched who has not confirmed the briefing. */
  readonly required: boolean
}

/** Whether people are asked in the middle and at the end, and what they rate beside the usual. */
export interface EvaluationSettings {
  readonly middle: boolean
  readonly end: boolean
  readonly ratings: readonly { readonly id: string; readonly ask: string }[]
}

/** The organization's own ways out of a hard place: text, phone or address. */
export interface Routes {
  readonly patientSafety?: string
  readonly wellbeing?: string
  readonly speakUp?: string
}
