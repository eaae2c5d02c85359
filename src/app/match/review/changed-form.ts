import type { Mentor } from '../../../core/match/member.ts'
import { changedUnderForm } from '../../../core/match/review/messages.ts'
import { namesOf } from '../../../core/match/review/review.ts'
import { aboutOf } from '../../../core/match/review/row-messages.ts'
import { type Alternative, alternativesFor } from '../../../core/match/review/weigh.ts'
import type { Form } from '../../../core/message/form.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { hasConflict } from '../../../core/program/conflict.ts'
import type { Turn } from '../../turn.ts'
import { refuse } from './choose.ts'
import { findReview, rowChangedSince } from './find-review.ts'
import { namedFrom } from './read-review.ts'
import { type FoundRow, rowIn } from './show-row.ts'

const mostOptions = 20

/**
 * The row of a submitted form, to change it, and the form it was. Where the row has changed since the form was opened
 * nothing is done: the form stays with what was typed, and says who changed what.
 */
export async function changedForm(
  turn: Turn,
  formFor: (turn: Turn, found: FoundRow) => Form,
): Promise<{ readonly found: FoundRow; readonly form: Form } | { readonly not: Outcome }> {
  const reviewed = await findReview(turn, true)
  if ('not' in reviewed) return reviewed
  const found = rowIn(turn, reviewed)
  if ('not' in found) return found
  const [, menteeId = '', stamp = ''] = turn.about
  const changed = await rowChangedSince(turn, reviewed, { menteeId, stamp })
  const form = formFor(turn, found)
  if (changed.length === 0) return { found, form }
  const problem = changedUnderForm(changed, namesOf(found.row))
  return { not: refuse(form, { field: 'typed', problem }) }
}

/** A form that is sent in keeps the look with which it was opened, however often it is drawn again. */
export function aboutFor({ intent, about }: Turn, { reviewed, row, back }: FoundRow): string {
  return intent.kind === 'submit' ? about.join(':') : aboutOf({ review: reviewed.review, row, back })
}

/** The best mentors for the mentee of a row, but those to whom the reader is close. */
export function likelyMentors({ person }: Turn, { reviewed, row }: FoundRow): Alternative[] {
  const isOut = (mentor: Mentor) => hasConflict(person.email, [namedFrom(mentor)])
  return alternativesFor(reviewed.weighing, row, { most: mostOptions, isOut })
}
