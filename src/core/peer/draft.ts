import { type Meeting, twosOf } from './company.ts'

/** Two who are in one group though they have met, with the round in which they met last. */
export function meetingsAgain(
  groups: readonly (readonly string[])[],
  met: readonly Meeting[],
): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const { two, round } of met) {
    const key = keyOf(two)
    last.set(key, Math.max(round, last.get(key) ?? 0))
  }
  const again = groups.flatMap((group) =>
    twosOf(group).flatMap((two): [string, number][] => {
      const round = last.get(keyOf(two))
      return round === undefined ? [] : [[keyOf(two), round]]
    }),
  )
  return new Map(again)
}

/** Names two people, whatever their order. */
export function keyOf([one, other]: readonly [string, string]): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** Each of the two takes the other's place. */
export function swapPlaces(
  groups: readonly (readonly string[])[],
  [one, other]: readonly [string, string],
): string[][] {
  const instead = new Map([
    [one, other],
    [other, one],
  ])
  return groups.map((group) => group.map((id) => instead.get(id) ?? id).sort())
}
