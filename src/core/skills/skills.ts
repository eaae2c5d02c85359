export const ratingMoments = ['start', 'middle', 'end'] as const
export type RatingMoment = (typeof ratingMoments)[number]

/** How somebody sees themselves in a skill, 1 to 5. */
export interface SkillRating {
  readonly skill: string
  readonly rating: number
}

export type Ratings = Readonly<Partial<Record<RatingMoment, readonly SkillRating[]>>>

/** One form holds no more. */
const MOST_SKILLS = 8

/** The skills that are rated: each once, however it is written, the first eight. */
export function skillsToRate(sought: readonly string[]): readonly string[] {
  const named = sought.map((skill) => skill.trim()).filter((skill) => skill !== '')
  const distinct = named.filter((skill, at) => named.findIndex((one) => folded(one) === folded(skill)) === at)
  return distinct.slice(0, MOST_SKILLS)
}

/** The name of a skill's field: the same as long as the skill is, wherever it stands in the list. */
export function fieldOf(skill: string): string {
  let hash = 0x811c9dc5
  for (const character of folded(skill)) {
    // FNV-1a.
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return `skill-${hash.toString(36)}`
}

/** What was chosen for these skills; those left empty are left out. */
export function readRatings(
  skills: readonly string[],
  chosen: (field: string) => string,
): readonly SkillRating[] {
  return skills.flatMap((skill) => {
    const rating = Number(chosen(fieldOf(skill)))
    return Number.isInteger(rating) && rating >= 1 && rating <= 5 ? [{ skill, rating }] : []
  })
}

/** One skill over time. */
export interface Growth {
  readonly skill: string
  readonly steps: readonly { readonly moment: RatingMoment; readonly rating: number }[]
}

/**
 * Skills with what was given them at each moment, the latest named first. A skill that was renamed is two: nobody but
 * its owner could say that they are one.
 */
export function growthOf(ratings: Ratings): readonly Growth[] {
  const latestFirst = ratingMoments.toReversed().flatMap((moment) => ratings[moment] ?? [])
  const named = new Map<string, string>()
  for (const { skill } of latestFirst) if (!named.has(folded(skill))) named.set(folded(skill), skill)
  return [...named].map(([key, skill]) => ({
    skill,
    steps: ratingMoments.flatMap((moment) => {
      const found = ratings[moment]?.find((one) => folded(one.skill) === key)
      return found ? [{ moment, rating: found.rating }] : []
    }),
  }))
}

/** The moment that was rated last. */
export function latestMoment(ratings: Ratings): RatingMoment | undefined {
  return ratingMoments.toReversed().find((moment) => ratings[moment] !== undefined)
}

function folded(skill: string): string {
  return skill.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
