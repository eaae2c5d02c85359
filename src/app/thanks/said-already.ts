import type { Scope } from '../../store/scope.ts'
import { type Thanks, thanksOf } from '../../store/thanks.ts'

/** Sent twice within this time, the same words count once. */
const SAME_WITHIN = Temporal.Duration.from({ hours: 1 })

/** Whether the same was said a short while ago: a form that was sent twice brings it once. */
export async function isSaidAlready(
  scope: Scope,
  { pairId, fromId, words }: Pick<Thanks, 'pairId' | 'fromId' | 'words'>,
): Promise<boolean> {
  const since = scope.now.subtract(SAME_WITHIN)
  return (await thanksOf(scope, fromId)).some(
    (one) =>
      one.fromId === fromId &&
      one.pairId === pairId &&
      one.words === words &&
      Temporal.Instant.compare(one.at, since) >= 0,
  )
}
