import type { MatchRule } from '../program/types.ts'
import { fold, type Member } from './member.ts'

/** Rules that hold between two people by what somebody noted of them; they need not be asked for. */
export type ListedRule = 'never-with' | 'line-manager' | 'paired-before' | 'rejected'

/** A hard rule as it is named to coordinators. A person's own never-with list is none of these. */
export type RuleName = Exclude<MatchRule, 'not-paired-before'> | ListedRule

/** A rule that a program can ask for, in one of the forms that whole rows of pairs are checked by. */
export type Rule =
  | {
      /** About the mentor alone. */
      readonly form: 'mentor'
      readonly holds: (mentor: Member, on: Temporal.PlainDate) => boolean
    }
  | {
      /** Both have the same; where it is not known of one of them, they have not. */
      readonly form: 'same'
      readonly of: (member: Member) => string | undefined
    }
  | {
      /** The mentor has at least as much; where it is not known of one of them, they have not. */
      readonly form: 'at-least'
      readonly of: (member: Member) => number | undefined
    }

export const askedRules: Readonly<Record<Exclude<RuleName, ListedRule>, Rule>> = {
  'same-profession': { form: 'same', of: ({ profession }) => folded(profession) },
  'registered-12-months': {
    form: 'mentor',
    holds: ({ registeredOn }, on) => isBefore(registeredOn?.add({ months: 12 }), on),
  },
  'equal-or-senior-grade': { form: 'at-least', of: ({ grade }) => grade },
  trained: { form: 'mentor', holds: ({ trainedOn }, on) => isBefore(trainedOn, on) },
  'same-area': { form: 'same', of: ({ area }) => folded(area) },
}

/** Whether the rule stands between two people by their positions, on the day on which they would start. */
export function breachesOf(
  rule: Rule,
  {
    mentees,
    mentors,
    on,
  }: { mentees: readonly Member[]; mentors: readonly Member[]; on: Temporal.PlainDate },
): (mentee: number, mentor: number) => boolean {
  if (rule.form === 'mentor') {
    const unfit = mentors.map((mentor) => !rule.holds(mentor, on))
    return (_, mentor) => unfit[mentor] ?? true
  }
  const needed = mentees.map((mentee) => rule.of(mentee))
  const offered = mentors.map((mentor) => rule.of(mentor))
  const fits = rule.form === 'same' ? isSame : isEnough
  return (mentee, mentor) => !fits(needed[mentee], offered[mentor])
}

type Value = string | number | undefined

function isSame(needed: Value, offered: Value): boolean {
  return needed !== undefined && needed === offered
}

function isEnough(needed: Value, offered: Value): boolean {
  return needed !== undefined && offered !== undefined && offered >= needed
}

function folded(word: string | undefined): string | undefined {
  return word === undefined ? undefined : fold(word)
}

function isBefore(date: Temporal.PlainDate | undefined, on: Temporal.PlainDate): boolean {
  return date !== undefined && Temporal.PlainDate.compare(date, on) <= 0
}
