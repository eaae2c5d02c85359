import type { Favour } from './columns.ts'
import type { IdPair } from './eligibility.ts'

/** Whom a mentee named: 1 is the first choice. */
export interface RankedPair extends IdPair {
  readonly rank: number
}

// The first choice counts most, and the third still half: a wish that cannot be met whole is better met in part.
const shareOfRank: readonly number[] = [1, 0.75, 0.5]

/** What preferences give of the points for being asked for. */
export function favoursOf(preferences: readonly RankedPair[]): Favour[] {
  return preferences.flatMap(({ menteeId, mentorId, rank }) => {
    const share = shareOfRank[rank - 1]
    return share === undefined ? [] : [{ menteeId, mentorId, share }]
  })
}

/** How many of these mentees named somebody, and how many of them got one whom they named. */
export function countWishes(
  preferences: readonly RankedPair[],
  {
    mentees,
    pairs,
  }: { readonly mentees: readonly { readonly id: string }[]; readonly pairs: readonly IdPair[] },
): { readonly named: number; readonly met: number } {
  const ofMentee = Map.groupBy(preferences, ({ menteeId }) => menteeId)
  const met = pairs.filter(({ menteeId, mentorId }) =>
    ofMentee.get(menteeId)?.some((preference) => preference.mentorId === mentorId),
  )
  return { named: mentees.filter(({ id }) => ofMentee.has(id)).length, met: met.length }
}
