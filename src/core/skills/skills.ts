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

/** Two ratings nearer than this could not tell growth from mood; so long one can be put right. */
const DAYS_APART = 14

/**
 * For which moment somebody rates now, whatever the button that they press was sent for: the one they rated in the last
 * two weeks, which they put right, else the one that is due. Undefined: that one is closed, what was rated stays.
 */
export function momentToRate(facts: {
  readonly due: RatingMoment
  /** When each moment was first rated. */
  readonly ratedAt: Readonly<Partial<Record<RatingMoment, Temporal.Instant>>>
  readonly now: Temporal.Instant
}): RatingMoment | undefined {
  const { due, ratedAt, now } = facts
  const openSince = now.subtract({ hours: DAYS_APART * 24 })
  const recent = ratingMoments.findLast((moment) => {
    const at = ratedAt[moment]
    return at !== undefined && Temporal.Instant.compare(at, openSince) > 0
  })
  return recent ?? (ratedAt[due] ? undefined : due)
}

function folded(skill: string): string {
  return skill.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
