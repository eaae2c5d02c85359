import { namesOf, type ReviewRow } from './review.ts'
import { objectionTo, scorePair, type Weighing } from './weigh.ts'

/** A row with whose mentee this one could change places. */
export interface Swap {
  readonly row: ReviewRow
  /** What the swap adds to the total score, or takes from it. */
  readonly gain: number
}

/** The rows that go best with this one the other way round; locked ones are decided, and stay. */
export function swapsFor(
  weighing: Weighing,
  row: ReviewRow,
  { rows, most }: { readonly rows: readonly ReviewRow[]; readonly most: number },
): Swap[] {
  return rows
    .flatMap((other): Swap[] => {
      if (objectionToSwap(weighing, row, other) !== undefined) return []
      return [{ row: other, gain: gainOf(weighing, row, other) }]
    })
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most)
}

/** Why the two rows cannot change mentors, as a sentence. */
export function objectionToSwap(weighing: Weighing, row: ReviewRow, other: ReviewRow): string | undefined {
  if (row.menteeId === other.menteeId) return 'Nobody can swap with themselves.'
  if (row.mentorId === other.mentorId) {
    return `${row.mentee.name} and ${other.mentee.name} have the same mentor, so there is nothing to swap.`
  }
  if (other.standing === 'locked') return `${namesOf(other)} are locked. Unlock them first.`
  if (other.mentorId === undefined) return `${other.mentee.name} has no mentor to swap. Use “Move to…”.`
  const objections = [
    whyNot(weighing, row.menteeId, other.mentorId),
    whyNot(weighing, other.menteeId, row.mentorId),
  ]
  const first = objections.find((objection) => objection !== undefined)
  return first === undefined ? undefined : `${first}.`
}

function whyNot(weighing: Weighing, menteeId: string, mentorId: string | undefined): string | undefined {
  if (mentorId === undefined) return undefined
  if (scorePair(weighing, menteeId, mentorId) === undefined) return 'One of them cannot be matched now'
  return objectionTo(weighing, menteeId, mentorId)
}

function gainOf(weighing: Weighing, row: ReviewRow, other: ReviewRow): number {
  const score = (menteeId: string, mentorId: string | undefined) =>
    scorePair(weighing, menteeId, mentorId) ?? 0
  const now = score(row.menteeId, row.mentorId) + score(other.menteeId, other.mentorId)
  return score(row.menteeId, other.mentorId) + score(other.menteeId, row.mentorId) - now
}
