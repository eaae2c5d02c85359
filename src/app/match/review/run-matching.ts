import {
  cancelled,
  lookingNow,
  noDraft,
  nothingDone,
  notRunning,
  withWord,
} from '../../../core/match/review/messages.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { audit } from '../../../store/audit.ts'
import { runOf } from '../../../store/match-runs.ts'
import type { StoredProgram } from '../../../store/programs.ts'
import type { Turn } from '../../turn.ts'
import { askForRun, cancelRun } from '../ask-run.ts'
import { changedSince, findProgram, inPlace } from './find-review.ts'
import { readReview } from './read-review.ts'
import { menuFor } from './show-match.ts'

/** *Propose pairs*, or once more around what is locked. Where another changed the draft meanwhile, they are shown so first. */
export async function proposeByButton(turn: Turn): Promise<Outcome> {
  const stored = await findProgram(turn)
  if ('not' in stored) return stored.not
  const changed = await changesSeen(turn, stored)
  if (changed.length > 0) return menuUnder(turn, stored, nothingDone(changed))
  const asked = await askForRun(turn.scope, { programId: stored.id, askedBy: turn.person.id })
  return menuUnder(turn, stored, 'problem' in asked ? asked.problem : lookingNow)
}

/** Ends the run that a press names, if it is one of this program. */
export async function cancelByButton(turn: Turn): Promise<Outcome> {
  const stored = await findProgram(turn)
  if ('not' in stored) return stored.not
  const { scope, person, about } = turn
  const run = await runOf(scope, stored.id)
  const isStopped = run !== undefined && run.id === about[1] && (await cancelRun(scope, run.id))
  if (isStopped) await audit(scope, { actor: person.id, action: 'match.cancel', subject: stored.id })
  return menuUnder(turn, stored, isStopped ? cancelled : notRunning)
}

async function changesSeen(turn: Turn, stored: StoredProgram): Promise<string[]> {
  const { scope, person, about } = turn
  const [, stamp] = about
  // A message that stood on no draft in particular.
  if (stamp === undefined) return []
  const reviewed = await readReview({ scope, reader: person }, stored, { lock: true })
  if (reviewed)
    return stamp === 'none' && isEmpty(reviewed.draft.rows)
      ? []
      : changedSince(turn, reviewed, { stamp, by: 'others' })
  return stamp === 'none' ? [] : [noDraft]
}

function isEmpty(rows: readonly unknown[]): boolean {
  return rows.length === 0
}

async function menuUnder(turn: Turn, stored: StoredProgram, word: string): Promise<Outcome> {
  return inPlace(withWord(word, await menuFor(turn, stored)))
}
