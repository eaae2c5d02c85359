import { createEligibility, type Eligibility, type IdPair, type Pool } from '../eligibility.ts'
import { describeBreach, describeFull } from '../rule-words.ts'
import type { OpenRow } from './open-draft.ts'

/** What a draft asks of the next run. */
export interface Held {
  /** Locked: these stay. */
  readonly kept: readonly IdPair[]
  /** Open: these stay where nothing better needs their place. */
  readonly standing: readonly IdPair[]
  /** Mentees who get nobody this time. */
  readonly setAside: ReadonlySet<string>
  /** Locked, and impossible by now. */
  readonly dropped: readonly Dropped[]
}

export interface Dropped extends IdPair {
  /** Why, without a full stop; or which of the two cannot be matched any more. */
  readonly why: { readonly words: string } | { readonly gone: 'mentee' | 'mentor' }
}

/**
 * Looks at a draft again, by who can be matched now. Of the locked pairs those stay whose two are there, whom the rules
 * still allow and for whom there is a place; where places have become fewer, those of the highest scores stay. Whom only
 * a person's own list stands between are said to be full.
 */
export function stillHold(rows: readonly OpenRow[], pool: Pool): Held {
  const look = lookerAt(pool)
  const looked = rows.flatMap((row) => look(row))
  const locked = looked
    .filter(({ row }) => row.standing === 'locked')
    .sort((a, b) => (b.row.score ?? 0) - (a.row.score ?? 0))
  const taken = new Map<string, number>()
  const kept: IdPair[] = []
  const dropped: Dropped[] = []
  for (const { two, why, places } of locked) {
    const holds = taken.get(two.mentorId) ?? 0
    if (why) dropped.push({ ...two, why })
    else if (holds >= places.count) dropped.push({ ...two, why: { words: places.full } })
    else {
      taken.set(two.mentorId, holds + 1)
      kept.push(two)
    }
  }
  const there = new Set(pool.mentees.map(({ id }) => id))
  return {
    kept,
    dropped,
    standing: looked.filter(({ row, why }) => row.standing === 'open' && !why).map(({ two }) => two),
    setAside: new Set(
      rows.flatMap(({ menteeId, standing }) =>
        standing === 'set-aside' && there.has(menteeId) ? [menteeId] : [],
      ),
    ),
  }
}

/** A row that names a mentor. */
interface Looked {
  readonly row: OpenRow
  readonly two: IdPair
  readonly why: Dropped['why'] | undefined
  readonly places: { readonly count: number; readonly full: string }
}

function lookerAt(pool: Pool): (row: OpenRow) => Looked[] {
  const eligibility = createEligibility(pool)
  const menteeAt = new Map(pool.mentees.map(({ id }, position) => [id, position]))
  const mentorAt = new Map(pool.mentors.map(({ id }, position) => [id, position]))
  return (row) => {
    const { menteeId, mentorId } = row
    if (mentorId === undefined) return []
    const two = { menteeId, mentorId }
    const [one, other] = [menteeAt.get(menteeId), mentorAt.get(mentorId)]
    const nowhere = { count: 0, full: '' }
    if (one === undefined) return [{ row, two, why: { gone: 'mentee' }, places: nowhere }]
    const mentor = pool.mentors[other ?? -1]
    if (!mentor || other === undefined) return [{ row, two, why: { gone: 'mentor' }, places: nowhere }]
    const places = { count: mentor.places, full: describeFull(mentor) }
    return [{ row, two, why: objectionTo({ pool, eligibility }, one, other), places }]
  }
}

function objectionTo(
  { pool, eligibility }: { readonly pool: Pool; readonly eligibility: Eligibility },
  one: number,
  other: number,
): { readonly words: string } | undefined {
  const [mentee, mentor] = [pool.mentees[one], pool.mentors[other]]
  const [rule] = eligibility.objections(one, other)
  if (!mentee || !mentor) return undefined
  if (eligibility.isApart(one, other)) return { words: describeFull(mentor) }
  return rule && { words: describeBreach(rule, { mentee, mentor }) }
}
