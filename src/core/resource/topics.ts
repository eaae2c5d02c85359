import type { Resource } from '../program/resource.ts'

/** Which of a program's resources somebody may see: what is meant for their side, or for both. */
export function readableBy(
  resources: readonly Resource[],
  sides: ReadonlySet<'mentor' | 'mentee'>,
): readonly Resource[] {
  return resources.filter((resource) => resource.for === 'both' || sides.has(resource.for))
}

export interface Topic {
  readonly name: string
  readonly count: number
}

/** The topics, the one with most to read first; written differently in two places it is one topic all the same. */
export function topicsOf(resources: readonly Resource[]): readonly Topic[] {
  const found = new Map<string, { name: string; count: number }>()
  for (const name of resources.flatMap(({ topics }) => [
    ...new Map(topics.map((one) => [folded(one), one])).values(),
  ])) {
    const known = found.get(folded(name))
    found.set(folded(name), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

/** What there is to read about a topic: under that very name, or else wherever a topic or a title holds the words. */
export function aboutTopic(resources: readonly Resource[], topic: string): readonly Resource[] {
  const wanted = folded(topic)
  const named = resources.filter(({ topics }) => topics.some((one) => folded(one) === wanted))
  if (named.length > 0 || wanted === '') return named
  return resources.filter(({ topics, title }) =>
    [...topics, title].some((one) => folded(one).includes(wanted)),
  )
}

const MOST_SUGGESTED = 3

/**
 * What may help with what somebody wrote: resources of which a topic stands in their words, those with more such topics
 * first, three at most. A topic of several words is there when all of them are.
 */
export function suggest(resources: readonly Resource[], words: readonly string[]): readonly Resource[] {
  const written = words.flatMap(wordsIn)
  const isThere = (topic: string) => {
    const parts = wordsIn(topic)
    return parts.length > 0 && parts.every((part) => written.some((word) => isSameWord(word, part)))
  }
  return resources
    .map((resource) => ({ resource, fits: resource.topics.filter(isThere).length }))
    .filter(({ fits }) => fits > 0)
    .toSorted((a, b) => b.fits - a.fits)
    .slice(0, MOST_SUGGESTED)
    .map(({ resource }) => resource)
}

/** Endings that words of this many letters take on without becoming others: shift and shifts, delegate and delegating. */
const STEM = 5

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < STEM) return `${short}s` === long
  const stem = short.slice(0, Math.max(STEM, short.length - 2))
  return long.startsWith(stem) && long.length - short.length <= 4
}

function wordsIn(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
