import { type Arc, type Edge, type Knot, peopleIn, personKnot, turnTo, wayToBase } from './blossom.ts'

/** The search as it stands: who is with whom, the blossoms, the trees, and whose edges are still to be looked at. */
export interface Trees {
  /** By position: the partner, -1 for nobody. */
  readonly partners: number[]
  /** By position: the outermost knot around a person. */
  readonly tops: Knot[]
  /** The outermost blossoms. */
  readonly blossoms: Set<Knot>
  /** Outer people whose edges are still to be looked at. */
  waiting: number[]
}

export function plantTrees(size: number): Trees {
  const tops = Array.from({ length: size }, (_, person) => personKnot(person))
  return { partners: tops.map(() => -1), tops, blossoms: new Set(), waiting: [] }
}

/** Begins anew from everybody who has no partner. */
export function beginSearch(trees: Trees): void {
  trees.waiting = []
  for (const knot of new Set(trees.tops)) {
    knot.place = 'none'
    knot.reached = undefined
  }
  for (const knot of new Set(trees.tops)) {
    if (trees.partners[knot.base] === -1) reachOuter(trees, knot, undefined)
  }
}

/**
 * Follows an edge that costs nothing, from an outer person. The tree grows, or a circle closes and becomes a blossom,
 * or two trees meet: then there is one pair more, and the search is over. Gives whether it is.
 */
export function follow(trees: Trees, edge: Edge): boolean {
  const [near, far] = [topOf(trees, edge.from), topOf(trees, edge.to)]
  if (near === far || far.place === 'inner') return false
  if (far.place === 'none') {
    grow(trees, far, edge)
    return false
  }
  const meeting = commonRoot(trees, near, far)
  if (meeting) {
    closeCircle(trees, meeting, edge)
    return false
  }
  pairUp(trees, edge.from, edge.to)
  pairUp(trees, edge.to, edge.from)
  return true
}

/** Takes an inner blossom apart that is worth nothing any more. */
export function takeApart(trees: Trees, blossom: Knot): void {
  const { reached } = blossom
  if (!reached) throw new Error('an inner blossom was reached from somewhere')
  trees.blossoms.delete(blossom)
  for (const { knot } of blossom.circle) setTop(trees, knot)
  const { way, entered, off } = wayToBase(blossom, reached.to)
  for (const knot of off) {
    knot.place = 'none'
    knot.reached = undefined
  }
  entered.place = 'inner'
  entered.reached = reached
  way.forEach(({ from, to }, step) => {
    const next = topOf(trees, to)
    if (step % 2 === 0) reachOuter(trees, next, { from, to })
    else {
      next.place = 'inner'
      next.reached = { from, to }
    }
  })
}

export function topOf(trees: Trees, person: number): Knot {
  const top = trees.tops[person]
  if (!top) throw new Error('nobody has this position')
  return top
}

function reachOuter(trees: Trees, knot: Knot, reached: Edge | undefined): void {
  knot.place = 'outer'
  knot.reached = reached
  trees.waiting.push(...peopleIn(knot))
}

function grow(trees: Trees, inner: Knot, edge: Edge): void {
  inner.place = 'inner'
  inner.reached = edge
  const partner = trees.partners[inner.base] ?? -1
  reachOuter(trees, topOf(trees, partner), { from: inner.base, to: partner })
}

/** The outer knots from one to the root of its tree, with the edges between, from below. */
function* upwards(trees: Trees, from: Knot): Generator<Knot> {
  for (let knot: Knot | undefined = from; knot; ) {
    yield knot
    knot = knot.reached && topOf(trees, knot.reached.from)
  }
}

function commonRoot(trees: Trees, one: Knot, other: Knot): Knot | undefined {
  const seen = new Set([...upwards(trees, one)].filter(({ place }) => place === 'outer'))
  return upwards(trees, other).find((knot) => seen.has(knot))
}

function closeCircle(trees: Trees, meeting: Knot, edge: Edge): void {
  const down = edgesBelow(trees, topOf(trees, edge.from), meeting).reverse()
  const up = edgesBelow(trees, topOf(trees, edge.to), meeting).map(({ from, to }) => ({ from: to, to: from }))
  const circle: Arc[] = [...down, edge, ...up].map((each) => ({ ...each, knot: topOf(trees, each.from) }))
  const blossom: Knot = {
    circle,
    base: meeting.base,
    place: 'outer',
    reached: meeting.reached,
    worth: 0,
  }
  for (const { knot } of circle) {
    if (knot.place === 'inner') trees.waiting.push(...peopleIn(knot))
    trees.blossoms.delete(knot)
  }
  setTop(trees, blossom)
}

function edgesBelow(trees: Trees, from: Knot, end: Knot): Edge[] {
  const edges: Edge[] = []
  for (const knot of upwards(trees, from)) {
    if (knot === end) break
    if (knot.reached) edges.push(knot.reached)
  }
  return edges
}

function setTop(trees: Trees, knot: Knot): void {
  for (const person of peopleIn(knot)) trees.tops[person] = knot
  if (knot.person === undefined) trees.blossoms.add(knot)
}

/** Gives `person`, who is outer, the partner from the other tree, and all above them their new ones. */
function pairUp(trees: Trees, person: number, partner: number): void {
  const knot = topOf(trees, person)
  turnTo(knot, person, trees.partners)
  trees.partners[person] = partner
  if (!knot.reached) return
  const inner = topOf(trees, knot.reached.from)
  const { reached } = inner
  if (!reached) throw new Error('an inner knot was reached from somewhere')
  turnTo(inner, reached.to, trees.partners)
  trees.partners[reached.to] = reached.from
  pairUp(trees, reached.from, reached.to)
}
