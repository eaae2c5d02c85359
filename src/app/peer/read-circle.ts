import { createEligibility, type Pool } from '../../core/match/eligibility.ts'
import { type Member, memberFrom } from '../../core/match/member.ts'
import { describeBreach } from '../../core/match/rule-words.ts'
import { type Meeting, twosOf } from '../../core/peer/company.ts'
import { keyOf } from '../../core/peer/draft.ts'
import type { RoundToPlan } from '../../core/peer/rounds.ts'
import type { EnrollmentState } from '../../core/people/enrollment.ts'
import { keptApart } from '../../store/own-never-with.ts'
import { pairsAround } from '../../store/pairs.ts'
import { roundsOf, type StoredRound } from '../../store/peer-rounds.ts'
import type { StoredProgram } from '../../store/programs.ts'
import { rejectionsIn } from '../../store/rejections.ts'
import { enrolledIn } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { isProgramOver, startOf } from '../pair/make-pairs.ts'

/** A peer program as its next round finds it. */
export interface Circle {
  readonly stored: StoredProgram
  /** Everybody in it, by id, those who have left, too. */
  readonly everybody: ReadonlyMap<string, Member & { readonly state: EnrollmentState }>
  /** Those who take part now, in the order of their ids: the same people on both sides. */
  readonly pool: Pool
  /** What the next round is planned from. */
  readonly facts: RoundToPlan
  /** Its last day has passed. */
  readonly isOver: boolean
  /** The published rounds, in their order. */
  readonly rounds: readonly StoredRound[]
  /** The next round, where it was proposed. */
  readonly draft: StoredRound | undefined
  /** Why these two never meet, as far as anybody is told, without a full stop. */
  whyApart(one: string, other: string): string | undefined
}

/** Reads who takes part, who has met whom, and who is kept apart. Five queries, whatever the size. */
export async function readCircle(scope: Scope, stored: StoredProgram): Promise<Circle> {
  const { program, id: programId } = stored
  const { require } = program.match
  const enrolled = await enrolledIn(scope, programId)
  const members = enrolled.filter(({ state }) => state === 'active').map(memberFrom)
  const all = await roundsOf(scope, programId)
  const rounds = all.filter(({ publishedAt }) => publishedAt !== undefined)
  const pairs = await pairsAround(scope, { programId, closedInAny: require.includes('not-paired-before') })
  const pool: Pool = {
    mentees: members,
    mentors: members.map((member) => ({ ...member, places: 1 })),
    on: startOf(program, scope.now),
    require,
    earlier: require.includes('not-paired-before') ? pairs.filter(({ state }) => state === 'closed') : [],
    rejected: await rejectionsIn(scope, programId),
    apart: await keptApart(scope),
  }
  const byHand = pairs.filter((pair) => pair.programId === programId)
  const kept = apartIn(pool)
  return {
    stored,
    everybody: new Map(enrolled.map((one) => [one.id, { ...memberFrom(one), state: one.state }])),
    pool,
    facts: {
      people: members.map(({ id }) => id),
      met: metIn(
        rounds,
        byHand.map(({ mentorId, menteeId }) => [mentorId, menteeId]),
      ),
      apart: kept.map(({ two }) => two),
      trios: rounds.flatMap(({ groups }) => groups.filter(({ length }) => length === 3)),
    },
    isOver: isProgramOver(program, scope.now),
    rounds,
    draft: all.find(({ publishedAt }) => publishedAt === undefined),
    whyApart: whyIn(kept),
  }
}

/** Pairs of no round were made by hand: they count as of the last one. */
function metIn(rounds: readonly StoredRound[], pairs: readonly (readonly [string, string])[]): Meeting[] {
  const inRounds = rounds.flatMap(({ groups, number }) =>
    groups.flatMap((group) => twosOf(group).map((two) => ({ two, round: number }))),
  )
  const known = new Set(inRounds.map(({ two }) => keyOf(two)))
  const last = Math.max(1, rounds.at(-1)?.number ?? 1)
  const byHand = pairs.filter((two) => !known.has(keyOf(two))).map((two) => ({ two, round: last }))
  return [...inRounds, ...byHand]
}

interface Kept {
  readonly two: readonly [string, string]
  /** Undefined where only somebody's own list says so. */
  readonly why: string | undefined
}

/** The rules speak of a mentor and a mentee: between peers they hold in both directions. */
function apartIn(pool: Pool): Kept[] {
  const eligibility = createEligibility(pool)
  const positions = pool.mentees.map((_, position) => position)
  return twosOf(positions).flatMap(([one, other]): Kept[] => {
    const [first, second] = [pool.mentees[one], pool.mentees[other]]
    if (!first || !second) return []
    const two = [first.id, second.id] as const
    const [there] = eligibility.objections(one, other)
    if (there) return [{ two, why: describeBreach(there, { mentee: first, mentor: second }) }]
    const [back] = eligibility.objections(other, one)
    if (back) return [{ two, why: describeBreach(back, { mentee: second, mentor: first }) }]
    return eligibility.isApart(one, other) || eligibility.isApart(other, one) ? [{ two, why: undefined }] : []
  })
}

function whyIn(kept: readonly Kept[]): Circle['whyApart'] {
  const reasons = new Map(kept.flatMap(({ two, why }) => (why === undefined ? [] : [[keyOf(two), why]])))
  return (one, other) => reasons.get(keyOf([one, other]))
}
