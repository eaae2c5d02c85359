/** What mentors can let mentees see of them, beside their name and whether they have a place. */
export const aspects = ['skills', 'specialty', 'sites', 'languages', 'experience'] as const
export type Aspect = (typeof aspects)[number]

/** A mentor as a mentee sees them. What they do not show is empty. */
export interface MentorCard {
  readonly id: string
  readonly name: string
  readonly skills: readonly string[]
  readonly specialty: string | undefined
  readonly sites: readonly string[]
  readonly languages: readonly string[]
  /** Whole years in the profession. */
  readonly years: number | undefined
  /** How many more mentees they can take. */
  readonly places: number
}

/**
 * What is left of what is known of a mentor once what they do not show is taken away; undefined where they show nothing
 * and so are not found. Order, search and words work on this alone, so that none of them tells what is not shown.
 */
export function cardOf(known: MentorCard, shows: readonly string[]): MentorCard | undefined {
  const shown = new Set(aspects.filter((aspect) => shows.includes(aspect)))
  if (shown.size === 0) return undefined
  const { id, name, places } = known
  return {
    id,
    name,
    places,
    skills: shown.has('skills') ? known.skills : [],
    specialty: shown.has('specialty') ? known.specialty : undefined,
    sites: shown.has('sites') ? known.sites : [],
    languages: shown.has('languages') ? known.languages : [],
    years: shown.has('experience') ? known.years : undefined,
  }
}

/** The skills on the card that this mentee seeks, and the others. */
export function skillsFor(
  { skills }: Pick<MentorCard, 'skills'>,
  sought: readonly string[],
): { readonly sought: readonly string[]; readonly others: readonly string[] } {
  const wanted = new Set(sought.map(plainly))
  const isWanted = (skill: string) => wanted.has(plainly(skill))
  return { sought: skills.filter(isWanted), others: skills.filter((skill) => !isWanted(skill)) }
}

/** Those who offer most of what is sought first, then by name. */
export function bestFirst(
  cards: readonly MentorCard[],
  { sought, locale }: { readonly sought: readonly string[]; readonly locale: string },
): MentorCard[] {
  const names = new Intl.Collator(locale)
  const ranked = cards.map((card) => ({ card, fits: skillsFor(card, sought).sought.length }))
  ranked.sort(
    (a, b) =>
      b.fits - a.fits || names.compare(a.card.name, b.card.name) || names.compare(a.card.id, b.card.id),
  )
  return ranked.map(({ card }) => card)
}

/** The cards on which the word stands: in the name, a skill or the specialty. Accents and capitals do not matter. */
export function search(cards: readonly MentorCard[], word: string): MentorCard[] {
  const wanted = plainly(word)
  return cards.filter(({ name, skills, specialty = '' }) =>
    [name, ...skills, specialty].some((text) => plainly(text).includes(wanted)),
  )
}

/** As words are compared here. */
export function plainly(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
