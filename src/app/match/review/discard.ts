import { discarded, nothingDone, withWord } from '../../../core/match/review/messages.ts'
import { askDiscard } from '../../../core/match/review/publish-messages.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { audit } from '../../../store/audit.ts'
import { discardDraft } from '../../../store/drafts.ts'
import type { Turn } from '../../turn.ts'
import { changedSince, findReview, inPlace, type Not } from './find-review.ts'
import type { Reviewed } from './read-review.ts'
import { menuFor } from './show-match.ts'

/** *Throw away*: asks once more. */
export async function askToDiscard(turn: Turn): Promise<Outcome> {
  const reviewed = await takeDraft(turn, 'others')
  return 'not' in reviewed ? reviewed.not : inPlace(askDiscard(reviewed.review))
}

/** Throws the draft away. Who was rejected for good stays rejected. */
export async function discardNow(turn: Turn): Promise<Outcome> {
  const reviewed = await takeDraft(turn, 'anybody')
  if ('not' in reviewed) return reviewed.not
  const { scope, person } = turn
  const { draft, stored } = reviewed
  await discardDraft(scope, draft)
  const details = { rows: draft.rows.length }
  await audit(scope, { actor: person.id, action: 'match.discard', subject: stored.id, details })
  return inPlace(withWord(discarded, await menuFor(turn, stored)))
}

/** The draft as the press saw it; where others changed it since, it is shown as it is now. */
async function takeDraft(turn: Turn, by: 'anybody' | 'others'): Promise<Reviewed | Not> {
  const reviewed = await findReview(turn, true)
  if ('not' in reviewed) return reviewed
  const [, stamp = ''] = turn.about
  const changed = await changedSince(turn, reviewed, { stamp, by })
  if (changed.length === 0) return reviewed
  return { not: inPlace(withWord(nothingDone(changed), await menuFor(turn, reviewed.stored))) }
}
