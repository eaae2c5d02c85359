import { activePairsOf } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'
import { closeWithWords } from './close-pair.ts'
import { findTwo, type PairRefusal, refused } from './find-two.ts'

/** Ends a pair by hand, and tells both kindly. No reason is asked for. */
export async function endPair(
  scope: Scope,
  wanted: {
    /** The program's slug or id. */
    readonly program: string
    /** E-mail addresses. */
    readonly mentor: string
    readonly mentee: string
    /** A person's id, or `command line`. */
    readonly actor: string
  },
): Promise<{ readonly ok: true; readonly pairId: string } | PairRefusal> {
  const found = await findTwo(scope, wanted)
  if ('ok' in found) return found
  const { stored, mentor, mentee } = found
  const pair = (await activePairsOf(scope, mentor.id)).find(
    ({ programId, mentorId, menteeId }) =>
      programId === stored.id && mentorId === mentor.id && menteeId === mentee.id,
  )
  if (!pair) {
    return refused([`${mentor.name} and ${mentee.name} are no pair in ${stored.program.name}`])
  }
  await closeWithWords(scope, pair, { actor: wanted.actor, by: 'coordinator' })
  return { ok: true, pairId: pair.id }
}
