/** For whom something to read is meant. */
export const resourceReaders = ['mentor', 'mentee', 'both'] as const
type ResourceReader = (typeof resourceReaders)[number]

/** Something to read that a program keeps for its people: an address, or the words themselves. */
export interface Resource {
  readonly title: string
  /** An http(s) or mailto address. */
  readonly link?: string
  readonly text?: string
  /** What it is about, in a word or two each. */
  readonly topics: readonly string[]
  readonly for: ResourceReader
}
