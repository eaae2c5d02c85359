import type { Mentor } from '../../../core/match/member.ts'
import { moveForm } from '../../../core/match/review/forms.ts'
import { mentorIsFull } from '../../../core/match/review/row-messages.ts'
import { objectionTo, placesLeft, weighPair } from '../../../core/match/review/weigh.ts'
import { describeFull } from '../../../core/match/rule-words.ts'
import type { Form } from '../../../core/message/form.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import type { Turn } from '../../turn.ts'
import { change } from './change-row.ts'
import { aboutFor, changedForm, likelyMentors } from './changed-form.ts'
import { chosenMentor, refuse } from './choose.ts'
import { inPlace } from './find-review.ts'
import { type FoundRow, findRow } from './show-row.ts'

/** *Move to…*: whom instead. */
export async function askMove(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  return 'not' in found ? found.not : { kind: 'form', form: formFor(turn, found) }
}

/** Gives the mentee to another mentor and locks the pair. Rules and places hold: else nothing is changed. */
export async function moveRow(turn: Turn): Promise<Outcome> {
  const taken = await changedForm(turn, formFor)
  if ('not' in taken) return taken.not
  const { found, form } = taken
  const { reviewed, row } = found
  const mentor = chosenMentor(turn, reviewed)
  if ('problem' in mentor) return refuse(form, mentor)
  const field = turn.values['choice'] === undefined ? 'typed' : 'choice'
  if (mentor.id === row.mentorId) {
    return refuse(form, { field, problem: `${row.mentee.name} is with ${mentor.name} already.` })
  }
  const objection = objectionTo(reviewed.weighing, row.menteeId, mentor.id)
  if (objection !== undefined) return refuse(form, { field, problem: `${objection}.` })
  if (placesLeft(reviewed.weighing, mentor) === 0) {
    return fullMentor(found, mentor) ?? refuse(form, { field, problem: `${describeFull(mentor)}.` })
  }
  const weighed = weighPair(reviewed.weighing, row.menteeId, mentor.id)
  if (!weighed) return refuse(form, { field, problem: row.stale ?? 'This mentee cannot be matched now.' })
  return change(turn, found, {
    kind: 'move',
    rows: [
      {
        ...row,
        mentorId: mentor.id,
        standing: 'locked',
        score: weighed.score,
        reasons: weighed.reasons,
      },
    ],
    word: `${row.mentee.name} is with ${mentor.name} now, and locked.`,
  })
}

/** Who has the places of a mentor who has none left; undefined where the draft gives them none. */
function fullMentor({ reviewed, row, back }: FoundRow, mentor: Mentor): Outcome | undefined {
  const { review, weighing } = reviewed
  const holders = weighing.given.get(mentor.id) ?? []
  if (mentor.places === 0 || holders.length === 0) return undefined
  const shown = review.rows.filter(({ menteeId }) => holders.includes(menteeId))
  const full = { mentor: mentor.name, holders: shown, others: holders.length - shown.length }
  return inPlace(mentorIsFull({ review, row, back }, full))
}

function formFor(turn: Turn, found: FoundRow): Form {
  return moveForm({ about: aboutFor(turn, found), row: found.row }, likelyMentors(turn, found))
}
