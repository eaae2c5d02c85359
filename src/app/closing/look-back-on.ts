import type { Block, Message } from '../../core/message/message.ts'
import { behindBlocks } from '../../core/pair/ending-messages.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { PairSummary } from '../../core/pair/summary.ts'
import type { Person } from '../../core/people/person.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { goalsOfOwner } from '../../store/goals.ts'
import { meetingsOfPair } from '../../store/meetings.ts'
import { reviewsOfPairs } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'

/** What one of the two has to look back on, and their closing talk; nothing where the two have never met. */
export async function lookBackOn(
  scope: Scope,
  pair: Pair,
  person: Pick<Person, 'id' | 'zone'>,
): Promise<{ readonly summary?: PairSummary; readonly reviewId?: string }> {
  const summary = await summaryOf(scope, pair, person)
  if (summary.meetings === 0) return {}
  const review = (await reviewsOfPairs(scope, [pair.id], 'end')).find(
    ({ personId, state }) => personId === person.id && state !== 'answered',
  )
  return { summary, ...(review && { reviewId: review.id }) }
}

/** The message, and under it what there is to look back on of these pairs that have just ended. */
export async function withLookBack(
  scope: Scope,
  message: Message,
  { person, pairs }: { readonly person: Person; readonly pairs: readonly Pair[] },
): Promise<Message> {
  const blocks: Block[] = []
  for (const pair of pairs.slice(0, MOST_PAIRS))
    blocks.push(...behindBlocks({ locale: person.locale, ...(await lookBackOn(scope, pair, person)) }))
  return { ...message, blocks: [...message.blocks, ...blocks] }
}

/** Of more the overview and the reminder a week later speak. */
const MOST_PAIRS = 3

/** What the two have done together; both may read it. */
export async function summaryOf(
  scope: Scope,
  pair: Pair,
  person: Pick<Person, 'zone'>,
): Promise<PairSummary> {
  const until = pair.closedAt ? dateAt(pair.closedAt, person.zone) : dateAt(scope.now, person.zone)
  const meetings = await meetingsOfPair(scope, { pairId: pair.id, from: EVER, to: until })
  const goals = [
    ...(await goalsOfOwner(scope, pair.menteeId)),
    ...(await goalsOfOwner(scope, pair.mentorId)),
  ].filter(({ pairId }) => pairId === pair.id)
  return {
    from: pair.startedOn,
    until,
    isOver: pair.closedAt !== undefined,
    meetings: meetings.length,
    minutes: meetings.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    reached: goals.filter(({ state }) => state === 'reached').map(({ title }) => title),
    open: goals.filter(({ state }) => state === 'open').length,
  }
}

/** Two who knew one another may have met before they were a pair. */
const EVER = Temporal.PlainDate.from('2000-01-01')
