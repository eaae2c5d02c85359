import type { Goal } from '../../core/goal/goal.ts'
import { lockGoal } from '../../store/goals.ts'
import { type Companion, companionIn } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'

/** The goal that a button or form speaks of, with its pair. */
export interface OwnGoal {
  readonly goal: Goal
  readonly companion: Companion
}

/**
 * The person's own goal that the first part of `about` names, in a pair that goes on, whatever its state; it is this
 * transaction's until it ends. Undefined for anybody else's: an id in a payload proves nothing.
 */
export async function ownGoalIn({ scope, person, about }: Turn): Promise<OwnGoal | undefined> {
  const [goalId] = about
  const goal = goalId === undefined ? undefined : await lockGoal(scope, goalId)
  if (!goal || goal.ownerId !== person.id) return undefined
  const companion = await companionIn(scope, person.id, goal.pairId)
  return companion && { goal, companion }
}

/** The same, as long as it is open. */
export async function openGoalIn(turn: Turn): Promise<OwnGoal | undefined> {
  const own = await ownGoalIn(turn)
  return own?.goal.state === 'open' ? own : undefined
}
