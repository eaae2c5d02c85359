import type { AccountKey, Platform, Someone } from '../../wire.ts'

/** The first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0])
  return letters.join('').toUpperCase()
}

export function platformOf(key: AccountKey): Platform {
  return key.startsWith('slack:') ? 'slack' : 'teams'
}

/** Those whom somebody is paired with, each once: of somebody with two accounts the one on the same platform. */
export function partnersOf(someone: Someone, people: readonly Someone[]): readonly Someone[] {
  if (someone.pairedWith.length === 0) return []
  const accounts = someone.pairedWith.flatMap((key) => byKey(people).get(key) ?? [])
  const own = platformOf(someone.key)
  const sorted = accounts.toSorted(
    (one, other) => Number(platformOf(other.key) === own) - Number(platformOf(one.key) === own),
  )
  return sorted.filter(({ name }, index) => sorted.findIndex((one) => one.name === name) === index)
}

const indexes = new WeakMap<readonly Someone[], ReadonlyMap<AccountKey, Someone>>()

/** Made once for each list, because a hospital may have thousands of people. */
function byKey(people: readonly Someone[]): ReadonlyMap<AccountKey, Someone> {
  const made = indexes.get(people) ?? new Map(people.map((someone) => [someone.key, someone]))
  indexes.set(people, made)
  return made
}
