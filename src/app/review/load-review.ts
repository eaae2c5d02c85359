import { otherOf, type Pair } from '../../core/pair/pair.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import type { Review } from '../../core/review/review.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import { lockReview, reviewById } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'

/** A review with all that its messages and forms need. */
export interface LoadedReview {
  readonly review: Review
  readonly pair: Pair
  readonly program: Program
  readonly person: Person
  readonly other: Person
}

export async function loadReview(scope: Scope, review: Review): Promise<LoadedReview | undefined> {
  const pair = await pairById(scope, review.pairId)
  const [stored] = await programsById(scope, [review.programId])
  if (!pair || !stored) return undefined
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const person = people.find(({ id }) => id === review.personId)
  const other = people.find(({ id }) => id === otherOf(pair, review.personId))
  return person && other && { review, pair, program: stored.program, person, other }
}

/**
 * The review that a press or form speaks of, if it is this person's own and can still be written: one of the middle only
 * while the pair lasts, the closing talk also afterwards. Nobody else writes in it meanwhile.
 */
export async function ownReview({ scope, person, about }: Turn): Promise<LoadedReview | undefined> {
  const id = about[0] ?? ''
  await lockReview(scope, id)
  const review = await reviewById(scope, id)
  if (review?.personId !== person.id) return undefined
  const loaded = await loadReview(scope, review)
  return loaded && (review.moment === 'end' || loaded.pair.state === 'active') ? loaded : undefined
}
