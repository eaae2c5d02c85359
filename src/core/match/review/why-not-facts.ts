import type { IdPair } from '../eligibility.ts'
import { describeFull } from '../rule-words.ts'
import type { Loss, WhyNotFacts } from '../why-not.ts'
import { lossByPrices, lossBySearch } from './loss.ts'
import type { DraftProof, OpenRow } from './open-draft.ts'
import { objectionTo, type Weighing, weighPair } from './weigh.ts'

export interface Asking extends IdPair {
  /** Whom the draft has, by mentee: undefined where the reader is too close to that row. */
  readonly nameOf: (menteeId: string) => string | undefined
}

/** What there is to say of two who are no pair; undefined where one of them cannot be matched now. */
export function whyNotFacts(
  weighing: Weighing,
  draft: { readonly rows: readonly OpenRow[]; readonly proof: DraftProof | undefined },
  { menteeId, mentorId, nameOf }: Asking,
): WhyNotFacts | undefined {
  const weighed = weighPair(weighing, menteeId, mentorId)
  if (!weighed) return undefined
  const { mentee, mentor, score } = weighed
  const isApart = isKeptApart(weighing, { menteeId, mentorId })
  const scoreOf = (row: OpenRow) => weighPair(weighing, row.menteeId, row.mentorId)?.score ?? row.score
  const own = draft.rows.find((row) => row.menteeId === menteeId)
  return {
    mentee: mentee.name,
    mentor: mentor.name,
    objection: isApart ? undefined : objectionTo(weighing, menteeId, mentorId),
    isApart,
    full: describeFull(mentor),
    now: nowOf(weighing, own),
    places: mentor.places,
    holders: draft.rows
      .filter((row) => row.mentorId === mentorId && row.menteeId !== menteeId)
      .map((row) => ({
        id: row.menteeId,
        name: nameOf(row.menteeId),
        score: scoreOf(row),
        isLocked: row.standing === 'locked',
      })),
    score,
    loss: lossOf(weighing, draft, { menteeId, mentorId }),
  }
}

function isKeptApart({ eligibility, positions }: Weighing, { menteeId, mentorId }: IdPair): boolean {
  const [one, other] = [positions.mentees.get(menteeId), positions.mentors.get(mentorId)]
  return one !== undefined && other !== undefined && eligibility.isApart(one, other)
}

function nowOf(weighing: Weighing, own: OpenRow | undefined): WhyNotFacts['now'] {
  if (own?.standing === 'set-aside') return { kind: 'set-aside' }
  const weighed = own && weighPair(weighing, own.menteeId, own.mentorId)
  if (!weighed) return { kind: 'nobody' }
  return {
    kind: 'pair',
    mentor: weighed.mentor.name,
    score: weighed.score,
    isLocked: own?.standing === 'locked',
  }
}

/** So many pairs can be looked at twice while somebody waits for an answer. */
const mostPairs = 250_000

function lossOf(
  weighing: Weighing,
  { rows, proof }: { readonly rows: readonly OpenRow[]; readonly proof: DraftProof | undefined },
  two: IdPair,
): Loss | undefined {
  if (rows.length * weighing.pool.mentors.length <= mostPairs) return lossBySearch(weighing, { ...two, rows })
  return proof && lossByPrices(weighing, { ...two, rows }, proof)
}
