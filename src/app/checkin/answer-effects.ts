import type { Answer } from '../../core/checkin/answer.ts'
import type { Question } from '../../core/checkin/questions.ts'
import { mayRead } from '../../core/checkin/readers.ts'
import { retractMeeting, retractProgress } from '../../store/retractions.ts'
import type { Scope } from '../../store/scope.ts'
import { recordProgress } from '../goal/record-progress.ts'
import { logMeeting } from '../pair/log-meeting.ts'
import { keepStep } from '../plan/keep-step.ts'
import type { OpenSheet } from './answer-sheet.ts'

/** What an answer was and what it is now; missing where there is none. */
export interface AnswerChange {
  readonly question: Question
  readonly before: Answer | undefined
  readonly after: Answer | undefined
}

/** *We met* is a meeting held: told, corrected or taken back. */
export async function tellOfMeeting(scope: Scope, opened: OpenSheet, change: AnswerChange): Promise<void> {
  const { pair, person, checkIn } = opened
  const since = checkIn.openedAt ?? scope.now
  const [was, is] = [meetingIn(change.before), meetingIn(change.after)]
  if (was && !is?.heldOn.equals(was.heldOn))
    await retractMeeting(scope, { pairId: pair.id, personId: person.id, heldOn: was.heldOn, since })
  if (!is || (was?.heldOn.equals(is.heldOn) && was.minutes === is.minutes)) return
  const { heldOn, minutes } = is
  await logMeeting(scope, { pair, loggedBy: person.id, heldOn, ...(minutes !== undefined && { minutes }) })
}

/** Where an own goal stands moves the goal, as long as the other person in the pair may read it: goals are theirs, too. */
export async function moveGoal(scope: Scope, opened: OpenSheet, change: AnswerChange): Promise<void> {
  const goalId = change.question.goal?.id
  if (goalId === undefined || !opened.ownGoals.has(goalId)) return
  const authorId = opened.person.id
  const [was, is] = [standingIn(change.before), standingIn(change.after)]
  if (was?.value === is?.value && was?.note === is?.note) return
  if (was) await retractProgress(scope, { goalId, authorId, value: was.value })
  if (!is) return
  const { value, note } = is
  await recordProgress(scope, { goalId, authorId, value, ...(note !== undefined && { note }) })
}

/** A next step with a day becomes an action, as long as the other person in the pair may read it. */
export async function planStep(scope: Scope, opened: OpenSheet, change: AnswerChange): Promise<void> {
  const { pair, person, checkIn } = opened
  const answerId = `${checkIn.id}:${change.question.id}`
  await keepStep(scope, { pair, person, answerId, said: stepIn(change.after) })
}

function stepIn(answer: Answer | undefined) {
  if (answer?.value.kind !== 'words' || !mayRead(answer.reader, 'other-of-pair')) return undefined
  return { text: answer.value.text, by: answer.value.by }
}

function meetingIn(answer: Answer | undefined) {
  const value = answer?.value
  if (value?.kind !== 'met' || !value.met || value.heldOn === undefined) return undefined
  return { heldOn: Temporal.PlainDate.from(value.heldOn), minutes: value.minutes }
}

function standingIn(answer: Answer | undefined) {
  if (answer?.value.kind !== 'goal' || !mayRead(answer.reader, 'other-of-pair')) return undefined
  return { value: answer.value.value, note: answer.value.note }
}
