import type { Mentor } from '../../../core/match/member.ts'
import { whyNotAnswer } from '../../../core/match/review/compare-messages.ts'
import { whyNotForm } from '../../../core/match/review/forms.ts'
import { whyNotFacts } from '../../../core/match/review/why-not-facts.ts'
import { whyNot } from '../../../core/match/why-not.ts'
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
  const { weighing, draft, review } = reviewed
  const names = new Map(review.rows.map(({ menteeId, mentee }) => [menteeId, mentee.name]))
  const facts = whyNotFacts(weighing, draft, {
    menteeId: row.menteeId,
    mentorId: mentor.id,
    nameOf: (menteeId) => names.get(menteeId),
  })
  return facts ? whyNot(facts) : [`${row.stale ?? `${row.mentee.name} cannot be matched now`}.`]
}

function formFor(turn: Turn, found: FoundRow): Form {
  return whyNotForm({ about: aboutFor(turn, found), row: found.row }, likelyMentors(turn, found))
}
