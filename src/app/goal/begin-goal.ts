import { adviceOnWhat } from '../../core/goal/advice.ts'
import { problemsOfNumbers } from '../../core/goal/draft.ts'
import { MOST_OPEN_GOALS, measures } from '../../core/goal/goal.ts'
import type { UnfinishedGoal } from '../../core/goal/unfinished-goal.ts'
import { wayForm, whatForm, whatFormAgain } from '../../core/goal/wizard-forms.ts'
import {
  describeDraftProblem,
  enoughGoals,
  menteesSetGoals,
  noPairForGoals,
  pairEndedMeanwhile,
  putAway,
  unfinishedGone,
  unfinishedWaits,
} from '../../core/goal/wizard-messages.ts'
import { type Form, textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { pairGone } from '../../core/pair/messages.ts'
import { openGoalsOfOwner } from '../../store/goals.ts'
import { newUnfinishedId } from '../../store/unfinished.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { type Begun, begunBy, dropBegun, keepBegun } from './unfinished.ts'

/** Those with whom a goal may be set, unless something stands in the way. */
type Room = { readonly companions: readonly Companion[] } | { readonly refusal: Message }

/** The form of a new goal, or of the one that was begun, at the step where it was left. */
export async function askGoal(turn: Turn): Promise<Outcome> {
  const begun = await begunBy(turn.scope, turn.person.id)
  if (begun && turn.rest !== '') return show(unfinishedWaits(begun.goal, [turn.rest]))
  const room = await roomFor(turn, begun ? undefined : turn.about[0])
  if ('refusal' in room) return show(room.refusal)
  if (!begun) return form(freshForm(room.companions, turn.rest))
  if (!isIn(room.companions, begun.goal)) return show(pairEndedMeanwhile(begun.goal))
  return form(begun.step === 'what' ? whatFormAgain(begun.goal) : wayForm(begun.goal))
}

/** The first step of the goal in the making, to put it differently. */
export async function rewordGoal(turn: Turn): Promise<Outcome> {
  const begun = await begunBy(turn.scope, turn.person.id)
  if (!begun || begun.goal.id !== turn.about[0]) return show(unfinishedGone)
  return form(whatFormAgain(begun.goal))
}

/** The goal in the making is not wanted: what was written is shown once more. */
export async function putGoalAway({ scope, person, about }: Turn): Promise<Outcome> {
  const begun = await begunBy(scope, person.id)
  if (!begun || begun.goal.id !== about[0]) return show(unfinishedGone)
  await dropBegun(scope, person.id)
  return { kind: 'show', message: putAway(begun.goal), replace: true }
}

/** The form of the first step as it was opened: new, or of the goal in the making that it names. */
export async function askBegin(turn: Turn): Promise<Outcome> {
  const [pairId, id] = turn.about
  const begun = await begunBy(turn.scope, turn.person.id)
  const room = await roomFor(turn, pairId)
  if ('refusal' in room) return show(room.refusal)
  if (id === undefined) return begun ? show(unfinishedWaits(begun.goal)) : form(freshForm(room.companions))
  return begun?.goal.id === id ? form(whatFormAgain(begun.goal)) : show(unfinishedGone)
}

/** Keeps what it is and how one will know, asks back once where that is weak, and goes on to the second step. */
export async function beginGoal(turn: Turn): Promise<Outcome> {
  const { scope, person, values, about } = turn
  const asked = await askBegin(turn)
  if (asked.kind !== 'form') return asked
  const before = await begunBy(scope, person.id)
  const pairId = about[0] ?? (textIn(values, 'pair') || (asked.form.about ?? ''))
  if (!(await companionIn(scope, person.id, pairId))) return show(pairGone)

  const goal = withWhat(before?.goal ?? newGoal(pairId), values)
  const problems = problemsOfNumbers(goal)
  if (problems.length > 0) {
    const errors = problems.map(({ field, problem }) => [field, describeDraftProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form: asked.form }
  }
  const advice = goal.asked.includes('what') ? undefined : adviceOnWhat(goal)
  const next: Begun = advice
    ? { step: 'what', goal: { ...goal, asked: [...goal.asked, 'what'] } }
    : { step: 'way', goal }
  await keepBegun(scope, person.id, next)
  return form(advice ? whatFormAgain(next.goal, { advice }) : wayForm(next.goal))
}

/** The pairs in which the person may set a goal now; of one of them where it is named. */
export async function roomFor({ scope, person }: Turn, pairId: string | undefined): Promise<Room> {
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && named?.side !== 'mentee') return { refusal: pairGone }
  const all = named ? [named] : await companionsOf(scope, person.id)
  const companions = all.filter(({ side }) => side === 'mentee')
  if (companions.length === 0) return { refusal: all.length === 0 ? noPairForGoals : menteesSetGoals }
  const open = await openGoalsOfOwner(scope, person.id)
  return open.length >= MOST_OPEN_GOALS ? { refusal: enoughGoals } : { companions }
}

function isIn(companions: readonly Companion[], { pairId }: UnfinishedGoal): boolean {
  return companions.some(({ pair }) => pair.id === pairId)
}

function freshForm(companions: readonly Companion[], title = ''): Form {
  const pairs = companions.map(({ pair, other }) => ({ value: pair.id, label: other }))
  return whatForm({ pairs, ...(title !== '' && { title }) })
}

function newGoal(pairId: string): UnfinishedGoal {
  return { id: newUnfinishedId(), pairId, title: '', measure: 'yes-no', milestones: [], asked: [] }
}

function withWhat(before: UnfinishedGoal, values: Values): UnfinishedGoal {
  const { baseline: _, target: __, unit: ___, ...rest } = before
  const unit = textIn(values, 'unit')
  const baseline = numberIn(values, 'baseline')
  const target = numberIn(values, 'target')
  return {
    ...rest,
    title: textIn(values, 'title'),
    measure: measures.find((measure) => measure === textIn(values, 'measure')) ?? 'yes-no',
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(unit !== '' && { unit }),
  }
}

function numberIn(values: Values, name: string): number | undefined {
  const text = textIn(values, name)
  return text === '' ? undefined : Number(text.trim().replace(',', '.'))
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}

function form(asked: Form): Outcome {
  return { kind: 'form', form: asked }
}
