/**
 * What a search for pairs is made of (Edmonds 1965): trees that grow from people without a partner, along edges that are
 * alternately outside and inside the pairing. An odd circle of such edges, a blossom, is then treated as one.
 */
export interface Knot {
  /** A person's position; a blossom has none. */
  readonly person?: number
  /** A blossom's knots, round the circle, from the one that holds its base; each with the edge to the next. */
  circle: readonly Arc[]
  /** The person by whom it is paired with the outside, or would be. */
  base: number
  /** outer: whoever ends up here can do without their partner; inner: lies between two outer ones. */
  place: 'outer' | 'inner' | 'none'
  /** The edge by which the tree reached it; none at a root. */
  reached: Edge | undefined
  /** What it is worth to the bound (the dual variable of a blossom). */
  worth: number
}

/** Two people's positions. */
export interface Edge {
  readonly from: number
  readonly to: number
}

export interface Arc extends Edge {
  /** `from` is in this knot, `to` in the next of the circle. */
  readonly knot: Knot
}

/** Who is with whom so far, by position; -1 for nobody. */
export type Partners = number[]

export function personKnot(person: number): Knot {
  return { person, circle: [], base: person, place: 'none', reached: undefined, worth: 0 }
}

/** All people in a knot, however deep. */
export function peopleIn(knot: Knot): number[] {
  return knot.person === undefined ? knot.circle.flatMap((arc) => peopleIn(arc.knot)) : [knot.person]
}

/** Pairs people inside a blossom anew, so that `person` is the one left for a partner from outside. */
export function turnTo(knot: Knot, person: number, partners: Partners): void {
  if (knot.person !== undefined) return
  const { circle } = knot
  const at = circle.findIndex((arc) => peopleIn(arc.knot).includes(person))
  const entered = circle[at]
  if (!entered) throw new Error('the person is not in the blossom')
  turnTo(entered.knot, person, partners)
  // From there to the old base the long or the short way round, whichever has an even number of edges.
  const [start, end] = at % 2 === 0 ? [0, at] : [at + 1, circle.length]
  for (let step = start; step < end; step += 2) pairAlong(circle, step, partners)
  knot.circle = [...circle.slice(at), ...circle.slice(0, at)]
  knot.base = person
}

function pairAlong(circle: readonly Arc[], step: number, partners: Partners): void {
  const [arc, next] = [circle[step], circle[(step + 1) % circle.length]]
  if (!arc || !next) return
  turnTo(arc.knot, arc.from, partners)
  turnTo(next.knot, arc.to, partners)
  partners[arc.from] = arc.to
  partners[arc.to] = arc.from
}

/** A blossom's knots from the one that holds `person` to its base, an even number of edges; and those off that way. */
export function wayToBase(
  blossom: Knot,
  person: number,
): { readonly way: readonly Arc[]; readonly entered: Knot; readonly off: readonly Knot[] } {
  const { circle } = blossom
  const at = circle.findIndex((arc) => peopleIn(arc.knot).includes(person))
  const entered = circle[at]
  if (!entered) throw new Error('the person is not in the blossom')
  const onward = at % 2 === 1
  const way = onward
    ? circle.slice(at)
    : circle
        .slice(0, at)
        .map((arc, step) => backward(arc, circle, step))
        .reverse()
  const off = onward ? circle.slice(1, at) : circle.slice(at + 1)
  return { way, entered: entered.knot, off: off.map(({ knot }) => knot) }
}

function backward({ from, to }: Arc, circle: readonly Arc[], step: number): Arc {
  const next = circle[step + 1]
  if (!next) throw new Error('a circle has an end')
  return { knot: next.knot, from: to, to: from }
}
