import { assign } from './assign.ts'
import { boundOf } from './bound.ts'
import { createEligibility, type Eligibility, type HeldBack, type IdPair, type Pool } from './eligibility.ts'
import { bothWays, reasonsFor } from './explain.ts'
import { type LeftOverReason, mostFirst, reasonFor } from './left-over.ts'
import type { Member, Mentor } from './member.ts'
import { forbidden, nobody, type Problem } from './problem.ts'
import { createProgress, type OnPercent } from './progress.ts'
import type { RuleName } from './rules.ts'
import { createScores, highestScore, type Scores, type Scoring } from './score.ts'

export interface Wish {
  readonly scoring: Scoring
  /** Pairs that are set: they take their places first, and are no part of the search. */
  readonly kept: readonly IdPair[]
  /** Mentees, by id, who are to get nobody in this run. */
  readonly setAside: ReadonlySet<string>
}

export interface ProposedPair {
  readonly mentee: Member
  readonly mentor: Mentor
  readonly score: number
  /** What carried it, in plain words. */
  readonly reasons: readonly string[]
  /** Set before the search. */
  readonly kept: boolean
}

export interface Proposal {
  /** In the order of the mentees. */
  readonly pairs: readonly ProposedPair[]
  readonly leftOver: readonly { readonly mentee: Member; readonly reason: LeftOverReason }[]
  /** Of the search: the scores of its pairs, and of everybody left unmatched whom some mentor with a place may have. */
  readonly total: number
  /** What no choice can exceed, by the prices. It equals the total: that is the proof. */
  readonly bound: number
  /** The value of a mentee without a mentor. */
  readonly unmatched: number
  /** By mentor, in the order of the pool. */
  readonly prices: Float64Array
  /** By mentor: the places that the search had to give, those of pairs set before it taken off. */
  readonly capacities: readonly number[]
  /** Where no pair is allowed at all: how many each rule excludes. */
  readonly exclusions: readonly { readonly rule: RuleName; readonly excluded: number; readonly of: number }[]
}

/** Every allowed pair with a mentor who has a place, a mentee at a time. */
export type Allowed = (mentee: number) => readonly { readonly mentor: Mentor; readonly score: number }[]

/** What there is to choose from. */
interface Field {
  readonly pool: Pool
  readonly eligibility: Eligibility
  readonly scores: Scores
  /** Writes the score of every mentor for this mentee, `forbidden` where a hard rule stands between the two. */
  write(mentee: number, into: Int32Array): void
}

/**
 * Proposes pairs: as many mentees as can get a mentor get one, and of all ways to do so it is one of the highest total
 * score, proved on every run. The same pool gives the same pairs.
 */
export function propose(pool: Pool, wish: Wish, onPercent: OnPercent = () => undefined): Proposal {
  const field = fieldOf(pool, wish.scoring)
  const kept = keptIn(pool, wish.kept)
  const places = pool.mentors.map((mentor) => mentor.places)
  for (const mentor of kept.values()) places[mentor] = Math.max((places[mentor] ?? 0) - 1, 0)
  const heldBack = new Map(pool.heldBack?.map(({ menteeId, why }) => [menteeId, why]))
  const isFree = ({ id }: Member) => !wish.setAside.has(id) && !heldBack.has(id)
  const free = pool.mentees.map((mentee, at) => !kept.has(at) && isFree(mentee))
  const playing = playingIn(field, places, free)

  const problem: Problem = {
    mentees: playing.length,
    capacities: places,
    unmatched: -(1 + playing.length * highestScore),
    scores: (mentee, into) => field.write(playing[mentee] ?? 0, into),
  }
  const part = createProgress(onPercent)
  const { mentorOf, prices } = assign(counted(problem, part(0, 60)), part(60, 80))
  const placed = new Map(kept)
  mentorOf.forEach((mentor, at) => {
    if (mentor !== nobody) placed.set(playing[at] ?? nobody, mentor)
  })
  const pairs = pairsIn(field, placed, kept)
  const searched = pairs.filter((pair) => !pair.kept)
  const leftOver = leftOverIn(field, { placed, setAside: wish.setAside, heldBack, free })
  const unplaced = playing.length - searched.length
  return {
    pairs,
    leftOver,
    total: searched.reduce((sum, { score }) => sum + score, unplaced * problem.unmatched),
    bound: boundOf(counted(problem, part(80, 100)), prices),
    unmatched: problem.unmatched,
    prices,
    capacities: places,
    exclusions: pairs.length > 0 ? [] : exclusionsIn(leftOver),
  }
}

/** The same problem, which says how many of its mentees were looked at. */
function counted(problem: Problem, onShare: (share: number) => void): Problem {
  let looks = 0
  return {
    ...problem,
    scores: (mentee, into) => {
      looks += 1
      onShare(looks / problem.mentees)
      problem.scores(mentee, into)
    },
  }
}

