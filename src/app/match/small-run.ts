import type { Pool } from '../../core/match/eligibility.ts'
import { type Proposal, type ProposedPair, propose } from '../../core/match/propose.ts'
import type { OpenRow } from '../../core/match/review/open-draft.ts'
import { weightsOf } from '../../core/match/score.ts'
import { draftOf } from '../../store/drafts.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { readPool } from './read-pool.ts'

/**
 * Proposes mentors for these mentees alone, out of the places that nobody has and that the open draft promises to nobody:
 * nobody is moved. Mentees who cannot be matched now (a break, a mentor, an open offer) get none. Stores nothing.
 */
export async function smallRun(
  scope: Scope,
  stored: StoredProgram,
  menteeIds: readonly string[],
): Promise<readonly ProposedPair[]> {
  const { pool } = await readPool(scope, stored)
  const draft = await draftOf(scope, stored.id)
  return proposeBeside({ stored, pool, rows: draft?.rows ?? [] }, menteeIds).pairs
}

/** The same for a pool and the rows of a draft that were read before, with who is left over and why. */
export function proposeBeside(
  {
    stored,
    pool,
    rows,
  }: { readonly stored: StoredProgram; readonly pool: Pool; readonly rows: readonly OpenRow[] },
  menteeIds: readonly string[],
): Proposal {
  const wanted = new Set(menteeIds)
  const looking = new Set(pool.mentees.map(({ id }) => id))
  const promised = Map.groupBy(
    rows.filter(
      ({ menteeId, standing }) => !wanted.has(menteeId) && looking.has(menteeId) && standing !== 'set-aside',
    ),
    ({ mentorId }) => mentorId,
  )
  const beside: Pool = {
    ...pool,
    mentees: pool.mentees.filter(({ id }) => wanted.has(id)),
    mentors: pool.mentors.map((mentor) => ({
      ...mentor,
      places: Math.max(mentor.places - (promised.get(mentor.id)?.length ?? 0), 0),
    })),
  }
  return propose(beside, {
    kept: [],
    setAside: new Set(),
    // Nobody can name a preference yet.
    scoring: { weights: weightsOf(stored.program), preferences: [], standing: [] },
  })
}
