import { roundsToCome } from './circle.ts'
import { apart, type Company, companyOf, type Meeting, tieOf, twosOf } from './company.ts'
import { leastRepeats } from './least-repeats.ts'
import { inOrder, roundWithOutlook } from './outlook.ts'

export interface RoundToPlan {
  /** Ids, in any order. */
  readonly people: readonly string[]
  /** Every two who were in one group, and in which round. */
  readonly met: readonly Meeting[]
  /** Two who never meet, in either order. */
  readonly apart: readonly (readonly [string, string])[]
  /** Groups of three in the rounds before. */
  readonly trios: readonly (readonly string[])[]
  /** 0, or how many arrangements of this round were not wanted: another number finds another one, where there is one. */
  readonly variety?: number
}

export interface PlannedRound {
  /** Twos, and a trio where the number is odd. */
  readonly groups: readonly (readonly string[])[]
  /** How many meetings are not the first of these two. */
  readonly repeats: number
  /** These meetings, with the round in which they met last. */
  readonly again: readonly Meeting[]
  readonly leftOut: readonly LeftOut[]
}

export interface LeftOut {
  readonly person: string
  /** kept-apart: they may meet nobody who is there; nobody-left: whom they may meet is needed by somebody else. */
  readonly why: 'alone' | 'kept-apart' | 'nobody-left'
}

/**
 * Who meets whom in the next round: twos, and one trio where the number is odd.
 *
 * In this order it holds that two who are kept apart never meet; that nobody is left out whom somebody can take in; that
 * nobody is in a second trio while somebody was in none; that nobody meets anybody again while there is an arrangement
 * of this round without; that a trio is made of those who were in the fewest; and else that as few as possible meet
 * again, those who met longest ago. An even number of people who stay meet in n - 1 rounds without a repeat. The order
 * of what is given does not matter.
 */
export function planRound(given: RoundToPlan): PlannedRound {
  const everybody = [...new Set(given.people)].sort()
  const all = companyOf({ ...given, people: everybody })
  const keptApart = everybody.filter((_, one) =>
    everybody.every((__, other) => tieOf(all, one, other) === apart),
  )
  const people = everybody.filter((id) => !keptApart.includes(id))
  const company = companyOf({ ...given, people })
  const { groups, left } = arrange(company, given.variety ?? 0)
  const named = (positions: readonly number[]) =>
    positions.map((position) => people[position] as string).sort()
  const again = groups.flatMap((group) =>
    twosOf([...group].sort((one, other) => one - other)).flatMap(([one, other]): Meeting[] => {
      const round = tieOf(company, one, other)
      const [first = '', second = ''] = named([one, other])
      return round > 0 ? [{ two: [first, second], round }] : []
    }),
  )
  const why = everybody.length === 1 ? 'alone' : 'kept-apart'
  return {
    groups: groups.map(named).sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    repeats: again.length,
    again,
    leftOut: [
      ...keptApart.map((person) => ({ person, why }) as const),
      ...named(left).map((person) => ({ person, why: 'nobody-left' }) as const),
    ],
  }
}

function arrange(company: Company, variety: number) {
  const circle = roundsToCome(company)
  const seated = circle?.[variety % circle.length]
  if (seated) return { groups: seated, left: [] }
  const anew = roundWithOutlook(company, variety)
  if (anew) return { groups: anew, left: [] }
  const people = Array.from({ length: company.size }, (_, position) => position)
  return leastRepeats(company, inOrder(people, variety))
}
