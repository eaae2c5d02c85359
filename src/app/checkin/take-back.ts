import { answerTo } from '../../core/checkin/conversation.ts'
import { checkInClosed, questionGone } from '../../core/checkin/conversation-messages.ts'
import { askedByName } from '../../core/checkin/questions.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers } from './answer-keep.ts'
import { openSheet } from './answer-sheet.ts'
import { askQuestion } from './ask-next.ts'

/** *Not this*: what was taken as the answer is none, and the question is asked again. */
export async function takeBack(turn: Turn): Promise<Outcome> {
  const { scope, about } = turn
  const opened = await openSheet(turn, about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  const asked = askedByName(opened.sheet.questions, about.slice(1).join(':'))
  if (!asked) return { kind: 'show', message: questionGone }

  const { question } = asked
  const whole = { question, part: 'whole' } as const
  if (!answerTo(opened.sheet, question)) {
    return { kind: 'show', message: await askQuestion(turn, opened, { asked: whole }), replace: true }
  }
  const kept = await keepAnswers(scope, opened, [{ question }])
  const [receipt] = kept.receipts
  const message = await askQuestion(turn, kept.opened, { asked: whole, ...(receipt && { receipt }) })
  return { kind: 'show', message, replace: true }
}
