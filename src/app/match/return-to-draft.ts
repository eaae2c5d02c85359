import { describeLeftOver } from '../../core/match/left-over.ts'
import type { Proposal } from '../../core/match/propose.ts'
import type { OpenRow } from '../../core/match/review/open-draft.ts'
import { changeDraft, openDraft } from '../../store/drafts.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { isProgramOver } from '../pair/make-pairs.ts'
import { readPool } from './read-pool.ts'
import { proposeBeside } from './small-run.ts'

/** A mentee who is to be looked at (again) by the coordinators. */
interface Returned {
  readonly menteeId: string
  /** Why, in public words for the coordinators: it stands first among the row's reasons, and is not for the two. */
  readonly why: string
}

/**
 * Puts mentees (back) into the program's draft, which is opened where there is none: each with the best mentor who has a
 * place, or with nobody and the reason. One small run and one change for all of them; nobody else is moved. Whoever
 * cannot be matched now is left out. Gives what the run found; undefined where there was nobody to place.
 */
export async function returnAllToDraft(
  scope: Scope,
  stored: StoredProgram,
  returned: readonly Returned[],
): Promise<Proposal | undefined> {
  if (isProgramOver(stored.program, scope.now) || stored.program.type === 'peer') return undefined
  const { pool } = await readPool(scope, stored)
  const looking = new Set(pool.mentees.map(({ id }) => id))
  const back = returned.filter(({ menteeId }) => looking.has(menteeId))
  if (back.length === 0) return undefined

  const draft = await openDraft(scope, stored.id)
  const proposal = await proposeBeside(
    scope,
    { stored, pool, rows: draft.rows },
    back.map(({ menteeId }) => menteeId),
  )
  const [only, ...more] = back
  await changeDraft(scope, draft, {
    actor: 'rounds',
    kind: 'return',
    ...(only && more.length === 0 && { menteeId: only.menteeId }),
    rows: rowsFor(back, proposal),
  })
  return proposal
}

function rowsFor(back: readonly Returned[], { pairs, leftOver }: Proposal): Omit<OpenRow, 'version'>[] {
  const pairOf = new Map(pairs.map((pair) => [pair.mentee.id, pair]))
  const reasonOf = new Map(leftOver.map(({ mentee, reason }) => [mentee.id, describeLeftOver(reason)]))
  return back.map(({ menteeId, why }) => {
    const pair = pairOf.get(menteeId)
    return {
      menteeId,
      mentorId: pair?.mentor.id,
      proposedId: pair?.mentor.id,
      standing: 'open',
      score: pair?.score,
      reasons: [why, ...(pair?.reasons ?? [reasonOf.get(menteeId) ?? ''])].filter(Boolean),
    }
  })
}
