export type Side = 'mentor' | 'mentee'

/** One mentor and one mentee in one program. */
export interface Pair {
  readonly id: string
  readonly programId: string
  readonly mentorId: string
  readonly menteeId: string
  readonly state: 'active' | 'closed'
  readonly startedOn: Temporal.PlainDate
  readonly snoozedUntil?: Temporal.PlainDate
  /** Its own last day, where it is not the program's. */
  readonly endsOn?: Temporal.PlainDate
  readonly closedAt?: Temporal.Instant
  readonly endedBy?: EndedBy
}

/**
 * Why a pair is over. date: its last day came; agreement: both wished it; asked: one of the two ended it; left: one left
 * the program or the organization; rematch: so that both can be matched anew; coordinator: a coordinator ended it;
 * round: the next round of a peer program began; deactivated: one has no account any more; forgotten: one had everything
 * about themselves deleted.
 */
export const endings = [
  'date',
  'agreement',
  'asked',
  'left',
  'rematch',
  'coordinator',
  'round',
  'deactivated',
  'forgotten',
] as const
export type EndedBy = (typeof endings)[number]

/** The last day of a pair: its own, or the program's; undefined where neither has one. */
export function lastDayOf(
  pair: Pick<Pair, 'endsOn'>,
  program: { readonly endsOn?: Temporal.PlainDate },
): Temporal.PlainDate | undefined {
  return pair.endsOn ?? program.endsOn
}

/** Which side of the pair a person is on; undefined for somebody else. */
export function sideOf(pair: Pair, personId: string): Side | undefined {
  if (pair.mentorId === personId) return 'mentor'
  return pair.menteeId === personId ? 'mentee' : undefined
}

/** The other of the pair. */
export function otherOf(pair: Pair, personId: string): string {
  return pair.mentorId === personId ? pair.menteeId : pair.mentorId
}
