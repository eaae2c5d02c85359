import { readPicked } from '../../core/checkin/answer-typed.ts'
import { answerTo, followUp, readerOf } from '../../core/checkin/conversation.ts'
import { checkInClosed, questionGone } from '../../core/checkin/conversation-messages.ts'
import { askedByName } from '../../core/checkin/questions.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { toReader } from '../../store/answers.ts'
import { openCheckInsOf } from '../../store/check-ins.ts'
import { conversationOf } from '../../store/conversations.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers } from './answer-keep.ts'
import { openSheet } from './answer-sheet.ts'
import { askQuestion, goOn } from './ask-next.ts'

/** *Answer here*: the first question that has no answer yet. */
export async function answerHere(turn: Turn): Promise<Outcome> {
  const opened = await openSheet(turn, turn.about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  return await onNudge(turn, async () => inPlace(await goOn(turn, opened)))
}

/** *We have not met*, on a nudge: one tap answers the first question and asks the next. */
export async function answerNotMet(turn: Turn): Promise<Outcome> {
  const opened = await openSheet(turn, turn.about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  const question = opened.sheet.questions.find(({ kind }) => kind === 'met')
  if (!question) return await answerHere(turn)
  return await onNudge(turn, () => pick(turn, [opened.sheet.checkInId, question.id, 'no']))
}

/** A nudge about several pairs stays where it is: its other buttons are still wanted. */
async function onNudge(turn: Turn, act: () => Promise<Outcome>): Promise<Outcome> {
  const several = (await openCheckInsOf(turn.scope, turn.person.id)).length > 1
  const outcome = await act()
  return several && outcome.kind === 'show' ? { kind: 'show', message: outcome.message } : outcome
}

/** A choice tapped: `CHECK-IN:QUESTION:VALUE`. Tapped again later, it changes the answer. */
export function pickChoice(turn: Turn): Promise<Outcome> {
  return pick(turn, turn.about)
}

async function pick(turn: Turn, about: readonly string[]): Promise<Outcome> {
  const { scope, person } = turn
  const opened = await openSheet(turn, about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  const { sheet } = opened
  const asked = askedByName(sheet.questions, about.slice(1, -1).join(':'))
  const before = asked && answerTo(sheet, asked.question)
  const value = asked && readPicked(asked, about.at(-1) ?? '', before?.value)
  if (!value) return { kind: 'show', message: questionGone }

  const { question } = asked
  const conversation = await conversationOf(scope, person.id)
  const current = conversation?.checkInId === sheet.checkInId && conversation.question === question.id
  const reader =
    current && conversation.reader !== undefined ? toReader(conversation.reader) : readerOf(sheet, question)
  const kept = await keepAnswers(scope, opened, [{ question, answer: { value, reader, via: 'chat' } }])
  const [receipt] = kept.receipts
  const first = asked.part === 'whole' ? followUp(kept.opened.sheet, question) : undefined
  return inPlace(await goOn(turn, kept.opened, { first, ...(receipt && { receipt }) }))
}

/** *Skip this one*: the question counts as passed over. An answer given meanwhile stands. */
export async function passQuestion(turn: Turn): Promise<Outcome> {
  const { scope, about } = turn
  const opened = await openSheet(turn, about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  const { sheet } = opened
  const asked = askedByName(sheet.questions, about.slice(1).join(':'))
  if (!asked) return { kind: 'show', message: questionGone }

  const { question, part } = asked
  if (part !== 'whole' || answerTo(sheet, question)) return inPlace(await goOn(turn, opened))
  if (question.required) return inPlace(await askQuestion(turn, opened, { asked }))
  const passed = { value: { kind: 'passed' }, reader: readerOf(sheet, question), via: 'chat' } as const
  const kept = await keepAnswers(scope, opened, [{ question, answer: passed }])
  const [receipt] = kept.receipts
  return inPlace(await goOn(turn, kept.opened, receipt && { receipt }))
}

function inPlace(message: Message): Outcome {
  return { kind: 'show', message, replace: true }
}
