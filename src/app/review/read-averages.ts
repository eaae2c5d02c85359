import type { AveragedAnswer } from '../../core/care/aggregate.ts'
import type { ShownRating } from '../../core/digest/averages.ts'
import { type Review, type ReviewMoment, ratingsFor } from '../../core/review/review.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import type { StoredProgram } from '../../store/programs.ts'
import { answeredReviews } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { figuresOf, isFresh } from '../digest/figures-of.ts'

const moments: readonly ReviewMoment[] = ['middle', 'end']

/**
 * What the people of a program rated half-way and at the end, as far as an average may be shown to its coordinators, and
 * keeps what is shown. Whoever has several pairs counts once, with the mean of what they rated.
 */
export async function readAverages(
  scope: Scope,
  { id: programId, program }: StoredProgram,
): Promise<ShownRating[]> {
  const show = await figuresOf(scope, { id: programId, program })
  const ratings: ShownRating[] = []
  for (const moment of moments) {
    const reviews = await answeredReviews(scope, { programId, moment })
    for (const { id, ask } of ratingsFor(moment, program.evaluation.ratings)) {
      const average = await show(`review:${moment}:${id}`, answersTo(reviews, id))
      if (average && isFresh(average, scope.now))
        ratings.push({ moment, ask, value: average.value, on: dateAt(average.on, program.timeZone) })
    }
  }
  return ratings
}

function answersTo(reviews: readonly Review[], rating: string): AveragedAnswer[] {
  const given = reviews.flatMap(({ personId, content }) => {
    const value = content.ratings?.[rating]
    return value === undefined ? [] : [{ personId, value }]
  })
  return [...Map.groupBy(given, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    value: own.reduce((sum, { value }) => sum + value, 0) / own.length,
  }))
}
