import { swapForm } from '../../../core/match/review/forms.ts'
import type { OpenRow } from '../../../core/match/review/open-draft.ts'
import type { ReviewRow } from '../../../core/match/review/review.ts'
import { objectionToSwap, swapsFor } from '../../../core/match/review/swaps.ts'
import { weighPair } from '../../../core/match/review/weigh.ts'
import type { Form } from '../../../core/message/form.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import type { Turn } from '../../turn.ts'
import { again, change, without } from './change-row.ts'
import { aboutFor, changedForm } from './changed-form.ts'
import { chosenRow, refuse } from './choose.ts'
import { rowChangedSince } from './find-review.ts'
import type { Reviewed } from './read-review.ts'
import { type FoundRow, findRow, takeRow } from './show-row.ts'

const mostOptions = 20

/** *Swap with…*: with which mentee. */
export async function askSwap(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  return 'not' in found ? found.not : { kind: 'form', form: formFor(turn, found) }
}

/** Two mentees change mentors, and both pairs are locked. Rules hold both ways: else nothing is changed. */
export async function swapRows(turn: Turn): Promise<Outcome> {
  const taken = await changedForm(turn, formFor)
  if ('not' in taken) return taken.not
  const { found, form } = taken
  const other = chosenRow(turn, found.reviewed)
  if ('problem' in other) return refuse(form, other)
  const problem = await objectionNow(turn, found, other)
  const field = turn.values['choice'] === undefined ? 'typed' : 'choice'
  return problem === undefined ? swap(turn, found, other) : refuse(form, { field, problem })
}

/** The same by a button that names the other mentee. */
export async function swapWith(turn: Turn): Promise<Outcome> {
  const [programId = '', menteeId = '', stamp = '', otherId = '', ...back] = turn.about
  const asked = { ...turn, about: [programId, menteeId, stamp, ...back] }
  const found = await takeRow(asked)
  if ('not' in found) return found.not
  const other = found.reviewed.review.rows.find((row) => row.menteeId === otherId)
  if (!other) return again(asked, found, 'The other mentee is not in the draft any more.')
  const problem = await objectionNow(asked, found, other)
  return problem === undefined ? swap(asked, found, other) : again(asked, found, problem)
}

/** Why it cannot be: a rule, or somebody changed the other row since the form or the button was made. */
async function objectionNow(
  turn: Turn,
  { reviewed, row }: FoundRow,
  other: ReviewRow,
): Promise<string | undefined> {
  const [, , stamp = ''] = turn.about
  const changed = await rowChangedSince(turn, reviewed, { menteeId: other.menteeId, stamp })
  if (changed.length > 0) return `Nothing was done, because it has changed: ${changed.join(' ')}`
  return objectionToSwap(reviewed.weighing, row, other)
}

function swap(turn: Turn, found: FoundRow, other: ReviewRow): Promise<Outcome> {
  const { reviewed, row } = found
  const rows = [
    withMentor(reviewed, row, other.mentorId),
    row.mentorId === undefined
      ? without(other, 'gave their mentor to somebody else: “Propose again” looks for another')
      : withMentor(reviewed, other, row.mentorId),
  ]
  const rest = row.mentor
    ? `and ${other.mentee.name} with ${row.mentor.name}`
    : `${other.mentee.name} has nobody`
  return change(turn, found, {
    kind: 'swap',
    rows,
    word: `Swapped: ${row.mentee.name} is with ${other.mentor?.name ?? 'nobody'} now, ${rest}.`,
  })
}

function withMentor({ weighing }: Reviewed, row: ReviewRow, mentorId: string | undefined): OpenRow {
  const weighed = weighPair(weighing, row.menteeId, mentorId)
  const { score, reasons = [] } = weighed ?? {}
  return { ...row, mentorId, standing: 'locked', score, reasons }
}

function formFor(turn: Turn, found: FoundRow): Form {
  const { weighing, review } = found.reviewed
  const swaps = swapsFor(weighing, found.row, { rows: review.rows, most: mostOptions })
  return swapForm({ about: aboutFor(turn, found), row: found.row }, swaps)
}
