import type { MatchPart } from '../program/types.ts'
import { fold, type Member } from './member.ts'
import { monthOfStart, noPreference, tellingWords } from './parts.ts'

interface Two {
  readonly mentee: Member
  readonly mentor: Member
}

const askedFor = 'they named them as a preference'
const standing = 'stands in the draft already'
/** A mark for whoever reviews a draft: the two are proposed to one another in both directions. */
export const bothWays = 'each of the two would mentor the other'
const coordinatorsOnly: ReadonlySet<string> = new Set([askedFor, standing, bothWays])

const mostReasons = 3
const mostNamed = 3

/**
 * The two or three parts of the score that carried a pair, in plain words, the one that gave most first. `they` is the
 * mentee.
 */
export function reasonsFor(two: Two, parts: ReadonlyMap<MatchPart, number>): string[] {
  const byWeight = [...parts].filter(([, points]) => points > 0).sort(([, a], [, b]) => b - a)
  const reasons = byWeight.flatMap(([part]) => wordsFor[part](two) ?? [])
  return reasons.length === 0
    ? ['allowed by the rules; nothing known speaks for them in particular']
    : reasons.slice(0, mostReasons)
}

/** The reasons that the two themselves are told: mentors do not learn who named them. */
export function reasonsForTheTwo(reasons: readonly string[]): string[] {
  return reasons.filter((reason) => !coordinatorsOnly.has(reason))
}

const wordsFor: Readonly<Record<MatchPart, (two: Two) => string | undefined>> = {
  skills: ({ mentee, mentor }) => {
    const offered = new Set(mentor.skillsOffered.map(fold))
    return `offers ${named(mentee.skillsSought.filter((skill) => offered.has(fold(skill))))}, which they seek`
  },
  aims: ({ mentee, mentor }) => {
    const known = new Set(
      [...mentor.aims, ...mentor.skillsOffered, mentor.specialty ?? ''].flatMap(tellingWords),
    )
    const common = new Set(mentee.aims.flatMap(tellingWords).filter((word) => known.has(word)))
    return `knows of what their aims name: ${named([...common])}`
  },
  specialty: ({ mentor }) => `same specialty (${mentor.specialty})`,
  site: ({ mentee, mentor }) => {
    const theirs = new Set(mentee.sites.map(fold))
    return `same site (${named(mentor.sites.filter((site) => theirs.has(fold(site))))})`
  },
  hours: () => 'both can be reached at the same hours',
  grade: ({ mentee: { grade: mentee = 0 }, mentor: { grade: mentor = 0 } }) => {
    const gap = Math.round((mentor - mentee) * 100) / 100
    if (gap === 0) return 'same grade'
    return gap === 1 ? '1 grade above' : `${gap} grades above`
  },
  experience: ({ mentee, mentor }) => {
    const years = Math.floor(((monthOfStart(mentee) ?? 0) - (monthOfStart(mentor) ?? 0)) / 12)
    if (years === 0) return undefined
    return years === 1 ? '1 year more' : `${years} years more`
  },
  languages: ({ mentee, mentor }) => {
    const spoken = new Set(mentor.languages.map(fold))
    const common = mentee.languages.filter((language) => spoken.has(fold(language)))
    return common.length > 1 ? `both speak ${named(common)}` : undefined
  },
  style: ({ mentee, mentor }) => {
    const style = mentee.contactStyle ?? ''
    return fold(style) === noPreference || fold(mentor.contactStyle ?? '') !== fold(style)
      ? undefined
      : `both like it ${style}`
  },
  preference: () => askedFor,
  standing: () => standing,
}

const list = new Intl.ListFormat('en-GB')

function named(words: readonly string[]): string {
  const shown = words.slice(0, mostNamed)
  const more = words.length - shown.length
  return list.format(more > 0 ? [...shown, `${more} more`] : shown)
}
