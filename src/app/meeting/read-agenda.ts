import type { Agenda } from '../../core/pair/meet/agenda-messages.ts'
import { openStepsOf, sharedChallengesOf } from '../../store/agenda.ts'
import { openGoalsOfPair } from '../../store/goals.ts'
import type { Scope } from '../../store/scope.ts'

/** What was said to be in the way longer ago than this is old. */
const RECENT = Temporal.Duration.from({ hours: 45 * 24 })

/** What stands open in a pair, as one of the two may read it. */
export async function readAgenda(scope: Scope, pairId: string, readerId: string): Promise<Agenda> {
  const goals = await openGoalsOfPair(scope, pairId)
  const steps = await openStepsOf(scope, pairId)
  const challenges = await sharedChallengesOf(scope, { pairId, since: scope.now.subtract(RECENT) })
  return {
    goals: goals.map(({ title }) => title),
    steps: steps.map(({ ownerId, ...step }) => ({ ...step, mine: ownerId === readerId })),
    challenges: challenges.map(({ personId, words }) => ({ words, mine: personId === readerId })),
  }
}
