import type { AveragedAnswer } from '../../core/care/aggregate.ts'
import type { ShownSkills } from '../../core/digest/averages.ts'
import { type RatingMoment, type Ratings, ratingMoments } from '../../core/skills/skills.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { ratingsInProgram } from '../../store/skill-ratings.ts'
import { figuresOf, isFresh } from '../digest/figures-of.ts'

/**
 * How the mentees of a program see themselves in the skills they seek, at each moment, as far as an average may be shown
 * to its coordinators; nothing while no figure is new, and then all of them, so that they can be compared. Skills are in
 * everybody's own words, so a person counts once, with the mean of all that they rated at that moment.
 */
export async function readSkillAverages(scope: Scope, stored: StoredProgram): Promise<ShownSkills[]> {
  const show = await figuresOf(scope, stored)
  const rated = await ratingsInProgram(scope, stored.id)
  const shown: ShownSkills[] = []
  let isNew = false
  for (const moment of ratingMoments) {
    const average = await show(`skills:${moment}`, answersAt(moment, rated))
    if (!average) continue
    isNew ||= isFresh(average, scope.now)
    shown.push({ moment, value: average.value, on: dateAt(average.on, stored.program.timeZone) })
  }
  return isNew ? shown : []
}

function answersAt(
  moment: RatingMoment,
  rated: readonly { readonly personId: string; readonly ratings: Ratings }[],
): AveragedAnswer[] {
  return [...Map.groupBy(rated, ({ personId }) => personId)].flatMap(([personId, own]) => {
    const given = own.flatMap(({ ratings }) => ratings[moment] ?? []).map(({ rating }) => rating)
    if (given.length === 0) return []
    return [{ personId, value: given.reduce((sum, rating) => sum + rating, 0) / given.length }]
  })
}
