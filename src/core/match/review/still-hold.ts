import { createEligibility, type IdPair, type Pool } from '../eligibility.ts'
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
  const there = { mentees: idsOf(pool.mentees), mentors: idsOf(pool.mentors) }
  const named = rows.flatMap(({ menteeId, mentorId, ...row }) =>
    mentorId === undefined ? [] : [{ ...row, menteeId, mentorId }],
  )
  const isThere = ({ menteeId, mentorId }: IdPair) =>
    there.mentees.has(menteeId) && there.mentors.has(mentorId)
  return {
    ...lockedOf(
      named.filter(({ standing }) => standing === 'locked'),
      pool,
      there,
    ),
    standing: named.filter((row) => row.standing === 'open' && isThere(row)).map(twoOf),
    setAside: new Set(
      rows.flatMap(({ menteeId, standing }) =>
        standing === 'set-aside' && there.mentees.has(menteeId) ? [menteeId] : [],
      ),
    ),
  }
}

type NamedRow = Omit<OpenRow, 'mentorId'> & IdPair

function lockedOf(
  locked: readonly NamedRow[],
  pool: Pool,
  there: { readonly mentees: ReadonlySet<string>; readonly mentors: ReadonlySet<string> },
): Pick<Held, 'kept' | 'dropped'> {
  const objectionTo = objectionsAmong(locked, pool)
  const places = new Map(pool.mentors.map((mentor) => [mentor.id, mentor.places]))
  const kept: IdPair[] = []
  const dropped: Dropped[] = []
  for (const row of [...locked].sort((a, b) => (b.score ?? 0) - (a.score ?? 0))) {
    const two = twoOf(row)
    const left = places.get(two.mentorId) ?? 0
    if (!there.mentees.has(two.menteeId)) dropped.push({ ...two, why: { gone: 'mentee' } })
    else if (!there.mentors.has(two.mentorId)) dropped.push({ ...two, why: { gone: 'mentor' } })
    else {
      const words = objectionTo(two, left)
      if (words !== undefined) dropped.push({ ...two, why: { words } })
      else {
        places.set(two.mentorId, left - 1)
        kept.push(two)
      }
    }
  }
  return { kept, dropped }
}

/** Looks at these pairs alone: the rules need no more of a large pool than the people of whom they are asked. */
function objectionsAmong(
  rows: readonly IdPair[],
  pool: Pool,
): (two: IdPair, places: number) => string | undefined {
  const wanted = new Set(rows.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const mentees = pool.mentees.filter(({ id }) => wanted.has(id))
  const mentors = pool.mentors.filter(({ id }) => wanted.has(id))
  const eligibility = createEligibility({ ...pool, mentees, mentors })
  const menteeAt = new Map(mentees.map(({ id }, at) => [id, at]))
  const mentorAt = new Map(mentors.map(({ id }, at) => [id, at]))
  return ({ menteeId, mentorId }, places) => {
    const [one, other] = [menteeAt.get(menteeId) ?? -1, mentorAt.get(mentorId) ?? -1]
    const [mentee, mentor] = [mentees[one], mentors[other]]
    if (!mentee || !mentor) return undefined
    const [rule] = eligibility.objections(one, other)
    if (rule) return describeBreach(rule, { mentee, mentor })
    return eligibility.isApart(one, other) || places <= 0 ? describeFull(mentor) : undefined
  }
}

function idsOf(members: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(members.map(({ id }) => id))
}

function twoOf({ menteeId, mentorId }: IdPair): IdPair {
  return { menteeId, mentorId }
}
