import { counted } from '../message/counted.ts'
import type { Eligibility, HeldBack, Pool } from './eligibility.ts'
import { countExcluded } from './rule-words.ts'
import type { RuleName } from './rules.ts'

/** Why somebody is left without a mentor. */
export type LeftOverReason =
  /** `excluded`: how many mentors each rule excludes, the one that excludes most first. */
  | { readonly kind: 'nobody-allowed'; readonly mentors: number; readonly excluded: readonly Excluded[] }
  /** `contest`: how many mentees could have had the most sought of them, and how many places they had together. */
  | { readonly kind: 'all-full'; readonly mentors: number; readonly contest?: Contest }
  /** A coordinator took them out of the draft. */
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'held-back'; readonly why: HeldBack['why'] }

interface Contest {
  readonly mentees: number
  readonly places: number
}

interface Excluded {
  readonly rule: RuleName
  readonly count: number
}

/**
 * Why this mentee got nobody, as far as anybody is told: whom only a person's own list excludes counts among those who
 * are full. `sought`: by mentor, how many mentees of the run could have them.
 */
export function reasonFor(
  { pool, eligibility }: { readonly pool: Pool; readonly eligibility: Eligibility },
  sought: Int32Array,
  mentee: number,
): LeftOverReason {
  const counts = new Map<RuleName, number>()
  const self = pool.mentees[mentee]?.id
  let [mentors, allowed, places, most] = [0, 0, 0, 1]
  for (const [position, mentor] of pool.mentors.entries()) {
    if (mentor.id === self) continue
    mentors += 1
    const objections = eligibility.objections(mentee, position)
    for (const rule of objections) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    if (objections.length > 0) continue
    allowed += 1
    places += mentor.places
    most = Math.max(most, sought[position] ?? 0)
  }
  // Where there were places enough the figures explain nothing, and would show that a list of their own stands between.
  const contest = places > 0 && most > places ? { contest: { mentees: most, places } } : {}
  if (allowed > 0) return { kind: 'all-full', mentors: allowed, ...contest }
  return { kind: 'nobody-allowed', mentors, excluded: mostFirst(counts) }
}

/** The rules that exclude most, in the same order on every run. */
export function mostFirst(counts: ReadonlyMap<RuleName, number>): Excluded[] {
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

const mostRules = 2

const heldBackWords: Readonly<Record<HeldBack['why'], string>> = {
  aims: 'they have not said yet what they want to get out of it',
  leaving: 'they leave the organization too soon for a new pair',
}

/** The reason in plain words. */
export function describeLeftOver(reason: LeftOverReason): string {
  switch (reason.kind) {
    case 'set-aside':
      return 'taken out of the draft'
    case 'held-back':
      return heldBackWords[reason.why]
    case 'nobody-allowed': {
      if (reason.mentors === 0) return 'there is no mentor in the program'
      const most = reason.excluded.slice(0, mostRules).map(({ rule, count }) => countExcluded(rule, count))
      return `nobody may be their mentor: of ${counted(reason.mentors, 'mentor')}, ${most.join(', ')}`
    }
    case 'all-full': {
      const { mentors, contest } = reason
      const who =
        mentors === 1
          ? 'the one mentor they may have is not free'
          : `none of the ${mentors} mentors they may have is free`
      if (!contest) return who
      return `${who}: ${counted(contest.mentees, 'mentee')} for ${counted(contest.places, 'place')}`
    }
  }
}
