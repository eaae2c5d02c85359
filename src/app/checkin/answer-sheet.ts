import type { CheckIn } from '../../core/checkin/checkin.ts'
import type { Sheet } from '../../core/checkin/conversation.ts'
import type { NamedCheckIn } from '../../core/checkin/conversation-messages.ts'
import { type AskedGoal, questionsFor } from '../../core/checkin/questions.ts'
import { stageTips } from '../../core/checkin/script.ts'
import type { Goal } from '../../core/goal/goal.ts'
import { readValue } from '../../core/goal/value.ts'
import { todayOf } from '../../core/people/person.ts'
import { answersOf, type StoredAnswer } from '../../store/answers.ts'
import { answerableCheckInsOf, dueBefore, openCheckInsOf } from '../../store/check-ins.ts'
import { goalById, openGoalsOfPair } from '../../store/goals.ts'
import { meetingsOfPair } from '../../store/meetings.ts'
import { readerChoicesOf } from '../../store/reader-choices.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'

/** A check-in that its person can answer or change now, with what the conversation about it depends on. */
export interface OpenSheet extends Nudged {
  readonly sheet: Sheet
  /** Ids of the goals that are the person's own: only their owner moves them. */
  readonly ownGoals: ReadonlySet<string>
}

/** Undefined if there is no such check-in, it is somebody else's, or it cannot be changed any more. */
export async function openSheet(turn: Turn, checkInId: string | undefined): Promise<OpenSheet | undefined> {
  const { scope, person } = turn
  const answerable = await answerableCheckInsOf(scope, person.id)
  const checkIn = answerable.find(({ id }) => id === checkInId)
  const [nudged] = checkIn ? await loadNudged(scope, [checkIn]) : []
  if (!checkIn || !nudged) return undefined

  const answers = await answersOf(scope, [checkIn.id])
  const goals = await goalsAskedAbout(scope, checkIn, answers)
  const today = todayOf(person, scope.now)
  const { side } = checkIn
  const { program, other } = nudged
  const stage = checkIn.stage ?? 'working'
  const sheet: Sheet = {
    checkInId: checkIn.id,
    side,
    other: firstNameOf(other),
    program: program.name,
    routes: program.routes,
    questions: questionsFor({
      script: program.checkIn.script,
      stage,
      side,
      goals: goals.map((goal) => toAskedGoal(goal, person.locale)),
    }),
    answers,
    remembered: await readerChoicesOf(scope, person.id),
    chat: turn.intent.account.platform === 'slack' ? 'Slack' : 'Microsoft Teams',
    meeting: await meetingMeant(scope, nudged, today),
    locale: person.locale,
    tip: stageTips[stage][side],
  }
  const own = goals.filter(({ ownerId }) => ownerId === person.id)
  return { ...nudged, sheet, ownGoals: new Set(own.map(({ id }) => id)) }
}

/** The pair's open goals, and those that were closed since they were answered about. */
export async function goalsAskedAbout(
  scope: Scope,
  checkIn: CheckIn,
  answers: readonly StoredAnswer[],
): Promise<Goal[]> {
  const open = await openGoalsOfPair(scope, checkIn.pairId)
  const known = new Set(open.map(({ id }) => id))
  const closed: Goal[] = []
  for (const { question } of answers) {
    const id = question.startsWith('goal:') ? question.slice('goal:'.length) : ''
    const goal = id === '' || known.has(id) ? undefined : await goalById(scope, id)
    if (goal?.pairId === checkIn.pairId) closed.push(goal)
  }
  return [...open, ...closed].sort((a, b) => a.number - b.number)
}

/** A goal as a check-in asks about it; what is typed is read as the locale writes numbers. */
export function toAskedGoal(goal: Goal, locale: string): AskedGoal {
  const { id, number, title, measure, target, value, unit } = goal
  const read = (typed: string) => {
    const found = readValue(typed, goal, locale)
    return 'value' in found ? found.value : undefined
  }
  return { id, number, title, measure, target, value, read, ...(unit !== undefined && { unit }) }
}

/** The latest meeting that either has told of since the check-in before; else the day of this one stands for it. */
async function meetingMeant(
  scope: Scope,
  { checkIn, pair }: Nudged,
  today: Temporal.PlainDate,
): Promise<Sheet['meeting']> {
  const { dueOn } = checkIn
  const before = await dueBefore(scope, checkIn)
  const from = before ? before.add({ days: 1 }) : pair.startedOn
  const known = (await meetingsOfPair(scope, { pairId: pair.id, from, to: today })).at(-1)
  if (!known) return { day: Temporal.PlainDate.compare(dueOn, today) < 0 ? dueOn : today }
  const { heldOn: day, minutes } = known
  return { day, ...(minutes !== undefined && { minutes }) }
}

/** A check-in by the first name of the other, for choosing among several. */
export function toNamed({ checkIn, other }: Nudged): NamedCheckIn {
  return { checkInId: checkIn.id, other: firstNameOf(other), dueOn: checkIn.dueOn }
}

/** The person's open check-ins, for choosing among them. */
export async function openToAnswer({ scope, person }: Turn): Promise<NamedCheckIn[]> {
  return (await loadNudged(scope, await openCheckInsOf(scope, person.id))).map(toNamed)
}
