import { planRound } from '../../src/core/peer/rounds.ts'
import { atMost, type Figure } from './figures.ts'
import { seededRandom } from './random.ts'

const people = Array.from({ length: 18 }, (_, number) => `person-${String(number).padStart(2, '0')}`)
const rounds = 12
/** Of those that draw lots. */
const seasons = 1_000

type Two = readonly [string, string]

/** Arranges a round of people of whom some have met: in which round, by `keyOf`. */
type Arrange = (met: ReadonlyMap<string, number>) => readonly Two[]

/** How often two meet again in a season of rounds, beside what is usual: pairs by lot, and pairs by lot with a memory. */
export function measurePeerRounds(): Figure[] {
  const what = `peer rounds, ${people.length} people over ${rounds} rounds: pairs who had met before`
  const ours = { what, value: repeatsOf(planned), unit: '%' } as const
  const random = seededRandom(people.length * rounds)
  return [
    atMost(0, ours, { name: 'pairs by lot', value: averageOf(() => byLot(random)) }),
    atMost(0, ours, { name: 'pairs by lot with a memory', value: averageOf(() => withMemory(random)) }),
  ]
}

const planned: Arrange = (met) => {
  const meetings = [...met].map(([key, round]) => ({ two: key.split(' ') as [string, string], round }))
  const { groups } = planRound({ people, met: meetings, apart: [], trios: [] })
  return groups.map(([one = '', other = '']) => [one, other])
}

function byLot(random: () => number): Arrange {
  return () => twosOf(shuffled(people, random))
}

/** Whoever comes next, by lot, gets the first of the others whom they have not met, or have met longest ago. */
function withMemory(random: () => number): Arrange {
  return (met) => {
    const free = shuffled(people, random)
    const twos: Two[] = []
    for (let one = free.pop(); one !== undefined; one = free.pop()) {
      const self = one
      const other = free.toSorted(
        (a, b) => (met.get(keyOf([self, a])) ?? 0) - (met.get(keyOf([self, b])) ?? 0),
      )[0]
      if (other === undefined) break
      free.splice(free.indexOf(other), 1)
      twos.push([self, other])
    }
    return twos
  }
}

/** Of a hundred pairs of a season, those who had met in it before. */
function repeatsOf(arrange: Arrange): number {
  const met = new Map<string, number>()
  let repeats = 0
  for (let round = 1; round <= rounds; round += 1) {
    const keys = arrange(met).map(keyOf)
    if (keys.length !== people.length / 2) throw new Error('Somebody was left out of a round.')
    repeats += keys.filter((key) => met.has(key)).length
    for (const key of keys) met.set(key, round)
  }
  return (100 * repeats) / ((rounds * people.length) / 2)
}

function averageOf(drawing: () => Arrange): number {
  const shares = Array.from({ length: seasons }, () => repeatsOf(drawing()))
  return shares.reduce((sum, share) => sum + share, 0) / seasons
}

function keyOf([one, other]: Two): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function twosOf(list: readonly string[]): Two[] {
  return list.flatMap((one, at) => (at % 2 === 0 ? [[one, list[at + 1] ?? ''] as const] : []))
}

/** Fisher and Yates. */
function shuffled(list: readonly string[], random: () => number): string[] {
  const drawn = [...list]
  for (let left = drawn.length; left > 1; left -= 1) {
    const [one] = drawn.splice(Math.floor(random() * left), 1)
    if (one !== undefined) drawn.push(one)
  }
  return drawn
}
