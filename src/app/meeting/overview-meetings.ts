import type { Card } from '../../core/overview/arrange.ts'
import { meetingCard } from '../../core/pair/meet/overview-blocks.ts'
import { isAhead } from '../../core/pair/meet/planned.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { meetingSumsOf } from '../../store/meeting-sums.ts'
import type { PairAtAGlance } from '../../store/overview.ts'
import { plannedOfPairs } from '../../store/planned-meetings.ts'
import type { Scope } from '../../store/scope.ts'
import { requiredLines } from './required.ts'

/** What the overview says of the meetings of these pairs; nothing without a pair. */
export async function overviewMeetings(
  scope: Scope,
  person: Person,
  pairs: readonly PairAtAGlance[],
): Promise<Card[]> {
  if (pairs.length === 0) return []
  const names = new Map(pairs.map(({ id, other }) => [id, other]))
  const planned = await plannedOfPairs(scope, [...names.keys()])
  const next = planned
    .flatMap(({ agreed, ...one }) =>
      agreed && isAhead({ ...one, agreed }, scope.now)
        ? [{ other: names.get(one.pairId) ?? '', startsAt: agreed.startsAt }]
        : [],
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const { year } = todayOf(person, scope.now)
  const sums = (await meetingSumsOf(scope, person.id)).filter((sum) => sum.year === year)
  const card = meetingCard({
    reader: person,
    next,
    required: await requiredLines(scope, person),
    year: {
      meetings: sums.reduce((sum, { meetings }) => sum + meetings, 0),
      minutes: sums.reduce((sum, { minutes }) => sum + minutes, 0),
    },
  })
  return [card]
}
