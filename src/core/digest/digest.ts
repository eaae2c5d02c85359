import type { Goal } from '../goal/goal.ts'
import { statusOf } from '../goal/progress.ts'
import { hasConflict } from '../program/conflict.ts'
import { type AttentionRow, byUrgency, isSnoozed, isUrgent, type PairFacts, reasonsFor } from './attention.ts'
import type { ShownRating, ShownSkills } from './averages.ts'
import type { Figures } from './figures.ts'
import type { RequiredFacts } from './required.ts'

/** Somebody who takes part, or is to, and has no pair. */
export interface Unpaired {
  readonly name: string
  readonly email: string
  readonly managerEmail?: string
  readonly why: 'not-paired-yet' | 'offered' | 'not-joined' | 'paused' | 'unreachable'
}

/** What a digest is made of. The period runs from the digest before to now. */
export interface DigestFacts {
  readonly program: { readonly id: string; readonly name: string; readonly coordinators: readonly string[] }
  /** On the program's own calendar. */
  readonly today: Temporal.PlainDate
  readonly since: Temporal.PlainDate
  /** What the digest before said; missing for the first. */
  readonly before?: Figures
  /** The active ones. */
  readonly pairs: readonly PairFacts[]
  readonly ended: number
  readonly checkIns: { readonly opened: number; readonly answered: number }
  /** The open goals of these pairs. */
  readonly goals: readonly Omit<Goal, 'title' | 'unit'>[]
  readonly reached: number
  /** How often somebody said thanks in the period and let it be counted. */
  readonly thanks: number
  readonly withoutPair: readonly Unpaired[]
  /** Of the reviews; missing where there are none to show. */
  readonly ratings?: readonly ShownRating[]
  /** Of the mentees' own ratings of their skills; the same. */
  readonly skills?: readonly ShownSkills[]
  /** Missing where the program requires no meetings and no time. */
  readonly required?: RequiredFacts
}

export interface Digest {
  readonly program: DigestFacts['program']
  readonly today: Temporal.PlainDate
  readonly since: Temporal.PlainDate
  readonly figures: Figures
  readonly before?: Figures
  /** Everything, for nobody in particular: who is shown what is decided by `seenBy`. */
  readonly rows: readonly AttentionRow[]
  readonly withoutPair: readonly Unpaired[]
  /** Of the reviews; missing where there are none to show. */
  readonly ratings?: readonly ShownRating[]
  /** Of the mentees' own ratings of their skills; the same. */
  readonly skills?: readonly ShownSkills[]
  readonly required?: RequiredFacts
}

/** Works out what a digest says (PRODUCT, *The coordinators' digest*). */
export function digestOf(facts: DigestFacts): Digest {
  const { program, today, since, before, pairs, withoutPair } = facts
  const pressing = pairs
    .map((pair) => ({ pair, reasons: reasonsFor(pair, today) }))
    .filter(({ reasons }) => reasons.length > 0)
  const rows = pressing.filter(({ pair }) => !isSnoozed(pair, today)).sort(byUrgency)
  const statuses = facts.goals.map((goal) => statusOf(goal, today))
  const count = (status: (typeof statuses)[number]) => statuses.filter((one) => one === status).length
  return {
    program,
    today,
    since,
    ...(before && { before }),
    ...(facts.ratings && { ratings: facts.ratings }),
    ...(facts.skills && { skills: facts.skills }),
    rows,
    withoutPair,
    ...(facts.required && { required: facts.required }),
    figures: {
      pairs: pairs.length,
      met: pairs.filter(({ metInPeriod }) => metInPeriod).length,
      ended: facts.ended,
      ...facts.checkIns,
      onTrack: count('on-track'),
      atRisk: count('at-risk'),
      offTrack: count('off-track'),
      reached: facts.reached,
      thanks: facts.thanks,
      attention: rows.length,
      snoozed: pressing.length - rows.length,
      withoutPair: withoutPair.length,
    },
  }
}

/** What a coordinator may see: nothing of a pair they are in or manage one of. */
export function seenBy(digest: Digest, email: string): Pick<Digest, 'rows' | 'withoutPair'> {
  return {
    rows: digest.rows.filter(({ pair }) => !hasConflict(email, [pair.mentor, pair.mentee])),
    withoutPair: digest.withoutPair.filter((person) => !hasConflict(email, [person])),
  }
}

/** What all coordinators may see together; `hidden` rows are for some of them, in private. Urgent requests are no matter for a channel. */
export function seenByAll(
  digest: Digest,
): Pick<Digest, 'rows' | 'withoutPair'> & { readonly hidden: number } {
  const { coordinators } = digest.program
  const nobodyIn = (people: Parameters<typeof hasConflict>[1]) =>
    !coordinators.some((email) => hasConflict(email, people))
  const rows = digest.rows
    .filter(({ pair }) => nobodyIn([pair.mentor, pair.mentee]))
    .map(({ pair, reasons }) => ({ pair, reasons: reasons.filter((reason) => !isUrgent(reason)) }))
    .filter(({ reasons }) => reasons.length > 0)
  return {
    rows,
    hidden: digest.rows.length - rows.length,
    withoutPair: digest.withoutPair.filter((person) => nobodyIn([person])),
  }
}
