import { runUnderWay } from '../../core/match/review/run-messages.ts'
import { audit } from '../../store/audit.ts'
import { callOffRun, createRun, type StoredRun } from '../../store/match-runs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { whyNoRun } from './why-no-run.ts'

interface Asked {
  readonly programId: string
  /** A person's id. */
  readonly askedBy: string
}

/**
 * Asks for pairs to be proposed. They come into the program's draft some seconds later, and whoever asked is told in a
 * message of their own. Else one sentence says why there is no run: another is under way, or the program is over.
 */
export async function askForRun(
  scope: Scope,
  { programId, askedBy }: Asked,
): Promise<{ readonly runId: string } | { readonly problem: string }> {
  const [stored] = await programsById(scope, [programId])
  if (!stored) return { problem: 'There is no such program any more.' }
  const problem = whyNoRun(stored.program, scope.now)
  if (problem !== undefined) return { problem: `${problem}.` }
  const { runId, underWay } = await createRun(scope, { programId, askedBy })
  if (underWay) return { problem: await wordsFor(scope, underWay, askedBy) }
  await audit(scope, { actor: askedBy, action: 'match.ask', subject: programId })
  return { runId }
}

/**
 * Calls a run off: it ends within a second, and the draft stays as it was. False where it was over already. Whoever
 * calls it off is not told in a message of its own: they see it where they did so.
 */
export function cancelRun(scope: Scope, runId: string): Promise<boolean> {
  return callOffRun(scope, runId)
}

async function wordsFor(scope: Scope, run: StoredRun, reader: string): Promise<string> {
  const [first] = run.askedBy === reader ? [] : await peopleById(scope, [run.askedBy])
  return runUnderWay({
    askedBy: run.askedBy === reader ? undefined : (first?.name ?? 'Somebody'),
    percent: run.percent,
  })
}
