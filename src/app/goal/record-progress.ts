import { type Goal, isReached } from '../../core/goal/goal.ts'
import { audit } from '../../store/audit.ts'
import { addProgress } from '../../store/goal-history.ts'
import { goalById, markGoalReached } from '../../store/goals.ts'
import type { Scope } from '../../store/scope.ts'
import { celebrate } from './celebrate.ts'

/**
 * Keeps where an open goal stands, with its note, and closes the goal as reached when the value meets the target,
 * which both are told once. Gives the goal as it stands now; undefined if it does not exist or is not open any more. Whether the author may
 * speak for the goal is the caller's to check.
 */
export async function recordProgress(
  scope: Scope,
  entry: { goalId: string; authorId: string; value: number; note?: string },
): Promise<Goal | undefined> {
  const goal = await goalById(scope, entry.goalId)
  if (goal?.state !== 'open') return undefined

  const reached = isReached(goal, entry.value)
  const at = await addProgress(scope, entry)
  if (reached) await markGoalReached(scope, goal.id, at)
  await audit(scope, {
    actor: entry.authorId,
    action: reached ? 'goal.reach' : 'goal.progress',
    subject: goal.id,
  })
  const now: Goal = { ...goal, value: entry.value, state: reached ? 'reached' : 'open' }
  if (reached) await celebrate(scope, now)
  return now
}
