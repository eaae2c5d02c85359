/** The draft of a program's pairs while its coordinators review it. People are named by their ids. */
export interface OpenDraft {
  readonly id: string
  readonly programId: string
  /** Grows with every change. */
  readonly version: number
  /** When the last run proposed. */
  readonly proposedAt: Temporal.Instant | undefined
  readonly proof: DraftProof | undefined
  /** In the order of the mentees' ids. */
  readonly rows: readonly OpenRow[]
}

/** What the last run found and proved. It speaks of that run, not of what was changed by hand since. */
export interface DraftProof {
  readonly total: number
  /** What no choice can exceed; equals the total. */
  readonly bound: number
  /** The value of a mentee without a mentor. */
  readonly unmatched: number
  /** By mentor id, those above 0: what one more place with them would be worth. */
  readonly prices: Readonly<Record<string, number>>
  /** Pairs that it found anew for people who had another in the draft before. */
  readonly moved: number
}

/** open: a run may change it; locked: it stays; set-aside: this mentee gets nobody this time. */
export type RowStanding = 'open' | 'locked' | 'set-aside'

/** What the draft has for one mentee. */
export interface OpenRow {
  readonly menteeId: string
  readonly mentorId: string | undefined
  /** Whom the last run proposed. */
  readonly proposedId: string | undefined
  readonly standing: RowStanding
  readonly score: number | undefined
  /** What carried the pair, or why there is none, in plain words. */
  readonly reasons: readonly string[]
  /** The draft's version at the row's last change. */
  readonly version: number
}

export type ChangeKind =
  | 'run'
  | 'lock'
  | 'unlock'
  | 'reject'
  | 'move'
  | 'swap'
  | 'set-aside'
  | 'publish'
  /** A mentee came (back) into the draft: an offer was not taken up, or somebody joined late. */
  | 'return'

/** What was done to a draft, for another who reviews it. */
export interface DraftChange {
  readonly version: number
  readonly at: Temporal.Instant
  /** A person's id, `command line`, or `rounds`. */
  readonly actor: string
  readonly kind: ChangeKind
  readonly menteeId: string | undefined
  readonly fromId: string | undefined
  readonly toId: string | undefined
}
