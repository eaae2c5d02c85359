import type { Answer, AnswerValue } from '../../core/checkin/answer.ts'
import {
  answerTo,
  needsRoutes,
  type Sheet,
  withAnswer,
  withoutAnswer,
} from '../../core/checkin/conversation.ts'
import type { Receipt } from '../../core/checkin/messages.ts'
import type { Question } from '../../core/checkin/questions.ts'
import { isNarrower, mayRead, usualReader, type Viewer } from '../../core/checkin/readers.ts'
import { removeAnswer, saveAnswer } from '../../store/answers.ts'
import { audit } from '../../store/audit.ts'
import { rememberReader } from '../../store/reader-choices.ts'
import type { Scope } from '../../store/scope.ts'
import { joinByAnswering } from '../people/join-program.ts'
import { type AnswerChange, moveGoal, planStep, tellOfMeeting } from './answer-effects.ts'
import { type PassedOn, passOnRequest } from './answer-request.ts'
import type { OpenSheet } from './answer-sheet.ts'
import { updateCoordinators, updateRecap } from './send-recap.ts'

/** An answer as it is to stand from now on; without one the question has none any more. */
export interface Wanted {
  readonly question: Question
  readonly answer?: Omit<Answer, 'question'>
}

export interface Kept {
  readonly opened: OpenSheet
  /** One for each, in order. */
  readonly receipts: readonly Receipt[]
}

/**
 * Keeps, changes or takes back answers, with all that follows from them: meetings, goals, urgent requests, the
 * remembered reader, the recap that has gone out.
 */
export async function keepAnswers(scope: Scope, opened: OpenSheet, wanted: readonly Wanted[]): Promise<Kept> {
  const { enrollment, person, checkIn } = opened
  if (enrollment.state === 'invited') await joinByAnswering(scope, person.id, checkIn.programId)
  let current = opened
  const receipts: Receipt[] = []
  const changes: AnswerChange[] = []
  for (const one of wanted) {
    const change = changeFor(current, one)
    receipts.push(await keepOne(scope, current, change))
    changes.push(change)
    const { after, question } = change
    const sheet = after ? withAnswer(current.sheet, after) : withoutAnswer(current.sheet, question.id)
    current = { ...current, sheet }
  }
  const read = await recap(scope, current, changes)
  return { opened: current, receipts: receipts.map((receipt) => markRead(receipt, changes, read)) }
}

function changeFor({ sheet }: OpenSheet, { question, answer }: Wanted): AnswerChange {
  const after = answer && {
    ...answer,
    question: question.id,
    value: dated(answer.value, sheet),
  }
  return { question, before: answerTo(sheet, question), after }
}

/** A meeting told of without a day is the one known already, or put on the day of the check-in. */
function dated(value: AnswerValue, { meeting }: Sheet): AnswerValue {
  if (value.kind !== 'met' || !value.met || value.heldOn !== undefined) return value
  const minutes = value.minutes ?? meeting.minutes
  return { ...value, heldOn: meeting.day.toString(), ...(minutes !== undefined && { minutes }) }
}

async function keepOne(scope: Scope, opened: OpenSheet, change: AnswerChange): Promise<Receipt> {
  const { question, before, after } = change
  const { checkIn, person, sheet } = opened
  const answerId = after
    ? await saveAnswer(scope, { ...after, checkInId: checkIn.id })
    : await removeAnswer(scope, { checkInId: checkIn.id, question: question.id })
  if (after) await rememberNarrower(scope, opened, { question, after })
  await audit(scope, {
    actor: person.id,
    action: after ? 'answer.keep' : 'answer.remove',
    subject: checkIn.id,
    details: { question: question.id, ...(after && { reader: after.reader, via: after.via }) },
  })

  if (question.kind === 'met') await tellOfMeeting(scope, opened, change)
  if (question.kind === 'goal') await moveGoal(scope, opened, change)
  if (question.kind === 'next-step') await planStep(scope, opened, change)
  const passed = await passOnRequest(scope, opened, { ...change, answerId })
  const shown = after ?? before
  return {
    question,
    reader: shown?.reader ?? usualReader(question, undefined),
    did: didOf(change),
    ...(isHard(change, passed) && { care: careFor(sheet, passed) }),
  }
}

