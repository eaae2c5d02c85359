import type { Mentor } from '../../../core/match/member.ts'
import { nothingDone, rowGone, tooCloseToRow, withMenu } from '../../../core/match/review/messages.ts'
import type { ReviewRow } from '../../../core/match/review/review.ts'
import { rowPage } from '../../../core/match/review/row-messages.ts'
import { alternativesFor } from '../../../core/match/review/weigh.ts'
import { whyNotFacts } from '../../../core/match/review/why-not-facts.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import type { Message } from '../../../core/message/message.ts'
import { hasConflict } from '../../../core/program/conflict.ts'
import { audit } from '../../../store/audit.ts'
import type { Turn } from '../../turn.ts'
import { findReview, inPlace, type Not, rowChangedSince } from './find-review.ts'
import { namedFrom, type Reviewed } from './read-review.ts'

const mostOthers = 5

/** A row that a press speaks of, as its coordinator may see it. */
export interface FoundRow {
  readonly reviewed: Reviewed
  readonly row: ReviewRow
  /** Where it was opened from: a list and a place in it. */
  readonly back: readonly string[]
}

/** Opens a row, in the place of the list. */
export async function openRow(turn: Turn): Promise<Outcome> {
  const [programId = '', menteeId = '', ...back] = turn.about
  const found = await findRow({ ...turn, about: [programId, menteeId, '', ...back] })
  return 'not' in found ? found.not : inPlace(await rowMessage(turn, found))
}

/** The row that `about` names (the program, the mentee, the look, where from), for a look. */
export async function findRow(turn: Turn): Promise<FoundRow | Not> {
  const reviewed = await findReview(turn)
  return 'not' in reviewed ? reviewed : rowIn(turn, reviewed)
}

/** The same to change it: where the press stands on an older row, what changed, and the row as it is now. */
export async function takeRow(turn: Turn): Promise<FoundRow | Not> {
  const reviewed = await findReview(turn, true)
  if ('not' in reviewed) return reviewed
  const [programId = '', menteeId = '', stamp = ''] = turn.about
  const found = rowIn(turn, reviewed)
  const changed = await rowChangedSince(turn, reviewed, { menteeId, stamp })
  if ('not' in found) {
    const isGone = !reviewed.draft.rows.some((row) => row.menteeId === menteeId)
    return isGone ? { not: inPlace(withMenu(programId, [...changed, rowGone].join(' '))) } : found
  }
  if (changed.length === 0) return found
  return { not: inPlace(await rowMessage(turn, found, nothingDone(changed))) }
}

/** The row of a draft that was read already. */
export function rowIn({ about }: Turn, reviewed: Reviewed): FoundRow | Not {
  const [programId = '', menteeId = '', , ...back] = about
  const { review } = reviewed
  const row = review.rows.find((one) => one.menteeId === menteeId)
  if (row) return { reviewed, row, back }
  const isHidden = review.hidden.some((one) => one.menteeId === menteeId)
  return { not: inPlace(withMenu(programId, isHidden ? tooCloseToRow : rowGone)) }
}

/** The row's page, noted as looked at by this coordinator. `word`: what has just happened. */
export async function rowMessage(
  { scope, person }: Turn,
  { reviewed, row, back }: FoundRow,
  word?: string,
): Promise<Message> {
  const { review, weighing, stored } = reviewed
  const isOut = (mentor: Mentor) => hasConflict(person.email, [namedFrom(mentor)])
  const others = alternativesFor(weighing, row, { most: mostOthers, isOut })
  await audit(scope, {
    actor: person.id,
    action: 'match.row',
    subject: stored.id,
    details: { people: [row.menteeId, ...(row.mentorId === undefined ? [] : [row.mentorId])] },
  })
  return rowPage(
    {
      review,
      row,
      weighing,
      others: others.map(({ mentor, score, left }) => ({
        name: mentor.name,
        score,
        left,
        loss: lossFor(reviewed, row, mentor.id),
      })),
      back,
    },
    word,
  )
}

/** A row that is decided has no part in what a run weighs. */
function lossFor({ weighing, draft }: Reviewed, row: ReviewRow, mentorId: string) {
  if (row.standing !== 'open') return undefined
  const { menteeId } = row
  return whyNotFacts(weighing, draft, { menteeId, mentorId, nameOf: () => undefined })?.loss
}
