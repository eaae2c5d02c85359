import type { EndedBy, Pair } from '../../core/pair/pair.ts'
import { addDays } from '../../core/time/slot.ts'
import { hasMet } from '../../store/meetings.ts'
import { programsById } from '../../store/programs.ts'
import { countAsInvited, openReviews } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'

/** A reminder comes so long after the word that a pair is over. */
const REMINDED_AFTER_DAYS = 7

/**
 * Opens the closing talk for both of a pair: looking back, thanks, what comes next, the evaluation. `coming`: the end is
 * near, or one of the two leaves soon; they are invited at the next beat, at an hour that suits them. Else the pair is
 * over by that, and the word of its end bears the button. Nothing is opened in peer programs, whose rounds are short, nor
 * where the two have never met. Doing it again changes nothing.
 */
export async function openClosing(scope: Scope, pair: Pair, reason: 'coming' | EndedBy): Promise<void> {
  const [stored] = await programsById(scope, [pair.programId])
  if (!stored || stored.program.type === 'peer' || !(await hasMet(scope, pair.id))) return
  const sides = [
    { personId: pair.mentorId, side: 'mentor' },
    { personId: pair.menteeId, side: 'mentee' },
  ] as const
  const due =
    reason === 'coming'
      ? { messages: 0, nextAt: scope.now }
      : { messages: 1, nextAt: addDays(scope.now, REMINDED_AFTER_DAYS, stored.program.timeZone) }
  const { programId, id: pairId } = pair
  if (reason !== 'coming') await countAsInvited(scope, pairId, due.nextAt)
  await openReviews(
    scope,
    sides.map(({ personId, side }) => ({ programId, pairId, personId, side, moment: 'end', ...due })),
  )
}