function fieldOf(pool: Pool, scoring: Scoring): Field {
  const eligibility = createEligibility(pool)
  const scores = createScores(pool, scoring)
  return {
    pool,
    eligibility,
    scores,
    write: (mentee, into) => {
      scores.write(mentee, into, eligibility.among(mentee))
      eligibility.mask(mentee, into)
    },
  }
}

function keptIn({ mentees, mentors }: Pool, kept: readonly IdPair[]): ReadonlyMap<number, number> {
  const menteeAt = new Map(mentees.map(({ id }, position) => [id, position]))
  const mentorAt = new Map(mentors.map(({ id }, position) => [id, position]))
  return new Map(
    kept.map(({ menteeId, mentorId }) => [
      menteeAt.get(menteeId) ?? nobody,
      mentorAt.get(mentorId) ?? nobody,
    ]),
  )
}

/** The mentees who are looking, and whom some mentor with a place may have. */
function playingIn(
  { pool, eligibility }: Field,
  places: readonly number[],
  free: readonly boolean[],
): number[] {
  const row = new Int32Array(pool.mentors.length)
  return free.flatMap((looks, mentee) => {
    if (!looks) return []
    row.fill(0)
    eligibility.mask(mentee, row)
    const someone = eligibility
      .among(mentee)
      .some((mentor) => row[mentor] !== forbidden && places[mentor] !== 0)
    return someone ? [mentee] : []
  })
}

/** By mentor: how many of the mentees who are looking could have them. */
function soughtIn({ pool, eligibility }: Field, free: readonly boolean[]): Int32Array {
  const row = new Int32Array(pool.mentors.length)
  const sought = new Int32Array(pool.mentors.length)
  free.forEach((looks, mentee) => {
    if (!looks) return
    row.fill(0)
    eligibility.mask(mentee, row)
    for (const mentor of eligibility.among(mentee)) {
      if (row[mentor] !== forbidden) sought[mentor] = (sought[mentor] as number) + 1
    }
  })
  return sought
}

function pairsIn(
  { pool, scores }: Field,
  placed: ReadonlyMap<number, number>,
  kept: ReadonlyMap<number, number>,
): ProposedPair[] {
  const mentorOf = new Map(
    [...placed].map(([mentee, mentor]) => [pool.mentees[mentee]?.id, pool.mentors[mentor]?.id]),
  )
  return pool.mentees.flatMap((mentee, at) => {
    const mentor = pool.mentors[placed.get(at) ?? nobody]
    if (!mentor) return []
    const parts = scores.partsOf(at, placed.get(at) ?? nobody)
    const score = [...parts.values()].reduce((sum, points) => sum + points, 0)
    const marks = mentorOf.get(mentor.id) === mentee.id ? [bothWays] : []
    const reasons = [...marks, ...reasonsFor({ mentee, mentor }, parts)]
    return [{ mentee, mentor, score, reasons, kept: kept.has(at) }]
  })
}

function leftOverIn(
  field: Field,
  found: {
    readonly placed: ReadonlyMap<number, number>
    readonly setAside: ReadonlySet<string>
    readonly heldBack: ReadonlyMap<string, HeldBack['why']>
    readonly free: readonly boolean[]
  },
): Proposal['leftOver'] {
  const { mentees } = field.pool
  if (found.placed.size === mentees.length) return []
  const sought = soughtIn(field, found.free)
  return mentees.flatMap((mentee, at) => {
    if (found.placed.has(at)) return []
    if (found.setAside.has(mentee.id)) return [{ mentee, reason: { kind: 'set-aside' } }]
    const why = found.heldBack.get(mentee.id)
    return [{ mentee, reason: why ? { kind: 'held-back', why } : reasonFor(field, sought, at) }]
  })
}

/** What keeps everybody from everybody; none where anybody may have a mentor, as far as anybody is told. */
function exclusionsIn(leftOver: Proposal['leftOver']): Proposal['exclusions'] {
  const reasons = leftOver.flatMap(({ reason }) => (reason.kind === 'nobody-allowed' ? [reason] : []))
  if (reasons.length < leftOver.length) return []
  const counts = new Map<RuleName, number>()
  for (const { rule, count } of reasons.flatMap(({ excluded }) => excluded)) {
    counts.set(rule, (counts.get(rule) ?? 0) + count)
  }
  const of = reasons.reduce((sum, { mentors }) => sum + mentors, 0)
  return mostFirst(counts).map(({ rule, count }) => ({ rule, excluded: count, of }))
}

/** Gives, for each mentee of the pool, every pair that is allowed. Nothing is looked at before it is asked for. */
export function allowedIn(pool: Pool, scoring: Scoring): Allowed {
  let field: Field | undefined
  return (mentee) => {
    field ??= fieldOf(pool, scoring)
    const row = new Int32Array(pool.mentors.length)
    field.write(mentee, row)
    return pool.mentors.flatMap((mentor, at) => {
      const score = row[at] ?? forbidden
      return score === forbidden || mentor.places === 0 ? [] : [{ mentor, score }]
    })
  }
}
