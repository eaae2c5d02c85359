import type { CheckIn } from '../../core/checkin/checkin.ts'
import { questionsFor } from '../../core/checkin/questions.ts'
import { recapMessage, sharedWith } from '../../core/checkin/recap.ts'
import { answersOf, isRecapped, markRecapped } from '../../store/answers.ts'
import { checkInsOfDay } from '../../store/check-ins.ts'
import { lockPair } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent } from '../../store/sent-messages.ts'
import { toPerson } from '../write-to.ts'
import { goalsAskedAbout, toAskedGoal } from './answer-sheet.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'

/** A pair's check-ins of one day of the cadence. */
interface PairDay {
  readonly pairId: string
  readonly dueOn: Temporal.PlainDate
  /** They close, whether both have answered or not. */
  readonly closing?: true
}

/**
 * Gives each of the two what the other shared with the pair, once both are done or the check-in closes. What is not
 * over yet is not told of; nothing is sent where nothing is shared, and nothing twice.
 */
export async function sendRecapIfDue(scope: Scope, { pairId, dueOn, closing }: PairDay): Promise<void> {
  // Two who finish at the same moment would otherwise each take the other for not done.
  await lockPair(scope, pairId)
  const both = (await checkInsOfDay(scope, { pairId, dueOn })).filter(({ state }) => state !== 'cancelled')
  if (!closing && !both.every(isOver)) return
  for (const told of await loadNudged(scope, both.filter(isOver))) await sendRecap(scope, told)
}

async function sendRecap(scope: Scope, told: Nudged): Promise<void> {
  if (await isRecapped(scope, told.checkIn.id)) return
  const facts = await recapFacts(scope, told)
  if (facts.shared.length === 0) return
  const entries = toPerson(told.other, {
    key: keyOf(told),
    repeat: 'once',
    author: told.person.id,
    message: recapMessage(facts),
  })
  if ((await queue(scope, entries)) > 0) await markRecapped(scope, told.checkIn.id)
}

/**
 * What was shared has changed: the other's recap is changed in its place, or sent if there was nothing to send
 * before. True if they may have read what stood there.
 */
export async function updateRecap(
  scope: Scope,
  told: Nudged,
  change: 'changed' | 'narrowed',
): Promise<boolean> {
  const { checkIn } = told
  if (!(await isRecapped(scope, checkIn.id))) {
    await sendRecapIfDue(scope, { pairId: checkIn.pairId, dueOn: checkIn.dueOn })
    return false
  }
  const message = recapMessage({ ...(await recapFacts(scope, told)), change })
  return await changeSent(scope, keyOf(told), message)
}

async function recapFacts(scope: Scope, { checkIn, person, other, program }: Nudged) {
  const answers = await answersOf(scope, [checkIn.id])
  const { locale } = other
  const goals = await goalsAskedAbout(scope, checkIn, answers)
  const questions = questionsFor({
    script: program.checkIn.script,
    stage: checkIn.stage ?? 'working',
    side: checkIn.side,
    goals: goals.map((goal) => toAskedGoal(goal, locale)),
  })
  return {
    author: firstNameOf(person),
    dueOn: checkIn.dueOn,
    locale,
    shared: sharedWith({ questions, answers, locale }),
  }
}

function keyOf({ checkIn, other }: Nudged): string {
  return `recap:${checkIn.pairId}:${checkIn.dueOn.toString()}:${other.id}`
}

function isOver({ state }: CheckIn): boolean {
  return state === 'answered' || state === 'skipped' || state === 'missed'
}
