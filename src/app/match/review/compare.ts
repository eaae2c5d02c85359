import { comparison } from '../../../core/match/review/compare-messages.ts'
import { findPerson } from '../../../core/match/review/find-mentor.ts'
import { compareForm } from '../../../core/match/review/forms.ts'
import { objectionTo, type WeighedPair, weighPair } from '../../../core/match/review/weigh.ts'
import { type Form, textIn } from '../../../core/message/form.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { audit } from '../../../store/audit.ts'
import type { Turn } from '../../turn.ts'
import { aboutFor, likelyMentors } from './changed-form.ts'
import { chosenMentor, refuse, type Wrong } from './choose.ts'
import { inPlace } from './find-review.ts'
import { type FoundRow, findRow, rowMessage } from './show-row.ts'

/** *Compare with…*: another mentor, or another pair. */
export async function askCompare(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  return 'not' in found ? found.not : { kind: 'form', form: formFor(turn, found) }
}

/** Two side by side: this pair, or the best that there could be where it has no mentor, and the other. */
export async function showComparison(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  if ('not' in found) return found.not
  const { reviewed, row, back } = found
  const { weighing, review } = reviewed
  const one = weighPair(weighing, row.menteeId, row.mentorId ?? likelyMentors(turn, found)[0]?.mentor.id)
  if (!one)
    return inPlace(await rowMessage(turn, found, 'There is nothing to compare: nobody can be matched.'))
  const other = otherPair(turn, found)
  if ('problem' in other) return refuse(formFor(turn, found), other)
  await audit(turn.scope, {
    actor: turn.person.id,
    action: 'match.compare',
    subject: reviewed.stored.id,
    details: { people: [one, other].flatMap(({ mentee, mentor }) => [mentee.id, mentor.id]) },
  })
  const objection = objectionTo(weighing, other.mentee.id, other.mentor.id)
  return inPlace(comparison({ review, row, back }, { one, other, objection }))
}

/** The mentor chosen, or the pair of a mentee who was written down. */
function otherPair(turn: Turn, { reviewed, row }: FoundRow): WeighedPair | Wrong {
  const { weighing, review } = reviewed
  const pairs = review.rows.filter(({ mentorId }) => mentorId !== undefined)
  const typed = textIn(turn.values, 'typed')
  const mentee = findPerson(
    typed,
    pairs.map((one) => ({ ...one.mentee, mentorId: one.mentorId })),
    'in the draft',
  )
  const mentor = chosenMentor(turn, reviewed)
  const isPair = 'problem' in mentor && typed !== '' && !('problem' in mentee)
  const other = isPair
    ? weighPair(weighing, mentee.id, mentee.mentorId)
    : 'id' in mentor && weighPair(weighing, row.menteeId, mentor.id)
  if (other) return other
  return 'problem' in mentor ? mentor : { field: 'typed', problem: 'One of the two cannot be matched now.' }
}

function formFor(turn: Turn, found: FoundRow): Form {
  return compareForm({ about: aboutFor(turn, found), row: found.row }, likelyMentors(turn, found))
}