/** A moment at which the ways out are shown: a low rating, or words for the coordinators. */
function isHard({ before, after }: AnswerChange, passed: PassedOn | undefined): boolean {
  if (!after) return false
  return passed?.begun === true || (needsRoutes(after.value) && !(before && needsRoutes(before.value)))
}

function careFor({ routes }: Sheet, passed: PassedOn | undefined): NonNullable<Receipt['care']> {
  const urgentTo = passed?.urgentTo
  return { routes, ...(urgentTo !== undefined && { urgentTo }) }
}

async function rememberNarrower(
  scope: Scope,
  { person, sheet }: OpenSheet,
  { question, after }: { question: Question; after: Answer },
): Promise<void> {
  const { scriptId, reader } = question
  if (reader === undefined) return
  if (!isNarrower(after.reader, usualReader(question, sheet.remembered.get(scriptId)))) return
  await rememberReader(scope, { personId: person.id, question: scriptId, reader: after.reader })
}

function didOf({ before, after }: AnswerChange): Receipt['did'] {
  const was = before?.value.kind === 'passed' ? undefined : before
  if (!after) return 'removed'
  if (after.value.kind === 'passed') return was ? 'removed' : 'passed'
  if (!was) return 'noted'
  if (isSame(was, after)) return was.reader === after.reader ? 'noted' : 'reader-changed'
  return isCompleted(was.value, after.value) ? 'noted' : 'changed'
}

/** Whether the answer says all that it said before, and more. */
function isCompleted(before: AnswerValue, after: AnswerValue): boolean {
  const now = new Map<string, unknown>(Object.entries(after))
  return Object.entries(before).every(([name, value]) => now.get(name) === value)
}

/** The recaps are changed once for all changes together. True if the other person in the pair may have read what stood there. */
async function recap(scope: Scope, opened: OpenSheet, changes: readonly AnswerChange[]): Promise<boolean> {
  if (opened.checkIn.state === 'open') return false
  const forCoordinator = changeToldTo('coordinator', changes)
  if (forCoordinator) await updateCoordinators(scope, opened, forCoordinator)
  const forOther = changeToldTo('other-of-pair', changes)
  return forOther === undefined ? false : await updateRecap(scope, opened, forOther)
}

function changeToldTo(
  viewer: 'other-of-pair' | 'coordinator',
  changes: readonly AnswerChange[],
): 'changed' | 'narrowed' | undefined {
  const told = changes.filter(
    ({ before, after }) =>
      (isShared(before, viewer) || isShared(after, viewer)) &&
      !(isSame(before, after) && before?.reader === after?.reader),
  )
  if (told.length === 0) return undefined
  return told.some(({ before, after }) => isShared(before, viewer) && !isShared(after, viewer))
    ? 'narrowed'
    : 'changed'
}

function markRead(receipt: Receipt, changes: readonly AnswerChange[], read: boolean): Receipt {
  const change = changes.find(({ question }) => question === receipt.question)
  const exposed = read && isShared(change?.before) && !isSame(change?.before, change?.after)
  const withdrawn = read && isShared(change?.before) && !isShared(change?.after)
  return exposed || withdrawn ? { ...receipt, mayHaveBeenRead: true } : receipt
}

/** Whether the answer stands in the recap for this viewer. */
function isShared(answer: Answer | undefined, viewer: Viewer = 'other-of-pair'): boolean {
  if (!answer || answer.value.kind === 'passed' || answer.value.kind === 'met') return false
  return mayRead(answer.reader, viewer)
}

function isSame(before: Answer | undefined, after: Answer | undefined): boolean {
  if (!before || !after) return before === after
  return isCompleted(before.value, after.value) && isCompleted(after.value, before.value)
}
