import type { Goal } from '../../core/goal/goal.ts'
import type { Eyes } from '../../core/goal/goal-line.ts'
import { goalsMessage, lookForm, pastGoals } from '../../core/goal/messages.ts'
import { goalGone } from '../../core/goal/progress-messages.ts'
import { noPairForGoals } from '../../core/goal/wizard-messages.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { goalsOfOwner, openGoalsOfPairs } from '../../store/goals.ts'
import { type Companion, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { askGoal } from './begin-goal.ts'
import { showGoal, showPage } from './show-goal.ts'
import { begunBy } from './unfinished.ts'

/** So many fit one screen. */
const PAST_SHOWN = 8

/**
 * `goal`: the form where there is nothing to show yet or a goal is put into words, one goal where its number is given,
 * else the person's and their mentees' goals.
 */
export async function showGoals(turn: Turn): Promise<Outcome> {
  const companions = await companionsOf(turn.scope, turn.person.id)
  const [, number] = /^#?(\d{1,9})$/.exec(turn.rest) ?? []
  if (number !== undefined) return await showNumber(turn, Number(number))
  if (companions.length === 0) return { kind: 'show', message: noPairForGoals }

  const goals = await goalsOf(turn, companions)
  const nothingToShow =
    goals.own.length === 0 && goals.maySet && goals.mentees.length === 0 && !goals.unfinished
  if (turn.rest !== '' || (nothingToShow && isTyped(turn))) return askGoal(turn)
  return { kind: 'show', message: goalsMessage(goals, eyesOf(turn)) }
}

/** The person's goals that are reached or let go, also of pairs that are over. */
export async function showPast(turn: Turn): Promise<Outcome> {
  return { kind: 'show', message: pastGoals(await pastOf(turn), eyesOf(turn)) }
}

/** The choice among many goals: those that are open, or the earlier ones. */
export async function askLook(turn: Turn): Promise<Outcome> {
  const [which = 'open'] = turn.about
  const goals =
    which === 'past'
      ? await pastOf(turn)
      : (await goalsOf(turn, await companionsOf(turn.scope, turn.person.id))).own
  return goals.length === 0
    ? { kind: 'show', message: goalGone }
    : { kind: 'form', form: lookForm(goals, which) }
}

/** The goal that was chosen. */
export function showChosen(turn: Turn): Promise<Outcome> {
  return showGoal({ ...turn, about: [textIn(turn.values, 'goal')] })
}

async function pastOf({ scope, person }: Turn): Promise<Goal[]> {
  const all = await goalsOfOwner(scope, person.id)
  return all
    .filter(({ state }) => state !== 'open')
    .toReversed()
    .slice(0, PAST_SHOWN)
}

async function showNumber(turn: Turn, number: number): Promise<Outcome> {
  const all = await goalsOfOwner(turn.scope, turn.person.id)
  const goal = all.find((one) => one.number === number)
  return goal ? await showPage(turn, goal) : { kind: 'show', message: goalGone }
}

/** A button cannot say beforehand whether it opens a form, so only a typed command does. */
function isTyped({ intent }: Turn): boolean {
  return intent.kind === 'command' || intent.kind === 'say'
}

async function goalsOf({ scope, person }: Turn, companions: readonly Companion[]) {
  const asMentor = companions.filter(({ side }) => side === 'mentor')
  const active = new Set(companions.map(({ pair }) => pair.id))
  const all = await goalsOfOwner(scope, person.id)
  const theirs = await openGoalsOfPairs(
    scope,
    asMentor.map(({ pair }) => pair.id),
  )
  const begun = await begunBy(scope, person.id)
  const isOpen = ({ state, pairId }: Goal) => state === 'open' && active.has(pairId)
  const counted = (state: Goal['state']) => all.filter((goal) => goal.state === state).length
  return {
    own: all.filter(isOpen),
    reached: counted('reached'),
    retired: counted('retired'),
    maySet: asMentor.length < companions.length,
    ...(begun && { unfinished: begun.goal }),
    mentees: asMentor.map(({ pair, other }) => ({
      mentee: other,
      goals: theirs.filter(({ pairId }) => pairId === pair.id),
    })),
  }
}

function eyesOf({ scope, person }: Turn): Eyes {
  return { today: todayOf(person, scope.now), locale: person.locale }
}
