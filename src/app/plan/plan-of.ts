import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { noPairForPlan, planMessage } from '../../core/plan/messages.ts'
import { openActionsOfPairs } from '../../store/actions.ts'
import { companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'

/** The plan of the person's active pairs. `news`: what has just come about. */
export async function planOf({ scope, person }: Turn, news?: string): Promise<Outcome & { kind: 'show' }> {
  const companions = await companionsOf(scope, person.id)
  if (companions.length === 0) return { kind: 'show', message: noPairForPlan }
  const actions = await openActionsOfPairs(
    scope,
    companions.map(({ pair }) => pair.id),
  )
  const plan = {
    own: actions.filter(({ ownerId }) => ownerId === person.id),
    others: companions.map(({ pair, other }) => ({
      name: other,
      actions: actions.filter(({ pairId, ownerId }) => pairId === pair.id && ownerId !== person.id),
    })),
  }
  const eyes = { today: todayOf(person, scope.now), locale: person.locale }
  return { kind: 'show', message: planMessage(plan, eyes, news) }
}
