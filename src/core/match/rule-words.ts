import { counted } from '../message/counted.ts'
import type { Member } from './member.ts'
import type { RuleName } from './rules.ts'

interface RuleWords {
  /** Of so many mentors: `14 have another profession`. */
  readonly count: (mentors: number) => string
  /** Of one pair, without a full stop. */
  readonly pair: (mentor: string, mentee: string) => string
  /** As a reason that stands alone, without a full stop. */
  readonly reason: string
}

const words: Readonly<Record<RuleName, RuleWords>> = {
  'same-profession': {
    count: (mentors) => `${mentors} ${has(mentors)} another profession`,
    pair: (mentor, mentee) => `${mentor} and ${mentee} are not known to have the same profession`,
    reason: 'not the same profession',
  },
  'registered-12-months': {
    count: (mentors) => `${mentors} ${has(mentors)} not been registered for 12 months`,
    pair: (mentor) => `${mentor} is not known to have been registered for 12 months`,
    reason: 'the mentor is not registered for 12 months',
  },
  'equal-or-senior-grade': {
    count: (mentors) => `${mentors} ${has(mentors)} a lower grade`,
    pair: (mentor, mentee) => `${mentor} is not known to have at least the grade of ${mentee}`,
    reason: 'the mentor has a lower grade',
  },
  trained: {
    count: (mentors) => `${mentors} ${is(mentors)} not trained`,
    pair: (mentor) => `${mentor} is not known to be trained`,
    reason: 'the mentor is not trained',
  },
  'same-area': {
    count: (mentors) => `${mentors} ${mentors === 1 ? 'works' : 'work'} in another area`,
    pair: (mentor, mentee) => `${mentor} and ${mentee} are not known to work in the same area`,
    reason: 'not the same area',
  },
  'line-manager': {
    count: (mentors) => `${mentors} ${is(mentors)} their line manager`,
    pair: (mentor, mentee) => `${mentor} is the line manager of ${mentee}`,
    reason: 'the mentor is their line manager',
  },
  'never-with': {
    count: (mentors) => `${mentors} ${mentors === 1 ? 'stands' : 'stand'} with them on a never-with list`,
    pair: (mentor, mentee) => `${mentor} and ${mentee} stand on a never-with list`,
    reason: 'a never-with list',
  },
  'paired-before': {
    count: (mentors) => `${mentors} ${mentors === 1 ? 'was' : 'were'} their mentor before`,
    pair: (mentor, mentee) => `${mentor} and ${mentee} were a pair before`,
    reason: 'they were a pair before',
  },
  rejected: {
    count: (mentors) => `${mentors} ${mentors === 1 ? 'was' : 'were'} rejected for them, or said no`,
    pair: (mentor, mentee) => `${mentor} and ${mentee} are not to be proposed to one another again`,
    reason: 'rejected before, or one of them said no',
  },
}

/** How many mentors a rule excludes: `14 have another profession`. */
export function countExcluded(rule: RuleName, mentors: number): string {
  return words[rule].count(mentors)
}

/** Why these two may not be a pair, without a full stop. */
export function describeBreach(
  rule: RuleName,
  two: { readonly mentor: Member; readonly mentee: Member },
): string {
  return words[rule].pair(two.mentor.name, two.mentee.name)
}

/**
 * A mentor without a free place; also said where somebody's own list is what stands between the two. So it counts no
 * places: another page may say that there is one.
 */
export function describeFull({ name }: Member): string {
  return `${name} is not free this time`
}

/** Of all pairs that there could be: how many a rule excludes, `2 of 8 pairs: the mentor is not trained`. */
export function describeExclusion(
  rule: RuleName,
  pairs: { readonly excluded: number; readonly of: number },
): string {
  return `${pairs.excluded} of ${counted(pairs.of, 'pair')}: ${words[rule].reason}`
}

function has(mentors: number): string {
  return mentors === 1 ? 'has' : 'have'
}

function is(mentors: number): string {
  return mentors === 1 ? 'is' : 'are'
}
