import type { Review } from '../../core/review/review.ts'
import type { Scope } from '../../store/scope.ts'
import { askReevaluation } from '../goal/review-goals.ts'
import { askSkills } from '../skills/ask-skills.ts'

/**
 * What else the moment asks of somebody, each in a message of its own and once: whether their goals are still theirs, and
 * of a mentee how they see the skills that they seek. Half-way the skills wait until the review is done, put aside or
 * reminded of, so that not everything comes at once; before the end there is no time for that.
 */
export async function askBeside(
  scope: Scope,
  { pairId, personId, side, moment }: Pick<Review, 'pairId' | 'personId' | 'side' | 'moment'>,
  at: 'invite' | 'remind' | 'done',
): Promise<void> {
  if (at === 'invite') await askReevaluation(scope, { pairId, personId, moment })
  const isTime = (at === 'invite') === (moment === 'end')
  if (side === 'mentee' && isTime) await askSkills(scope, { pairId, moment })
}
