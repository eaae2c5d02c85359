import { goalLine } from '../../core/goal/goal-line.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Block } from '../../core/message/message.ts'
import { offerBlocks } from '../../core/offer/messages.ts'
import { moreMessage, overviewMessage } from '../../core/overview/messages.ts'
import type { Overview, ShownCheckIn, ShownPair, ShownProgram } from '../../core/overview/overview.ts'
import { stageOf } from '../../core/pair/stage.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { missingBlocks } from '../../core/people/profile-messages.ts'
import { actionLine } from '../../core/plan/messages.ts'
import { describeContactDays } from '../../core/time/contact-window.ts'
import { openActionsOfPairs } from '../../store/actions.ts'
import { openGoalsOfOwner } from '../../store/goals.ts'
import {
  type ConcerningProgram,
  type PairAtAGlance,
  pairsAtAGlance,
  programsConcerning,
} from '../../store/overview.ts'
import type { Scope } from '../../store/scope.ts'
import { agreementLineOf } from '../agreement/overview-line.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { overviewMeetings } from '../meeting/overview-meetings.ts'
import { factsOf } from '../offer/ask.ts'
import { openQuestions } from '../offer/find-offer.ts'
import { briefingTask, growingCards } from '../orientation/overview-cards.ts'
import { firstIncomplete, readOwnProfile } from '../profile/read-profile.ts'
import type { Turn } from '../turn.ts'

/** The others are a tap away. */
const ACTIONS_SHOWN = 3

/** Everything at a glance: for `/mentor` alone, the Home tab, and whoever has just arrived. */
export async function showOverview(turn: Turn): Promise<Outcome> {
  const message = overviewMessage(await readOverview(turn))
  return turn.intent.kind === 'open-home' ? { kind: 'home', message } : { kind: 'show', message }
}

/** *More*: what the overview has no room for. */
export async function showMore(turn: Turn): Promise<Outcome> {
  return { kind: 'show', message: moreMessage(await readOverview(turn)) }
}

async function readOverview(turn: Turn): Promise<Overview> {
  const { scope, person } = turn
  const today = todayOf(person, scope.now)
  const all = await programsConcerning(scope, person)
  const programs = all.filter(({ endsOn }) => !endsOn || Temporal.PlainDate.compare(today, endsOn) <= 0)
  const pairs = await pairsAtAGlance(scope, person.id)
  const hasGoals = pairs.some(({ side, hasGoal }) => side !== 'mentor' && hasGoal)
  const goals = hasGoals ? await openGoalsOfOwner(scope, person.id) : []

  return {
    firstName: firstNameOf(person),
    locale: person.locale,
    zone: person.zone,
    now: scope.now,
    hours: hoursOf(person),
    questions: (await openQuestions(scope, person)).map((loaded) => offerBlocks(factsOf(loaded))),
    programs: programs.flatMap((program) => toShownProgram(program, pairs)),
    tasks: [
      await lackingIn(turn, programs, pairs),
      await briefingTask(turn, { programs, pairs }),
      await agreementLineOf(scope, pairs),
    ],
    standing: [...(await overviewMeetings(scope, person, pairs)), ...(await growingCards(turn, pairs))],
    firstMeeting: pairs.find(({ hasMet, side }) => !hasMet && side !== 'peer')?.id,
    pairs: pairs.map((pair) => toShownPair(pair, { all, today })),
    goals: goals.map((goal) => goalLine(goal, { today, locale: person.locale })),
    actions: await dueActions(scope, { person, pairIds: pairs.map(({ id }) => id), today }),
    coordinates: programs.filter(({ coordinates }) => coordinates).map(({ name }) => name),
    mayJoin: programs.some(mayBeJoined),
  }
}

/** What the person has to do within a week, or should have done. */
async function dueActions(
  scope: Scope,
  { person, pairIds, today }: { person: Person; pairIds: readonly string[]; today: Temporal.PlainDate },
): Promise<string[]> {
  const open = await openActionsOfPairs(scope, pairIds)
  const due = open.filter(
    ({ ownerId, dueOn }) => ownerId === person.id && today.until(dueOn, { largestUnit: 'day' }).days <= 7,
  )
  return due.slice(0, ACTIONS_SHOWN).map((action) => actionLine(action, { today, locale: person.locale }))
}

/** What a program still needs to know of whoever waits in it; looked at only for them. */
async function lackingIn(
  { scope, person }: Turn,
  programs: readonly ConcerningProgram[],
  pairs: readonly PairAtAGlance[],
): Promise<readonly Block[]> {
  const paired = new Set(pairs.map(({ programId }) => programId))
  const waits = programs.some(({ id, enrollment }) => enrollment?.state === 'active' && !paired.has(id))
  if (!waits) return []
  const lacking = firstIncomplete(
    await readOwnProfile(scope, person),
    ({ enrollment }) => !paired.has(enrollment.programId),
  )
  return lacking ? missingBlocks(lacking) : []
}

function toShownProgram(program: ConcerningProgram, pairs: readonly PairAtAGlance[]): ShownProgram[] {
  const { enrollment, name, join } = program
  if (!enrollment || enrollment.state === 'left') return []
  const { id: enrollmentId, state, pausedUntil } = enrollment
  const paired = pairs.some(({ programId }) => programId === program.id)
  return [
    { name, enrollmentId, state, required: join === 'required', paired, ...(pausedUntil && { pausedUntil }) },
  ]
}

function mayBeJoined({ join, enrollment }: ConcerningProgram): boolean {
  return join === 'open' && (!enrollment || enrollment.state === 'left')
}

function toShownPair(
  pair: PairAtAGlance,
  { all, today }: { all: readonly ConcerningProgram[]; today: Temporal.PlainDate },
): ShownPair {
  const program = all.find(({ id }) => id === pair.programId)
  const { other, side, hasMet, hasGoal } = pair
  const checkIn = checkInOf(pair, program?.enrollment?.state === 'paused')
  return {
    other,
    side,
    program: program?.name ?? '',
    stage: stageOf({ hasMet, hasGoal, endsOn: pair.endsOn ?? program?.endsOn, today }),
    ...(pair.reviewId !== undefined && { reviewId: pair.reviewId }),
    ...(checkIn && { checkIn }),
  }
}

function checkInOf({ openCheckInId, next }: PairAtAGlance, paused: boolean): ShownCheckIn | undefined {
  if (openCheckInId !== undefined) return { kind: 'open', id: openCheckInId }
  if (paused) return { kind: 'paused' }
  return next && { kind: 'next', ...next }
}

function hoursOf({ contact }: Person): string {
  return `${describeContactDays(contact.days)}, ${contact.from} to ${contact.to}`
}
