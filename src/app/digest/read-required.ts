import type { PairFacts } from '../../core/digest/attention.ts'
import { REQUIRED_SOON, type RequiredFacts } from '../../core/digest/required.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { readRequired } from '../meeting/required.ts'
import type { People } from './read-pairs.ts'

/** What a program requires of its pairs, as the digest tells it. */
export interface RequiredOfPairs {
  /** Undefined where the program requires nothing. */
  readonly facts?: RequiredFacts
  /** By pair. */
  readonly overdue: ReadonlyMap<string, NonNullable<PairFacts['overdueMeeting']>>
}

export async function readRequiredOf(
  scope: Scope,
  stored: StoredProgram,
  {
    pairs,
    people,
    resting,
  }: { readonly pairs: readonly Pair[]; readonly people: People; readonly resting: ReadonlySet<string> },
): Promise<RequiredOfPairs> {
  const required = await readRequired(scope, stored, pairs)
  if (!required) return { overdue: new Map() }
  const today = dateAt(scope.now, stored.program.timeZone)
  const soon = today.add({ days: REQUIRED_SOON })
  const atWork = pairs.filter(({ mentorId, menteeId }) => !resting.has(mentorId) && !resting.has(menteeId))
  const next = atWork.flatMap((pair) => {
    const [first] = required.missing(pair)
    return first ? [{ pairId: pair.id, ...first }] : []
  })
  const overdue = next.filter(({ dueBy }) => Temporal.PlainDate.compare(dueBy, today) < 0)
  const due = next.filter(({ dueBy }) => Temporal.PlainDate.compare(dueBy, soon) <= 0)
  const mentors = [...new Set(pairs.map(({ mentorId }) => mentorId))]
  return {
    overdue: new Map(overdue.map(({ pairId, number, dueBy }) => [pairId, { number, dueBy }])),
    facts: {
      due: due.length - overdue.length,
      overdue: overdue.length,
      short: mentors.flatMap((id) => {
        const mentor = people.get(id)
        const minutes = required.behind(id, today)
        if (!mentor || minutes === 0) return []
        const { name, email, managerEmail } = mentor
        return [{ name, email, minutes, ...(managerEmail !== undefined && { managerEmail }) }]
      }),
    },
  }
}
