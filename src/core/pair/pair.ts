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
