import type { Answer } from '../../core/checkin/answer.ts'
import { readTypedAgain } from '../../core/checkin/answer-typed.ts'
import { answerTo } from '../../core/checkin/conversation.ts'
import { checkInClosed, editUnclear, receiptMessage } from '../../core/checkin/conversation-messages.ts'
import type { Question } from '../../core/checkin/questions.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { answerInMessage } from '../../store/answers.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers, type Wanted } from './answer-keep.ts'
import { type OpenSheet, openSheet } from './answer-sheet.ts'

/** The person edited a chat message of theirs: the answer it holds changes while it can still be changed. */
export async function rehear(turn: Turn, text: string): Promise<Outcome> {
  if (text === '') return await unhear(turn)
  return await changeHeld(turn, (question, answer) => {
    const value = readTypedAgain(question, text, answer.value)
    return value && { question, answer: { ...answer, value } }
  })
}

/** The person deleted a chat message of theirs: the answer it holds is taken back. */
export async function unhear(turn: Turn): Promise<Outcome> {
  return await changeHeld(turn, (question, answer) => {
    if (answer.value.kind !== 'coordinator' || answer.value.words === undefined) return { question }
    // The message holds the words only: the wish was told before them.
    const { message: _, ...rest } = answer
    const { kind, wish } = answer.value
    return { question, answer: { ...rest, value: { kind, wish } } }
  })
}

async function changeHeld(
  turn: Turn,
  change: (question: Question, answer: Answer) => Wanted | undefined,
): Promise<Outcome> {
  const { scope, person, intent } = turn
  if (intent.kind !== 'edit' && intent.kind !== 'unsay') return { kind: 'silence' }
  const held = await answerInMessage(scope, { personId: person.id, message: intent.message })
  if (!held) return { kind: 'silence' }

  const opened = await openSheet(turn, held.checkInId)
  const found = opened && findHeld(opened, held.question)
  if (!found) return { kind: 'show', message: checkInClosed }
  const wanted = change(found.question, found.answer)
  if (!wanted) return { kind: 'show', message: editUnclear() }

  const { receipts } = await keepAnswers(scope, opened, [wanted])
  const [receipt] = receipts
  return receipt ? { kind: 'show', message: receiptMessage(opened.sheet, receipt) } : { kind: 'silence' }
}

function findHeld(
  { sheet }: OpenSheet,
  questionId: string,
): { question: Question; answer: Answer } | undefined {
  const question = sheet.questions.find(({ id }) => id === questionId)
  const answer = question && answerTo(sheet, question)
  return answer && { question, answer }
}
