import type { MatchPart } from '../../program/types.ts'
import { createEligibility, type Eligibility, type Pool } from '../eligibility.ts'
import { reasonsFor } from '../explain.ts'
import type { Member, Mentor } from '../member.ts'
import { describeBreach, describeFull } from '../rule-words.ts'
import { createScores, type Scores, type Scoring } from '../score.ts'
import type { OpenRow } from './open-draft.ts'

/** A draft beside all that could be instead. */
export interface Weighing {
  readonly pool: Pool
  readonly eligibility: Eligibility
  readonly scores: Scores
  /** By mentor: the mentees whom the draft gives them. */
  readonly given: ReadonlyMap<string, readonly string[]>
  readonly positions: { readonly mentees: Positions; readonly mentors: Positions }
}

/** By id, the place in the pool. */
type Positions = ReadonlyMap<string, number>

/** A pair that could be, and what speaks for it. */
export interface WeighedPair {
  readonly mentee: Member
  readonly mentor: Mentor
  readonly score: number
  readonly reasons: readonly string[]
  readonly parts: ReadonlyMap<MatchPart, number>
}

export interface Alternative {
  readonly mentor: Mentor
  readonly score: number
  /** Places that neither a pair nor the draft has. */
  readonly left: number
}

/** What stands in the draft gets no bonus here: pairs are compared by what speaks for them. */
export function openWeighing(
  pool: Pool,
  scoring: Omit<Scoring, 'standing'>,
  rows: readonly OpenRow[],
): Weighing {
  const given = Map.groupBy(
    rows.filter(({ mentorId }) => mentorId !== undefined),
    ({ mentorId = '' }) => mentorId,
  )
  return {
    pool,
    eligibility: createEligibility(pool),
    scores: createScores(pool, { ...scoring, standing: [] }),
    positions: { mentees: positionsIn(pool.mentees), mentors: positionsIn(pool.mentors) },
    given: new Map(
      [...given].map(([mentorId, theirs]) => [mentorId, theirs.map(({ menteeId }) => menteeId)]),
    ),
  }
}

/** Undefined where one of the two cannot be matched now. */
export function weighPair(
  weighing: Weighing,
  menteeId: string,
  mentorId: string | undefined,
): WeighedPair | undefined {
  const two = positionsOf(weighing, menteeId, mentorId)
  if (!two) return undefined
  const { mentee, mentor } = two
  const parts = weighing.scores.partsOf(two.menteeAt, two.mentorAt)
  return { mentee, mentor, score: sumOf(parts), parts, reasons: reasonsFor({ mentee, mentor }, parts) }
}

/** The score alone: of whole lists it is wanted without the words. */
export function scorePair(
  weighing: Weighing,
  menteeId: string,
  mentorId: string | undefined,
): number | undefined {
  const two = positionsOf(weighing, menteeId, mentorId)
  return two && sumOf(weighing.scores.partsOf(two.menteeAt, two.mentorAt))
}

function sumOf(parts: ReadonlyMap<MatchPart, number>): number {
  return [...parts.values()].reduce((sum, points) => sum + points, 0)
}

/** The rule that stands between the two, without a full stop; somebody's own list is worded as a full mentor. */
export function objectionTo(weighing: Weighing, menteeId: string, mentorId: string): string | undefined {
  const two = positionsOf(weighing, menteeId, mentorId)
  if (!two) return undefined
  const { mentee, mentor, menteeAt, mentorAt } = two
  if (mentee.id === mentor.id) return 'A person cannot be their own mentor'
  const [rule] = weighing.eligibility.objections(menteeAt, mentorAt)
  if (rule !== undefined) return describeBreach(rule, { mentee, mentor })
  return weighing.eligibility.isApart(menteeAt, mentorAt) ? describeFull(mentor) : undefined
}

/** Places of a mentor that neither a pair nor the draft has, somebody's own place in it left out. */
export function placesLeft({ given }: Weighing, mentor: Mentor, without?: string): number {
  const taken = (given.get(mentor.id) ?? []).filter((menteeId) => menteeId !== without)
  return Math.max(mentor.places - taken.length, 0)
}

/** The best mentors whom this mentee may have, with or without a place left, but the one they have. */
export function alternativesFor(
  weighing: Weighing,
  { menteeId, mentorId }: Pick<OpenRow, 'menteeId' | 'mentorId'>,
  { most, isOut }: { readonly most: number; readonly isOut: (mentor: Mentor) => boolean },
): Alternative[] {
  return weighing.pool.mentors
    .flatMap((mentor): Alternative[] => {
      if (mentor.places === 0 || mentor.id === mentorId || isOut(mentor)) return []
      const score = scorePair(weighing, menteeId, mentor.id)
      if (score === undefined || objectionTo(weighing, menteeId, mentor.id) !== undefined) return []
      return [{ mentor, score, left: placesLeft(weighing, mentor) }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

/** How many mentees of the program may have this mentor, but the one who does. */
export function whoElse(
  { pool, eligibility, positions }: Weighing,
  mentorId: string,
  menteeId: string,
): number {
  const mentorAt = positions.mentors.get(mentorId)
  if (mentorAt === undefined) return 0
  return pool.mentees.filter(
    ({ id }, at) =>
      id !== menteeId &&
      id !== mentorId &&
      eligibility.objections(at, mentorAt).length === 0 &&
      !eligibility.isApart(at, mentorAt),
  ).length
}

function positionsIn(members: readonly Member[]): Positions {
  return new Map(members.map(({ id }, at) => [id, at]))
}

function positionsOf({ pool, positions }: Weighing, menteeId: string, mentorId: string | undefined) {
  const menteeAt = positions.mentees.get(menteeId) ?? -1
  const mentorAt = positions.mentors.get(mentorId ?? '') ?? -1
  const [mentee, mentor] = [pool.mentees[menteeAt], pool.mentors[mentorAt]]
  return mentee && mentor ? { mentee, mentor, menteeAt, mentorAt } : undefined
}
