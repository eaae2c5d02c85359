import type { Answer } from '../../core/checkin/answer.ts'
import { nameOf } from '../../core/checkin/messages.ts'
import type { Question } from '../../core/checkin/questions.ts'
import { mayRead } from '../../core/checkin/readers.ts'
import { type HelpCase, isOpenCase, isWaiting } from '../../core/help-case/help-case.ts'
import { lockCaseOfAnswer, openCasesOf } from '../../store/help-cases.ts'
import type { Scope } from '../../store/scope.ts'
import { beginCase, changeCase, takeBackCase } from '../help-case/keep-case.ts'
import { reachable, settingOf } from '../help-case/load-case.ts'
import type { AnswerChange } from './answer-effects.ts'
import type { OpenSheet } from './answer-sheet.ts'

/** What became of an answer that the coordinators are to read. */
export interface PassedOn {
  /** It is new to them. */
  readonly begun: boolean
  /** How many of them an urgent one goes to. */
  readonly urgentTo?: number
}

type Ask = Pick<HelpCase, 'urgent' | 'words' | 'shared'>

/**
 * A wish that the coordinator gets in touch, and words that somebody lets the coordinators read of their own accord,
 * are a case: opened, changed and taken back with the answer. Undefined where they are to read nothing of it.
 */
export async function passOnRequest(
  scope: Scope,
  opened: OpenSheet,
  { question, before, after, answerId }: AnswerChange & { readonly answerId: string | undefined },
): Promise<PassedOn | undefined> {
  const [was, is] = [askIn(question, before), askIn(question, after)]
  if (question.kind === 'coordinator' && after) await overtakeEarlier(scope, opened, answerId)
  if (!was && !is) return undefined
  const known = answerId === undefined ? undefined : await lockCaseOfAnswer(scope, answerId)
  if (is) return await passOn(scope, opened, { was, is, known, answerId })
  if (known) await takeBackCase(scope, known)
  return undefined
}

interface Passing {
  readonly was: Ask | undefined
  readonly is: Ask
  readonly known: HelpCase | undefined
  readonly answerId: string | undefined
}

async function passOn(scope: Scope, { pair, person }: OpenSheet, passing: Passing): Promise<PassedOn> {
  const { was, is, known, answerId } = passing
  const { id: pairId, programId } = pair
  const setting = await settingOf(scope, { programId, personId: person.id, pairId })
  const readers = setting?.readers ?? []
  if (known) await changeKnown(scope, known, { was, is })
  else if (setting && readers.length > 0) {
    await beginCase(scope, setting, { ...is, programId, pairId, ...(answerId !== undefined && { answerId }) })
  }
  return { begun: was === undefined, ...(is.urgent && { urgentTo: reachable(readers).length }) }
}

/** The latest word on it counts: what an earlier check-in asked, and nobody has answered, is over. */
async function overtakeEarlier(
  scope: Scope,
  { person, pair }: OpenSheet,
  answerId: string | undefined,
): Promise<void> {
  const earlier = (await openCasesOf(scope, person.id)).filter(
    (known) =>
      known.pairId === pair.id &&
      known.answerId !== undefined &&
      known.answerId !== answerId &&
      isWaiting(known) &&
      !known.shared,
  )
  for (const known of earlier) await takeBackCase(scope, known)
}

async function changeKnown(
  scope: Scope,
  known: HelpCase,
  { was, is }: { readonly was: Ask | undefined; readonly is: Ask },
): Promise<void> {
  const isSame = was && was.urgent === is.urgent && was.words.join() === is.words.join()
  if (isSame || (isOpenCase(known) && known.urgent === is.urgent && known.words.join() === is.words.join()))
    return
  await changeCase(scope, known, is)
}

/** Whether this answer is a case with the coordinators. */
export function isCase(questions: readonly Question[], answer: Answer): boolean {
  const question = questions.find(({ id }) => id === answer.question)
  return question !== undefined && askIn(question, answer) !== undefined
}

function askIn(question: Question, answer: Answer | undefined): Ask | undefined {
  if (!answer || !mayRead(answer.reader, 'coordinator')) return undefined
  const { value } = answer
  if (value.kind === 'coordinator' && value.wish !== 'no') {
    return { urgent: value.wish === 'urgent', words: value.words === undefined ? [] : [value.words] }
  }
  const { reader } = question
  const isOwnAccord = reader !== undefined && !mayRead(reader, 'coordinator')
  if (value.kind !== 'words' || !isOwnAccord) return undefined
  return { urgent: false, words: [`${nameOf(question)}\n${value.text}`], shared: true }
}
