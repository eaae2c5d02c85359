import { type DraftProblem, type DraftRow, type ReadDraft, readDraft } from '../../core/match/draft.ts'
import type { IdPair } from '../../core/match/eligibility.ts'
import { countWishes, type RankedPair } from '../../core/match/preferences.ts'
import type { Proposal } from '../../core/match/propose.ts'
import type { Scoring } from '../../core/match/score.ts'
import { type Tail, tailOf } from '../../core/match/tail.ts'
import type { MatchControl, Matched, Matcher } from '../../ports/matcher.ts'
import { preferencesIn } from '../../store/preferences.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { type ProgramPlace, type ProgramPool, readPool } from './read-pool.ts'
import { scoringOf } from './read-scoring.ts'
import { whyNoRun } from './why-no-run.ts'
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
  const problem = whyNoRun(stored.program, scope.now)
  if (problem !== undefined) return { problem }
  const preferences = await preferencesIn(scope, stored.id)
  return { stored, preferences, ...(await readPool(scope, stored)) }
}

export interface ProposedRun extends MatchRun {
  readonly proposal: Proposal
  /** What the search took. */
  readonly milliseconds: number
  readonly scoring: Scoring
  readonly tail: Tail<Proposal['pairs'][number]> | undefined
  /** Pairs of the draft, not kept, for which the run found others. */
  readonly moved: readonly IdPair[]
  /** Mentees who named somebody, and those of them who got one whom they named. */
  readonly wishes: { readonly named: number; readonly met: number }
  /**
   * People of the program who are not matched: those who have not joined yet, those who take a break, those who have not
   * confirmed the briefing that it requires.
   */
  readonly absent: { readonly invited: number; readonly paused: number; readonly unbriefed: number }
}

interface Asked {
  readonly run: MatchRun
  /** What a draft keeps; without it the pairs are proposed from nothing. */
  readonly rows?: readonly DraftRow[] | undefined
}

/** Proposes pairs for a run, or says what is wrong with the draft, or how the search ended without any. Stores nothing. */
export async function proposePairs(
  matcher: Matcher,
  { run, rows = [] }: Asked,
  control?: MatchControl,
): Promise<
  | ProposedRun
  | { readonly problems: readonly DraftProblem[] }
  | { readonly unfinished: Exclude<Matched, { kind: 'proposal' }> }
> {
  const { pool, places, stored } = run
  const { name } = stored.program
  const draft = readDraft(rows, pool, (email, side) => whyNotInPool(places, name, { email, side }))
  if ('problems' in draft) return draft
  const scoring = scoringOf(run, draft.standing)
  const matched = await matcher.propose(
    pool,
    { kept: draft.kept, setAside: draft.setAside, scoring },
    control,
  )
  if (matched.kind !== 'proposal') return { unfinished: matched }
  const { proposal, milliseconds } = matched
  return {
    ...run,
    proposal,
    milliseconds,
    scoring,
    tail: tailOf(proposal.pairs),
    moved: movedFrom(draft, proposal),
    wishes: wishesMet(run, proposal),
    absent: absentIn(run),
  }
}

/** Pairs that stood, and for which a run found others. */
export function movedFrom(
  { standing }: Pick<ReadDraft, 'standing'>,
  { pairs }: Pick<Proposal, 'pairs'>,
): IdPair[] {
  const mentorOf = new Map(pairs.map(({ mentee, mentor }) => [mentee.id, mentor.id]))
  return standing.filter(({ menteeId, mentorId }) => mentorOf.get(menteeId) !== mentorId)
}

/** How many mentees of a run named somebody, and how many got one whom they named. */
export function wishesMet(
  { pool: { mentees }, preferences }: MatchRun,
  { pairs }: Proposal,
): ProposedRun['wishes'] {
  return countWishes(preferences, { mentees, pairs: pairs.map(idsOf) })
}

function idsOf({ mentee, mentor }: Proposal['pairs'][number]): IdPair {
  return { menteeId: mentee.id, mentorId: mentor.id }
}

/** How many people of a program cannot be matched now, by why. */
export function absentIn({ places }: Pick<MatchRun, 'places'>): ProposedRun['absent'] {
  const everybody = [...places.values()]
  return {
    invited: everybody.filter(({ state }) => state === 'invited').length,
    paused: everybody.filter(({ state }) => state === 'paused').length,
    unbriefed: everybody.filter(lacksBriefing).length,
  }
}

/** Of those who look for somebody. */
function lacksBriefing({ state, unbriefed, hasMentor }: ProgramPlace): boolean {
  return state === 'active' && unbriefed.some((side) => side === 'mentor' || !hasMentor)
}
