import type { Pool } from '../../core/match/eligibility.ts'
import type { Member } from '../../core/match/member.ts'
import { type Proposal, type ProposedPair, propose } from '../../core/match/propose.ts'
import type { OpenRow } from '../../core/match/review/open-draft.ts'
import { draftOf } from '../../store/drafts.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { readPool } from './read-pool.ts'
import { readScoring } from './read-scoring.ts'

/**
 * Proposes mentors for these mentees alone, out of the places that nobody has and that the open draft promises to nobody:
 * nobody is moved. Mentees who cannot be matched now (a break, a mentor, an open offer) get none. Whoever cannot be
 * written to is left out, on either side: their answer would be waited for in vain. Stores nothing.
 */
export async function smallRun(
  scope: Scope,
  stored: StoredProgram,
  menteeIds: readonly string[],
): Promise<readonly ProposedPair[]> {
  const { pool, places } = await readPool(scope, stored)
  const draft = await draftOf(scope, stored.id)
  const isReachable = ({ email }: Member) => places.get(email)?.isReachable
  const reached = new Set(pool.mentees.filter(isReachable).map(({ id }) => id))
  const mentors = pool.mentors.filter(isReachable)
  const { pairs } = await proposeBeside(
    scope,
    { stored, pool: { ...pool, mentors }, rows: draft?.rows ?? [] },
    menteeIds.filter((id) => reached.has(id)),
  )
  return pairs
}

/** The same for a pool and the rows of a draft that were read before, with who is left over and why. */
export async function proposeBeside(
  scope: Scope,
  at: { readonly stored: StoredProgram; readonly pool: Pool; readonly rows: readonly OpenRow[] },
  menteeIds: readonly string[],
): Promise<Proposal> {
  const wanted = new Set(menteeIds)
  const beside: Pool = {
    ...at.pool,
    mentees: at.pool.mentees.filter(({ id }) => wanted.has(id)),
    mentors: freeBeside(at.pool, at.rows, wanted),
  }
  return propose(beside, {
    kept: [],
    setAside: new Set(),
    scoring: await readScoring(scope, at.stored),
  })
}

/** The mentors of the pool with the places that a draft leaves them, what it has for `but` not counted. */
export function freeBeside(
  { mentees, mentors }: Pool,
  rows: readonly OpenRow[],
  but: ReadonlySet<string>,
): Pool['mentors'] {
  const looking = new Set(mentees.map(({ id }) => id))
  const promised = Map.groupBy(
    rows.filter(
      ({ menteeId, standing }) => !but.has(menteeId) && looking.has(menteeId) && standing !== 'set-aside',
    ),
    ({ mentorId }) => mentorId,
  )
  return mentors.map((mentor) => ({
    ...mentor,
    places: Math.max(mentor.places - (promised.get(mentor.id)?.length ?? 0), 0),
  }))
}
