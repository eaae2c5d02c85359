import { type Meeting, twosOf } from '../../../src/core/peer/company.ts'
import { type PlannedRound, planRound } from '../../../src/core/peer/rounds.ts'

/** People `p00`, `p01`, … */
export function staff(count: number): string[] {
  return Array.from({ length: count }, (_, position) => `p${String(position).padStart(3, '0')}`)
}

/** Rounds planned one at a time, each from what was before. `there`: who is there in a round, from 1 on. */
export function season(
  rounds: number,
  there: (round: number) => readonly string[],
  apart: readonly (readonly [string, string])[] = [],
): { readonly planned: readonly PlannedRound[]; readonly met: readonly Meeting[] } {
  const met: Meeting[] = []
  const trios: (readonly string[])[] = []
  const planned = Array.from({ length: rounds }, (_, at) => {
    const plan = planRound({ people: there(at + 1), met, apart, trios })
    met.push(...plan.groups.flatMap((group) => twosOf(group).map((two) => ({ two, round: at + 1 }))))
    trios.push(...plan.groups.filter(({ length }) => length === 3))
    return plan
  })
  return { planned, met }
}

/** In how many trios each of them was, after every round. */
export function triosAfterEach(planned: readonly PlannedRound[], people: readonly string[]): number[][] {
  const counts = new Map(people.map((id) => [id, 0]))
  return planned.map(({ groups }) => {
    for (const id of groups.filter(({ length }) => length === 3).flat())
      counts.set(id, (counts.get(id) ?? 0) + 1)
    return [...counts.values()]
  })
}
