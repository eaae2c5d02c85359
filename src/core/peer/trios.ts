import { apart, type Company, tieOf } from './company.ts'

/** In how many trios the three were, together, who were in the fewest. */
export function fairest({ trios }: Company, people: readonly number[]): number {
  const counts = people.map((person) => trios[person] ?? 0).sort((one, other) => one - other)
  return counts.slice(0, 3).reduce((sum, count) => sum + count, 0)
}

interface TriosWanted {
  readonly company: Company
  /** In how many trios the three were, together. */
  readonly trios: number
  /** How many of their three meetings are no first ones. */
  readonly again: number
}

/** Every three who may meet, one at a time. */
export function* triosAmong(people: readonly number[], wanted: TriosWanted): Generator<number[]> {
  const { company, again } = wanted
  const had = (person: number) => company.trios[person] ?? 0
  const few = people.filter((person) => had(person) <= wanted.trios)
  for (const [one, other, at] of twosIn(few)) {
    const known = timesAgain(company, one, other)
    if (known > again) continue
    const missing = wanted.trios - had(one) - had(other)
    for (let next = at + 1; next < few.length; next += 1) {
      const third = few[next] as number
      if (had(third) !== missing) continue
      const met = known + timesAgain(company, one, third) + timesAgain(company, other, third)
      if (met === again) yield [one, other, third]
    }
  }
}

/**
 * Every three who have all not met, those first who were in the fewest trios; none that would put somebody in a second
 * trio while somebody was in none.
 */
export function* fairTrios(company: Company, people: readonly number[]): Generator<number[]> {
  const everybody = company.trios.map((had, person) => ({ had, person }))
  const none = everybody.filter(({ had }) => had === 0).map(({ person }) => person)
  const most = none.length < 3 ? mostOf(company) : 0
  for (let trios = fairest(company, people); trios <= most; trios += 1) {
    for (const trio of triosAmong(people, { company, trios, again: 0 })) {
      if (none.length > 2 || none.every((person) => trio.includes(person))) yield trio
    }
  }
}

/** In no more trios than so many three people can have been together. */
export function mostOf({ trios }: Company): number {
  return 3 * Math.max(0, ...trios)
}

/**
 * Those who were in the fewest trios, three by three, as far as three of them have not met: the trios of the rounds to
 * come. If two of the same three meet now, one of these rounds will have somebody meet again.
 */
export function triosToCome(company: Company, people: readonly number[]): readonly number[][] {
  const fewest = Math.min(...people.map((person) => company.trios[person] ?? 0))
  let waiting = people.filter((person) => company.trios[person] === fewest)
  const trios: number[][] = []
  while (waiting.length > 2) {
    const [one = 0, ...others] = waiting
    const fresh = others.filter((other) => tieOf(company, one, other) === 0)
    const two = twosIn(fresh).find(([other, third]) => tieOf(company, other, third) === 0)
    if (two) trios.push([one, two[0], two[1]])
    waiting = others.filter((other) => other !== two?.[0] && other !== two?.[1])
  }
  return trios
}

/** Every two, with the place of the second in the list. */
function* twosIn(people: readonly number[]): Generator<readonly [number, number, number]> {
  for (let at = 0; at < people.length; at += 1) {
    for (let next = at + 1; next < people.length; next += 1)
      yield [people[at] as number, people[next] as number, next]
  }
}

/** 1 for two who have met, 0 for two who have not; two who are kept apart are out of the question. */
function timesAgain(company: Company, one: number, other: number): number {
  const tie = tieOf(company, one, other)
  return tie === apart ? Number.POSITIVE_INFINITY : Math.min(tie, 1)
}
