import type { CheckIn } from '../../core/checkin/checkin.ts'
import { questionsFor } from '../../core/checkin/questions.ts'
import { mayRead } from '../../core/checkin/readers.ts'
import { recapMessage, sharedWith } from '../../core/checkin/recap.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { answersOf, isRecapped, markRecapped } from '../../store/answers.ts'
import { checkInsOfDay } from '../../store/check-ins.ts'
import { lockPair } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent } from '../../store/sent-messages.ts'
import { coordinatorsWithoutConflict } from '../program/coordinators.ts'
import { toPerson } from '../write-to.ts'
import { isCase } from './answer-request.ts'
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
  await tellCoordinators(scope, told)
  if (await isRecapped(scope, told.checkIn.id)) return
  const facts = await recapFacts(scope, told, forOther(told))
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
  const message = recapMessage({ ...(await recapFacts(scope, told, forOther(told))), change })
  return await changeSent(scope, keyOf(told), message)
}

/** What was shared with the coordinators has changed, once the check-in is over: see `tellCoordinators`. */
export async function updateCoordinators(
  scope: Scope,
  told: Nudged,
  change: 'changed' | 'narrowed',
): Promise<void> {
  if (isOver(told.checkIn)) await tellCoordinators(scope, told, change)
}

/** Every coordinator without a conflict gets what is for them, once; `change`: whoever has it sees it changed. */
async function tellCoordinators(scope: Scope, told: Nudged, change?: 'changed' | 'narrowed'): Promise<void> {
  const { person, other, pair, program, checkIn } = told
  const answers = await answersOf(scope, [checkIn.id])
  if (change === undefined && !answers.some(({ reader }) => mayRead(reader, 'coordinator'))) return
  for (const reader of await coordinatorsWithoutConflict(scope, program, pair)) {
    const facts = await recapFacts(scope, told, { viewer: 'coordinator', locale: reader.locale })
    const key = `recap:${checkIn.id}:${reader.id}`
    const message = recapMessage({
      ...facts,
      author: person.name,
      other: other.name,
      ...(change && { change }),
    })
    const after = nextFit({ instant: scope.now, availability: availabilityOf(reader, program.blackouts) })
    const sent = { key, repeat: 'once', author: person.id, message, ...(after && { after }) } as const
    const isNew = facts.shared.length > 0 && (await queue(scope, toPerson(reader, sent))) > 0
    if (change && !isNew) await changeSent(scope, key, message)
  }
}

async function recapFacts(
  scope: Scope,
  { checkIn, person, program }: Nudged,
  { viewer, locale }: { readonly viewer: 'other-of-pair' | 'coordinator'; readonly locale: string },
) {
  const answers = await answersOf(scope, [checkIn.id])
  const goals = await goalsAskedAbout(scope, checkIn, answers)
  const questions = questionsFor({
    script: program.checkIn.script,
    stage: checkIn.stage ?? 'working',
    side: checkIn.side,
    goals: goals.map((goal) => toAskedGoal(goal, locale)),
  })
  // What they were let read of somebody's own accord has come to them as a case.
  const untold = viewer === 'coordinator' ? answers.filter((answer) => !isCase(questions, answer)) : answers
  return {
    author: firstNameOf(person),
    dueOn: checkIn.dueOn,
    locale,
    shared: sharedWith({ questions, answers: untold, locale, viewer }),
  }
}

function forOther({ other: { locale } }: Nudged) {
  return { viewer: 'other-of-pair', locale } as const
}

function keyOf({ checkIn, other }: Nudged): string {
  return `recap:${checkIn.pairId}:${checkIn.dueOn.toString()}:${other.id}`
}

function isOver({ state }: CheckIn): boolean {
  return state === 'answered' || state === 'skipped' || state === 'missed'
}
