import { errorsInFilled, type Filled, readFilled } from '../../core/checkin/answer-filled.ts'
import { isComplete } from '../../core/checkin/conversation.ts'
import { checkInForm, readScope } from '../../core/checkin/conversation-form.ts'
import { checkInClosed } from '../../core/checkin/conversation-messages.ts'
import type { Receipt } from '../../core/checkin/messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers, type Wanted } from './answer-keep.ts'
import { openSheet } from './answer-sheet.ts'
import { finish, goOn } from './ask-next.ts'

/**
 * Keeps a submitted form. What was answered elsewhere since it was opened stays unless the form says something, too;
 * what is left empty counts as passed over. What the form did not hold is asked next.
 */
export async function saveForm(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const [checkInId, ...written] = about
  const opened = await openSheet(turn, checkInId)
  if (!opened) return { kind: 'show', message: checkInClosed }
  const held = readScope(written.join(':'))
  const filled = readFilled(opened.sheet, held, values)
  const errors = errorsInFilled(filled, todayOf(person, scope.now))
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors, form: checkInForm(opened.sheet, held) }

  const kept = await keepAnswers(scope, opened, filled.map(toWanted))
  const message = isComplete(kept.opened.sheet)
    ? await finish(turn, kept.opened, { receipts: kept.receipts, inForm: true })
    : await goOn(turn, kept.opened, pressing(kept.receipts))
  return { kind: 'show', message }
}

/** What cannot wait until the last question: an urgent request, or a hard rating. */
function pressing(receipts: readonly Receipt[]): { readonly receipt?: Receipt } {
  const hard = receipts.filter(({ care }) => care !== undefined)
  const receipt = hard.find(({ care }) => care?.urgentTo !== undefined) ?? hard[0]
  return receipt ? { receipt } : {}
}

function toWanted({ question, value, reader }: Filled): Wanted {
  return { question, answer: { value, reader, via: 'form' } }
}
