import type { MatchRule } from '../program/types.ts'
import type { Eligibility, Pool } from './eligibility.ts'
import { forbidden } from './problem.ts'
import { askedRules, type RuleName } from './rules.ts'

/** How it looks for a mentee without a mentor, as far as they themselves may be told. */
export type Outlook =
  /** Some mentor whom they may have has a place. */
  | { readonly kind: 'open' }
  | { readonly kind: 'full' }
  /** Nobody in the program keeps this rule of it; undefined where it is several together, or nobody mentors there. */
  | { readonly kind: 'nobody'; readonly rule: AskedRule | undefined }

/** A rule that a program asks for by name: everybody may know these. */
export type AskedRule = Exclude<MatchRule, 'not-paired-before'>

/**
 * Gives the outlook of a mentee by their position. Only rules that the program asks for are named: whoever is excluded
 * by a list, by an earlier pair or by a no is told what is told of full mentors.
 */
export function createOutlook(pool: Pool, eligibility: Eligibility): (mentee: number) => Outlook {
  const row = new Int32Array(pool.mentors.length)
  return (mentee) => {
    row.fill(0)
    eligibility.mask(mentee, row)
    if (row.some((score, mentor) => score !== forbidden && pool.mentors[mentor]?.places !== 0))
      return { kind: 'open' }
    if (row.some((score) => score !== forbidden)) return { kind: 'full' }
    return excluded(pool, eligibility, mentee)
  }
}

function excluded(pool: Pool, eligibility: Eligibility, mentee: number): Outlook {
  const self = pool.mentees[mentee]?.id
  const others = pool.mentors.flatMap(({ id }, mentor) => (id === self ? [] : [mentor]))
  const broken = others.map((mentor) => eligibility.objections(mentee, mentor).filter(isAsked))
  if (broken.some((rules) => rules.length === 0)) return { kind: 'full' }
  const names = Object.keys(askedRules) as AskedRule[]
  const rule =
    others.length === 0 ? undefined : names.find((name) => broken.every((rules) => rules.includes(name)))
  return { kind: 'nobody', rule }
}

function isAsked(rule: RuleName): rule is AskedRule {
  return rule in askedRules
}
