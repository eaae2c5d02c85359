import type { Goal } from '../../core/goal/goal.ts'
import { goalsMessage, noPairForGoals } from '../../core/goal/messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { goalsOfOwner, openGoalsOfPairs } from '../../store/goals.ts'
import { type Companion, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { askGoal } from './set-goal.ts'

/** `goal`: the form where there is nothing to show yet or a goal is named, else the person's and their mentees' goals. */
export async function showGoals(turn: Turn): Promise<Outcome> {
  const companions = await companionsOf(turn.scope, turn.person.id)
  if (companions.length === 0) return { kind: 'show', message: noPairForGoals }

  const goals = await goalsOf(turn, companions)
  const nothingToShow = goals.own.length === 0 && goals.maySet && goals.mentees.length === 0
  if (turn.rest !== '' || (nothingToShow && isTyped(turn))) return askGoal(turn)

  const { person, scope } = turn
  const eyes = { today: todayOf(person, scope.now), locale: person.locale }
  return { kind: 'show', message: goalsMessage(goals, eyes) }
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
  const isOpen = ({ state, pairId }: Goal) => state === 'open' && active.has(pairId)
  return {
    own: all.filter(isOpen),
    reached: all.filter(({ state }) => state === 'reached').length,
    maySet: asMentor.length < companions.length,
    mentees: asMentor.map(({ pair, other }) => ({
      mentee: other,
      goals: theirs.filter(({ pairId }) => pairId === pair.id),
    })),
  }
}
