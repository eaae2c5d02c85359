import { type Company, tieOf, twosOf } from './company.ts'
import { heaviestPairs } from './heaviest-pairs.ts'
import { fairTrios, triosToCome } from './trios.ts'

/**
 * A round in which nobody meets anybody again and nobody is left out, with a trio where the number is odd, as fair as can
 * be, and nobody's second while somebody was in none; undefined where there is none. Other orders of the same people find other rounds.
 */
export function newMeetings(company: Company, order: readonly number[]): number[][] | undefined {
  const isNew = (one: number, other: number) => (tieOf(company, one, other) === 0 ? 1 : 0)
  const { pairs, left, canBeLeft } = pairsAmong(order, isNew)
  if (left.length === 0) return pairs
  if (order.length % 2 === 0 || left.length > 1) return undefined
  const reserved = reservedIn(company, order)
  // One pair more counts more than all that is reserved.
  const weightOf = (one: number, other: number) =>
    isNew(one, other) * (company.size + (reserved.has(one * company.size + other) ? 0 : 1))
  // A trio can only help among people whom the pairs can do without (Gallai and Edmonds).
  for (const trio of fairTrios(company, canBeLeft)) {
    const others = order.filter((person) => !trio.includes(person))
    const rest = pairsAmong(others, weightOf)
    if (rest.left.length === 0) return [trio, ...rest.pairs]
  }
  return undefined
}

/** The heaviest pairs among some people, who is left, and whom a pairing of as many people could do without instead. */
export function pairsAmong(
  people: readonly number[],
  weightOf: (one: number, other: number) => number,
): { readonly pairs: number[][]; readonly left: number[]; readonly canBeLeft: number[] } {
  const at = (position: number) => people[position] as number
  const { partners, canBeLeft } = heaviestPairs(people.length, (one, other) => weightOf(at(one), at(other)))
  return {
    pairs: partners.flatMap((other, one) => (one < other ? [[at(one), at(other)]] : [])),
    left: people.filter((_, position) => partners[position] === -1),
    canBeLeft: people.filter((_, position) => canBeLeft[position]),
  }
}

/** Meetings that are better kept for the trios of the rounds to come. */
function reservedIn(company: Company, people: readonly number[]): ReadonlySet<number> {
  const twos = triosToCome(company, people).flatMap((trio) => twosOf(trio))
  return new Set(twos.flatMap(([one, other]) => [one * company.size + other, other * company.size + one]))
}
