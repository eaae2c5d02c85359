import { type DraftProblem, type DraftRow, type ReadDraft, readDraft } from '../../core/match/draft.ts'
import type { IdPair } from '../../core/match/eligibility.ts'
import { countWishes, favoursOf, type RankedPair } from '../../core/match/preferences.ts'
import { type Proposal, propose } from '../../core/match/propose.ts'
import { weightsOf } from '../../core/match/score.ts'
import { type Tail, tailOf } from '../../core/match/tail.ts'
import { preferencesIn } from '../../store/preferences.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { isProgramOver } from '../pair/make-pairs.ts'
import { type ProgramPool, readPool } from './read-pool.ts'
import { whyNotInPool } from './why-not-in-pool.ts'

/** Where a run begins: the program, and who is in it. */
export interface MatchRun extends ProgramPool {
  readonly stored: StoredProgram
  /** Whom its mentees would like. */
  readonly preferences: readonly RankedPair[]
}

/** Reads what a run needs, or says why there can be none. */
export async function readRun(
  scope: Scope,
  stored: StoredProgram,
): Promise<MatchRun | { readonly problem: string }> {
  const { program } = stored
  if (isProgramOver(program, scope.now)) return { problem: `${program.name} is over` }
  if (program.type === 'peer') return { problem: 'match: rounds of a peer program are not available yet' }
  const preferences = await preferencesIn(scope, stored.id)
  return { stored, preferences, ...(await readPool(scope, stored)) }
}

export interface ProposedRun extends MatchRun {
  readonly proposal: Proposal
  readonly tail: Tail<Proposal['pairs'][number]> | undefined
  /** Pairs of the draft, not kept, for which the run found others. */
  readonly moved: readonly IdPair[]
  /** Mentees who named somebody, and those of them who got one whom they named. */
  readonly wishes: { readonly named: number; readonly met: number }
  /** People of the program who are not matched: those who have not joined yet, those who take a break. */
  readonly absent: { readonly invited: number; readonly paused: number }
}

/** Proposes pairs for a run, from nothing or around what a draft keeps. Stores nothing. */
export function proposePairs(
  run: MatchRun,
  rows: readonly DraftRow[] = [],
): ProposedRun | { readonly problems: readonly DraftProblem[] } {
  const { pool, places, stored, preferences } = run
  const { program } = stored
  const draft = readDraft(rows, pool, (email, side) => whyNotInPool(places, program.name, { email, side }))
  if ('problems' in draft) return draft
  const proposal = propose(pool, {
    kept: draft.kept,
    setAside: draft.setAside,
    scoring: {
      weights: weightsOf(program),
      preferences: favoursOf(preferences),
      standing: draft.standing,
    },
  })
  return {
    ...run,
    proposal,
    tail: tailOf(proposal.pairs),
    moved: movedFrom(draft, proposal),
    wishes: countWishes(preferences, { mentees: pool.mentees, pairs: proposal.pairs.map(idsOf) }),
    absent: absentIn(run),
  }
}

function movedFrom({ standing }: ReadDraft, { pairs }: Proposal): IdPair[] {
  const mentorOf = new Map(pairs.map(({ mentee, mentor }) => [mentee.id, mentor.id]))
  return standing.filter(({ menteeId, mentorId }) => mentorOf.get(menteeId) !== mentorId)
}

function idsOf({ mentee, mentor }: Proposal['pairs'][number]): IdPair {
  return { menteeId: mentee.id, mentorId: mentor.id }
}

function absentIn({ places }: MatchRun): ProposedRun['absent'] {
  const states = [...places.values()].map(({ state }) => state)
  return {
    invited: states.filter((state) => state === 'invited').length,
    paused: states.filter((state) => state === 'paused').length,
  }
}
