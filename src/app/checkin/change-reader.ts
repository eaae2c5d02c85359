import { answerTo, readerOf } from '../../core/checkin/conversation.ts'
import { checkInClosed, questionGone } from '../../core/checkin/conversation-messages.ts'
import { readersMessage } from '../../core/checkin/messages.ts'
import { isNarrower, usualReader } from '../../core/checkin/readers.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { readers } from '../../core/program/script-question.ts'
import { rememberReader } from '../../store/reader-choices.ts'
import type { Turn } from '../turn.ts'
import { keepAnswers } from './answer-keep.ts'
import { type OpenSheet, openSheet } from './answer-sheet.ts'
import { askQuestion, goOn } from './ask-next.ts'

/** *Change who reads it*: the four readers, to choose from. */
export async function showReaders(turn: Turn): Promise<Outcome> {
  const opened = await openSheet(turn, turn.about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  const question = changeable(opened, turn.about.slice(1).join(':'))
  if (!question) return { kind: 'show', message: questionGone }
  const message = readersMessage(opened.sheet, question, readerOf(opened.sheet, question))
  return { kind: 'show', message, replace: true }
}

/** A reader chosen: for the answer there is, or for the one to come. Fewer readers are remembered, more are not. */
export async function changeReader(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const opened = await openSheet(turn, about[0])
  if (!opened) return { kind: 'show', message: checkInClosed }
  const { sheet } = opened
  const question = changeable(opened, about.slice(1, -1).join(':'))
  const reader = readers.find((one) => one === about.at(-1))
  if (!question || !reader) return { kind: 'show', message: questionGone }

  const answer = answerTo(sheet, question)
  if (answer && answer.value.kind !== 'passed') {
    const kept = await keepAnswers(scope, opened, [{ question, answer: { ...answer, reader } }])
    const [receipt] = kept.receipts
    return { kind: 'show', message: await goOn(turn, kept.opened, receipt && { receipt }), replace: true }
  }
  const { scriptId } = question
  if (isNarrower(reader, usualReader(question, sheet.remembered.get(scriptId))))
    await rememberReader(scope, { personId: person.id, question: scriptId, reader })
  const asked = { question, part: 'whole' } as const
  return { kind: 'show', message: await askQuestion(turn, opened, { asked, reader }), replace: true }
}

function changeable({ sheet }: OpenSheet, id: string) {
  return sheet.questions.find((question) => question.id === id && question.reader !== undefined)
}
