import { readerOf } from '../../core/checkin/conversation.ts'
import { finishedMessage, receiptMessage } from '../../core/checkin/conversation-messages.ts'
import { questionMessage, type Receipt } from '../../core/checkin/messages.ts'
import { type Asked, askedName, nextQuestion } from '../../core/checkin/questions.ts'
import type { Message } from '../../core/message/message.ts'
import type { Reader } from '../../core/program/script-question.ts'
import { ask, conversationOf, fallSilent } from '../../store/conversations.ts'
import { readingBlocks } from '../resource/suggest-reading.ts'
import type { Turn } from '../turn.ts'
import { type OpenSheet, openToAnswer } from './answer-sheet.ts'
import { finishCheckIn } from './finish-check-in.ts'
import { markNudge } from './mark-nudge.ts'

interface Said {
  readonly receipt?: Receipt
  /** Asked before the next question: it belongs to the one just answered. */
  readonly first?: Asked | undefined
}

/** The next question with the receipt for what was just said; after the last one the check-in is finished. */
export async function goOn(turn: Turn, opened: OpenSheet, said: Said = {}): Promise<Message> {
  const { sheet } = opened
  const { receipt, first } = said
  const question = nextQuestion(sheet.questions, sheet.answers)
  const asked = first ?? (question && { question, part: 'whole' as const })
  if (asked) return await askQuestion(turn, opened, { asked, ...(receipt && { receipt }) })
  return await finish(turn, opened, { receipts: receipt ? [receipt] : [] })
}

/** Asks this question in the chat: from now on free text answers it. */
export async function askQuestion(
  turn: Turn,
  { sheet }: OpenSheet,
  what: { asked: Asked; receipt?: Receipt; unclear?: true; reader?: Reader },
): Promise<Message> {
  const { asked, reader, ...shown } = what
  await ask(turn.scope, {
    personId: turn.person.id,
    checkInId: sheet.checkInId,
    question: askedName(asked),
    ...(reader && { reader }),
  })
  return questionMessage(sheet, { ...shown, asked, reader: reader ?? readerOf(sheet, asked.question) })
}

/** Nothing is left to ask. A check-in that was finished before only gives the receipt. */
export async function finish(
  turn: Turn,
  opened: OpenSheet,
  done: { receipts: readonly Receipt[]; inForm?: true },
): Promise<Message> {
  const { scope, person } = turn
  const { checkIn, sheet } = opened
  const again = checkIn.state === 'answered'
  if (!again) await finishCheckIn(scope, checkIn, 'answered')
  if (!again) await markNudge(scope, checkIn, done.inForm ? 'form' : 'chat')
  const conversation = await conversationOf(scope, person.id)
  if (conversation?.checkInId === checkIn.id) await fallSilent(scope, person.id)
  const [receipt] = done.receipts
  if (again && receipt && !done.inForm) return receiptMessage(sheet, receipt)
  const [next] = await openToAnswer(turn)
  const message = finishedMessage(sheet, { ...done, ...(next && { next }) })
  return { ...message, blocks: [...message.blocks, ...readingBlocks(opened)] }
}
