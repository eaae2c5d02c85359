export type Role = 'mentor' | 'mentee' | 'both'

/** Invited people have not given their word yet; nobody takes part without it unless the program is a condition of work. */
export type EnrollmentState = 'invited' | 'active' | 'paused' | 'left'

/** A person in a program. */
export interface Enrollment {
  readonly id: string
  readonly programId: string
  readonly personId: string
  readonly role: Role
  readonly state: EnrollmentState
  /** When the notice (what is kept, who reads it) was given. */
  readonly noticedAt?: Temporal.Instant
  /** When the person said *not now*. */
  readonly declinedAt?: Temporal.Instant
  readonly pausedUntil?: Temporal.PlainDate
  /** Silences in a row: openings that passed without an answer and without *later*. */
  readonly silences: number
  /** When, after three silences, the bot asked whether to go on; empty once answered. */
  readonly askedToGoOnAt?: Temporal.Instant
}
