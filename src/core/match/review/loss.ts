import { assign } from '../assign.ts'
import type { IdPair } from '../eligibility.ts'
import { forbidden, nobody, type Problem } from '../problem.ts'
import type { Loss } from '../why-not.ts'
import type { DraftProof, OpenRow } from './open-draft.ts'
import { type Weighing, weighPair } from './weigh.ts'

/** A draft, and two of it who are no pair. */
export interface Forced extends IdPair {
  readonly rows: readonly OpenRow[]
}

const highestScore = 10_000

/**
 * What giving a mentee this mentor costs all pairs together, and whom it takes a place from: the search is done twice
 * around what is locked, with the two together and without. In a hospital of some hundreds it takes milliseconds.
 */
export function lossBySearch(weighing: Weighing, forced: Forced): Loss {
  const { menteeId, mentorId, rows } = forced
  const free = searched(weighing, rows)
  const without = rows.filter((row) => row.menteeId !== menteeId)
  const given = searched(weighing, without, mentorId)
  const score = weighPair(weighing, menteeId, mentorId)?.score ?? 0
  if (given.mentorOf.size + 1 < free.mentorOf.size) return { kind: 'fewer' }
  return {
    kind: 'points',
    // Where only a list of somebody's own stands between them, the two together may be the better choice.
    points: Math.max(0, free.total - given.total - score),
    isExact: true,
    from: rows.flatMap((row) =>
      row.mentorId === mentorId && row.standing === 'open' && given.mentorOf.get(row.menteeId) !== mentorId
        ? [row.menteeId]
        : [],
    ),
  }
}

/** The best for the open rows of a draft. `taken`: a mentor of whom one place more is gone. */
function searched(
  { pool, eligibility, scores, positions }: Weighing,
  rows: readonly OpenRow[],
  taken?: string,
): { readonly total: number; readonly mentorOf: ReadonlyMap<string, string> } {
  const playing = rows.flatMap(({ menteeId, standing }) => {
    const at = positions.mentees.get(menteeId)
    return at === undefined || standing !== 'open' ? [] : [at]
  })
  const locked = lockedIn(rows)
  const problem: Problem = {
    mentees: playing.length,
    capacities: pool.mentors.map(({ id, places }) =>
      Math.max(0, places - (locked.get(id) ?? 0) - (id === taken ? 1 : 0)),
    ),
    unmatched: -(1 + rows.length * highestScore),
    scores: (at, into) => {
      const mentee = playing[at] ?? nobody
      scores.write(mentee, into, eligibility.among(mentee))
      eligibility.mask(mentee, into)
    },
  }
  const mentorOf = new Map<string, string>()
  let total = 0
  assign(problem).mentorOf.forEach((at, mentee) => {
    const [one, other] = [pool.mentees[playing[mentee] ?? nobody], pool.mentors[at]]
    if (!one || !other) return
    mentorOf.set(one.id, other.id)
    for (const points of scores.partsOf(playing[mentee] ?? nobody, at).values()) total += points
  })
  return { total, mentorOf }
}

/**
 * What it costs at least, by the prices of the last run alone: how far the pair falls behind the best of the mentee at
 * these prices (its reduced cost in the assignment problem).
 */
export function lossByPrices(
  weighing: Weighing,
  { menteeId, mentorId, rows }: Forced,
  proof: DraftProof,
): Loss {
  const { prices, unmatched } = proof
  const price = (id: string) => prices[id] ?? 0
  const score = weighPair(weighing, menteeId, mentorId)?.score ?? 0
  const best = Math.max(unmatched, bestWorth(weighing, { menteeId, rows, price }))
  const points = Math.max(0, Math.round(best - (score - price(mentorId))))
  return points >= -unmatched ? { kind: 'fewer' } : { kind: 'points', points, isExact: false, from: [] }
}

/** The most that a mentor is worth to this mentee: the score less the price, of those whose places are not all locked. */
function bestWorth(
  { pool, eligibility, scores, positions }: Weighing,
  { menteeId, rows, price }: Pick<Forced, 'menteeId' | 'rows'> & { readonly price: (id: string) => number },
): number {
  const mentee = positions.mentees.get(menteeId) ?? nobody
  const locked = lockedIn(rows)
  const row = new Int32Array(pool.mentors.length).fill(forbidden)
  scores.write(mentee, row, eligibility.among(mentee))
  eligibility.mask(mentee, row)
  return pool.mentors.reduce((best, { id, places }, at) => {
    const score = row[at] ?? forbidden
    if (places <= (locked.get(id) ?? 0) || score === forbidden) return best
    return Math.max(best, score - price(id))
  }, Number.NEGATIVE_INFINITY)
}

/** By mentor: how many of their places are locked. */
function lockedIn(rows: readonly OpenRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { mentorId, standing } of rows) {
    if (mentorId !== undefined && standing === 'locked') counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1)
  }
  return counts
}
