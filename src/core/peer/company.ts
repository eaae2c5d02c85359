/** Who is there for a round, by position in the order of their ids, and what lies between every two. */
export interface Company {
  readonly size: number
  /** Row by row: `apart`, 0 for two who have not met, else the round in which they met last. */
  readonly ties: Int32Array
  /** By position: in how many trios somebody was. */
  readonly trios: readonly number[]
}

/** These two never meet. */
export const apart = -1

/** Two people and the round in which they were in one group. */
export interface Meeting {
  readonly two: readonly [string, string]
  readonly round: number
}

/** What is known of people by their ids; those who are not among `people` do not count. */
export function companyOf(known: {
  readonly people: readonly string[]
  readonly met: readonly Meeting[]
  readonly apart: readonly (readonly [string, string])[]
  readonly trios: readonly (readonly string[])[]
}): Company {
  const { people } = known
  const positions = new Map(people.map((id, position) => [id, position]))
  const ties = new Int32Array(people.length ** 2)
  const tie = ([one, other]: readonly [string, string], change: (tied: number) => number) => {
    const two = [positions.get(one), positions.get(other)] as const
    if (two[0] === undefined || two[1] === undefined) return
    const [there, back] = [two[0] * people.length + two[1], two[1] * people.length + two[0]]
    ties[there] = change(ties[there] as number)
    ties[back] = ties[there] as number
  }
  for (const { two, round } of known.met) tie(two, (last) => Math.max(last, round))
  for (const two of known.apart) tie(two, () => apart)
  for (const id of people) tie([id, id], () => apart)
  const counts = people.map(() => 0)
  for (const id of known.trios.flat()) {
    const position = positions.get(id)
    if (position !== undefined) counts[position] = (counts[position] ?? 0) + 1
  }
  return { size: people.length, ties, trios: counts }
}

export function tieOf({ size, ties }: Company, one: number, other: number): number {
  return ties[one * size + other] as number
}

/** Every two of a group. */
export function twosOf<Id>(group: readonly Id[]): (readonly [Id, Id])[] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const))
}

/** How it stands once these groups have met. */
export function afterMeeting(
  company: Company,
  groups: readonly (readonly number[])[],
  round: number,
): Company {
  const ties = Int32Array.from(company.ties)
  const trios = [...company.trios]
  for (const group of groups) {
    for (const [one, other] of twosOf(group)) {
      ties[one * company.size + other] = round
      ties[other * company.size + one] = round
    }
    if (group.length === 3) for (const person of group) trios[person] = (trios[person] ?? 0) + 1
  }
  return { ...company, ties, trios }
}
