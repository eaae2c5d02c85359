import type { Mentor } from '../../../core/match/member.ts'
import { findPerson } from '../../../core/match/review/find-mentor.ts'
import { chooseOne, chooseOnlyOne, tooCloseToOther } from '../../../core/match/review/messages.ts'
import type { ReviewRow } from '../../../core/match/review/review.ts'
import { type Form, textIn } from '../../../core/message/form.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { hasConflict } from '../../../core/program/conflict.ts'
import type { Turn } from '../../turn.ts'
import { whyNotInPool } from '../why-not-in-pool.ts'
import { namedFrom, type Reviewed } from './read-review.ts'

/** Of a form: what is wrong, and at which field. */
export interface Wrong {
  readonly field: 'choice' | 'typed'
  readonly problem: string
}

/** What was chosen or typed, exactly one of them. */
function entered({ values }: Turn): { readonly id: string } | { readonly typed: string } | Wrong {
  const [id, typed] = [textIn(values, 'choice'), textIn(values, 'typed')]
  if (id !== '' && typed !== '') return { field: 'typed', problem: chooseOnlyOne }
  if (id !== '') return { id }
  return typed === '' ? { field: 'typed', problem: chooseOne } : { typed }
}

/** The mentor whom somebody chose or wrote down: of the program, able to take part now, and not close to the chooser. */
export function chosenMentor(turn: Turn, { pool, places, stored }: Reviewed): Mentor | Wrong {
  const chosen = entered(turn)
  if ('problem' in chosen) return chosen
  if ('id' in chosen) {
    const mentor = pool.mentors.find(({ id }) => id === chosen.id)
    return mentor ?? { field: 'choice', problem: 'This mentor cannot take part any more.' }
  }
  const { name } = stored.program
  const found = findPerson(chosen.typed, pool.mentors, `among the mentors of ${name}`)
  if (!('problem' in found)) {
    const isClose = hasConflict(turn.person.email, [namedFrom(found)])
    return isClose ? { field: 'typed', problem: tooCloseToOther } : found
  }
  const email = chosen.typed.trim().toLowerCase()
  const problem = places.has(email)
    ? `${whyNotInPool(places, name, { email, side: 'mentor' })}.`
    : found.problem
  return { field: 'typed', problem }
}

/** The row of the mentee whom somebody chose or wrote down. */
export function chosenRow(turn: Turn, { review }: Reviewed): ReviewRow | Wrong {
  const chosen = entered(turn)
  if ('problem' in chosen) return chosen
  if ('id' in chosen) {
    const row = review.rows.find(({ menteeId }) => menteeId === chosen.id)
    return row ?? { field: 'choice', problem: 'This mentee is not in the draft any more.' }
  }
  const mentees = [...review.rows, ...review.hidden].map((row) => ({ ...row.mentee, row }))
  const found = findPerson(chosen.typed, mentees, 'in the draft')
  if ('problem' in found) return { field: 'typed', problem: found.problem }
  const isHidden = review.hidden.includes(found.row)
  return isHidden ? { field: 'typed', problem: tooCloseToOther } : found.row
}

/** Nothing was done: the form with a sentence at its field. */
export function refuse(form: Form, { field, problem }: Wrong): Outcome {
  return { kind: 'errors', errors: { [field]: problem }, form }
}
