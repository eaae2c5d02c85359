import type { AnswerValue } from '../../core/checkin/answer.ts'
import { isPass, readTyped } from '../../core/checkin/answer-typed.ts'
import { answerTo, followUp, readerOf } from '../../core/checkin/conversation.ts'
import { whatCouldItBe } from '../../core/checkin/conversation-messages.ts'
import { type Asked, askedByName } from '../../core/checkin/questions.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Button } from '../../core/message/message.ts'
import { commandButton } from '../../core/message/messages.ts'
import { readCommand } from '../../core/message/read-command.ts'
import type { Reader } from '../../core/program/script-question.ts'
import { toReader } from '../../store/answers.ts'
import { conversationOf } from '../../store/conversations.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers } from './answer-keep.ts'
import { type OpenSheet, openSheet, openToAnswer } from './answer-sheet.ts'
import { askQuestion, goOn } from './ask-next.ts'

/**
 * Free text in the personal chat: the answer to the question last asked, for 24 hours. Any other text is neither
 * kept nor passed on; the person is asked what it could be.
 */
export async function hear(turn: Turn, text: string): Promise<Outcome> {
  const heard = text === '' ? undefined : await listen(turn)
  if (!heard) return { kind: 'show', message: whatCouldItBe(await openToAnswer(turn), meantBy(text)) }
  const { opened, asked, chosen } = heard
  if (asked.part !== 'whole' && isPass(text)) return { kind: 'show', message: await goOn(turn, opened) }

  const value = readTyped(asked, text, answerTo(opened.sheet, asked.question)?.value)
  if (value) return await take(turn, heard, value)
  const again = { asked, unclear: true as const, ...(chosen && { reader: chosen }) }
  return { kind: 'show', message: await askQuestion(turn, opened, again) }
}

/** In a chat commands come as any other text: one that is misspelt, or stands before words that do not belong to it. */
function meantBy(text: string): Button | undefined {
  const read = readCommand(text)
  if (read.kind === 'command') return commandButton(read.words)
  return read.kind === 'unknown' && read.suggestion !== undefined ? commandButton(read.suggestion) : undefined
}

interface Heard {
  readonly opened: OpenSheet
  readonly asked: Asked
  /** The reader chosen for the answer to come, where it is not the usual one. */
  readonly chosen?: Reader
}

/** What free text answers now. */
async function listen(turn: Turn): Promise<Heard | undefined> {
  const conversation = await conversationOf(turn.scope, turn.person.id)
  const opened = conversation && (await openSheet(turn, conversation.checkInId))
  const asked = opened && askedByName(opened.sheet.questions, conversation.question)
  if (!asked) return undefined
  const { reader } = conversation
  return { opened, asked, ...(reader !== undefined && { chosen: toReader(reader) }) }
}

async function take(turn: Turn, heard: Heard, value: AnswerValue): Promise<Outcome> {
  const { scope, intent } = turn
  const { opened, asked, chosen } = heard
  const { question, part } = asked
  const reader = chosen ?? readerOf(opened.sheet, question)
  const message = intent.kind === 'say' ? { message: intent.message } : {}
  const kept = await keepAnswers(scope, opened, [
    { question, answer: { value, reader, via: 'chat', ...message } },
  ])
  const [receipt] = kept.receipts
  const first = part === 'whole' ? followUp(kept.opened.sheet, question) : undefined
  return { kind: 'show', message: await goOn(turn, kept.opened, { first, ...(receipt && { receipt }) }) }
}
