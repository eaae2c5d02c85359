/**
 * waiting: scheduled; open: asked, not finished; answered, skipped: finished by the person; missed: closed without
 * them; cancelled: its pair or program ended before it opened.
 */
export type CheckInState = 'waiting' | 'open' | 'answered' | 'skipped' | 'missed' | 'cancelled'

/** How far a pair has come (PRODUCT, *Stages*). */
export type Stage = 'getting-started' | 'setting-goals' | 'working' | 'closing'

/** One scheduled, short conversation of the bot with one person about one pair. */
export interface CheckIn {
  readonly id: string
  readonly programId: string
  readonly pairId: string
  readonly personId: string
  readonly side: 'mentor' | 'mentee'
  /** The day of the program's cadence; the other side's check-in of the same day is its twin. */
  readonly dueOn: Temporal.PlainDate
  readonly state: CheckInState
  /** waiting: when it opens. open: when it is missed. Empty: it waits for the person's word, or is over. */
  readonly nextAt?: Temporal.Instant
  readonly openedAt?: Temporal.Instant
  readonly nudgeId?: string
  /** The stage of the pair when it opened, whose questions it asks to its end; missing until then. */
  readonly stage?: Stage
}
