import { afterMeeting, type Company } from './company.ts'
import { newMeetings } from './new-meetings.ts'

/**
 * Of several rounds without a repeat the one after which most further rounds can do without, as far as a look ahead
 * shows: from each, rounds are made until nobody can meet anybody new. Undefined where there is no such round.
 */
export function roundWithOutlook(company: Company, variety: number): readonly number[][] | undefined {
  const people = Array.from({ length: company.size }, (_, position) => position)
  const candidates = candidatesFor(company)
  if (candidates < 10) return newMeetings(company, inOrder(people, variety))
  const farthest = Math.min(mostRounds(company), horizon)
  let best: { readonly groups: number[][]; readonly rounds: number } | undefined
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const seed = variety * 1_000 + candidate
    const groups = newMeetings(company, inOrder(people, seed))
    if (!groups) return undefined
    const rounds = 1 + furtherRounds(afterMeeting(company, groups, 1), seed, farthest)
    if (rounds > (best?.rounds ?? 0)) best = { groups, rounds }
    if (rounds >= farthest) break
  }
  return best?.groups
}

/** No look goes further: a year of monthly rounds. */
const horizon = 12

/** How much looking ahead is done: one look costs more than the fourth power of the number of people. */
const lookedAhead = 3e8

function candidatesFor({ size }: Company): number {
  return Math.min(60, Math.floor(lookedAhead / size ** 4.5))
}

function furtherRounds(company: Company, seed: number, farthest: number): number {
  const people = Array.from({ length: company.size }, (_, position) => position)
  let [rounds, next] = [0, company]
  while (rounds < farthest) {
    const groups = newMeetings(next, inOrder(people, seed * 1_000 + rounds + 1))
    if (!groups) break
    next = afterMeeting(next, groups, 1)
    rounds += 1
  }
  return rounds
}

/** No more rounds without a repeat than this are possible: by everybody's own new faces, and by all meetings of a round. */
function mostRounds({ size, ties }: Company): number {
  const faces = Array.from({ length: size }, (_, one) =>
    ties.subarray(one * size, (one + 1) * size).reduce((sum, tie) => sum + (tie === 0 ? 1 : 0), 0),
  )
  const meetings = faces.reduce((sum, own) => sum + own, 0) / 2
  const aRound = size % 2 === 0 ? size / 2 : (size + 3) / 2
  return Math.min(...faces, Math.floor(meetings / aRound))
}

/** As they are for 0; for every other seed in another order, always the same for the same seed. */
export function inOrder(people: readonly number[], seed: number): number[] {
  const mixed = [...people]
  if (seed === 0) return mixed
  let state = seed
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    const other = (state >>> 8) % (at + 1)
    const kept = mixed[at] as number
    mixed[at] = mixed[other] as number
    mixed[other] = kept
  }
  return mixed
}
