import type { Mentor } from '../../../core/match/member.ts'
import { whyNotAnswer } from '../../../core/match/review/compare-messages.ts'
import { whyNotForm } from '../../../core/match/review/forms.ts'
import { objectionTo, placesLeft, weighPair } from '../../../core/match/review/weigh.ts'
import { describeFull } from '../../../core/match/rule-words.ts'
import type { Form } from '../../../core/message/form.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { audit } from '../../../store/audit.ts'
import type { Turn } from '../../turn.ts'
import { aboutFor, likelyMentors } from './changed-form.ts'
import { chosenMentor, refuse } from './choose.ts'
import { inPlace } from './find-review.ts'
import { type FoundRow, findRow } from './show-row.ts'

/** *Why not…?*: whom. */
export async function askWhyNot(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  return 'not' in found ? found.not : { kind: 'form', form: formFor(turn, found) }
}

/** Why the mentee does not get this mentor. */
export async function showWhyNot(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  if ('not' in found) return found.not
  const { reviewed, row, back } = found
  const mentor = chosenMentor(turn, reviewed)
  if ('problem' in mentor) return refuse(formFor(turn, found), mentor)
  await audit(turn.scope, {
    actor: turn.person.id,
    action: 'match.why-not',
    subject: reviewed.stored.id,
    details: { people: [row.menteeId, mentor.id] },
  })
  const answer = answerFor(found, mentor)
  return inPlace(whyNotAnswer({ review: reviewed.review, row, back }, { mentor: mentor.name, answer }))
}

function answerFor({ reviewed, row }: FoundRow, mentor: Mentor): string[] {
  const { weighing } = reviewed
  const objection = objectionTo(weighing, row.menteeId, mentor.id)
  if (objection !== undefined) return [`${objection}.`]
  const score = weighPair(weighing, row.menteeId, mentor.id)?.score
  const full = placesLeft(weighing, mentor) === 0 ? [`${describeFull(mentor)}.`] : []
  return [...full, `The pair would score ${score ?? 0}; theirs now scores ${row.score ?? 0}.`]
}

function formFor(turn: Turn, found: FoundRow): Form {
  return whyNotForm({ about: aboutFor(turn, found), row: found.row }, likelyMentors(turn, found))
}
