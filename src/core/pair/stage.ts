export type Stage = 'getting-started' | 'setting-goals' | 'working' | 'closing'

/** The last stretch of a pair: so many days before its end. */
const CLOSING_DAYS = 28

/**
 * Which stage a pair is in (PRODUCT, *Stages*): getting started until the first held meeting, setting goals until one
 * goal stands, working until 28 days before the end, closing from then on. Without an end there is no closing; a pair
 * that never met has nothing to close and stays in getting started.
 */
export function stageOf(facts: {
  readonly hasMet: boolean
  /** Whether a goal stands, open or reached. */
  readonly hasGoal: boolean
  readonly endsOn: Temporal.PlainDate | undefined
  readonly today: Temporal.PlainDate
}): Stage {
  const { hasMet, hasGoal, endsOn, today } = facts
  if (!hasMet) return 'getting-started'
  if (!hasGoal) return 'setting-goals'
  if (endsOn === undefined) return 'working'
  const closesOn = endsOn.subtract({ days: CLOSING_DAYS })
  return Temporal.PlainDate.compare(today, closesOn) < 0 ? 'working' : 'closing'
}
