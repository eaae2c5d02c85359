import { readTyped } from '../../core/checkin/answer-typed.ts'
import { answerTo, followUp, readerOf } from '../../core/checkin/conversation.ts'
import { whatCouldItBe } from '../../core/checkin/conversation-messages.ts'
import { askedByName } from '../../core/checkin/questions.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { toReader } from '../../store/answers.ts'
import { conversationOf } from '../../store/conversations.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers } from './answer-keep.ts'
import { openSheet, openToAnswer } from './answer-sheet.ts'
import { askQuestion, goOn } from './ask-next.ts'

/**
 * Free text in the personal chat: the answer to the question last asked, for 24 hours. Any other text is neither
 * kept nor passed on; the person is asked what it could be.
 */
export async function hear(turn: Turn, text: string): Promise<Outcome> {
  const { scope, person, intent } = turn
  const conversation = text === '' ? undefined : await conversationOf(scope, person.id)
  const opened = conversation && (await openSheet(turn, conversation.checkInId))
  const asked = opened && askedByName(opened.sheet.questions, conversation.question)
  if (!conversation || !opened || !asked) return await offer(turn)

  const { question } = asked
  const { sheet } = opened
  const chosen = conversation.reader === undefined ? undefined : toReader(conversation.reader)
  const value = readTyped(asked, text, answerTo(sheet, question)?.value)
  if (!value) {
    const again = { asked, unclear: true as const, ...(chosen && { reader: chosen }) }
    return { kind: 'show', message: await askQuestion(turn, opened, again) }
  }
  const reader = chosen ?? readerOf(sheet, question)
  const message = intent.kind === 'say' ? { message: intent.message } : {}
  const kept = await keepAnswers(scope, opened, [
    { question, answer: { value, reader, via: 'chat', ...message } },
  ])
  const [receipt] = kept.receipts
  const first = asked.part === 'whole' ? followUp(question, value) : undefined
  return { kind: 'show', message: await goOn(turn, kept.opened, { first, ...(receipt && { receipt }) }) }
}

async function offer(turn: Turn): Promise<Outcome> {
  return { kind: 'show', message: whatCouldItBe(await openToAnswer(turn)) }
}
