/** One step of the action plan of a pair. Its words are private to the two. */
export interface Action {
  readonly id: string
  readonly pairId: string
  /** Who is to do it. */
  readonly ownerId: string
  /** Who wrote it down. */
  readonly authorId: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
  readonly state: 'open' | 'done' | 'dropped'
  /** The goal it serves, where one was named. */
  readonly goalId?: string
  /** 0: none yet; 1: the one before its day, or there was no time for it; 2: the one after. */
  readonly reminders: number
}

/** An action as it is written down. */
export type NewAction = Pick<Action, 'pairId' | 'ownerId' | 'authorId' | 'title' | 'dueOn' | 'goalId'>

/** More than this at once nobody does; a person has at most so many open actions. */
export const MOST_OPEN_ACTIONS = 20
export const ACTION_LENGTH = 300

/** Nobody plans a single step further ahead. */
const LONGEST_MONTHS = 13

export type DayProblem = 'past' | 'too-far'

/** What is wrong with the day of an action; undefined if nothing is. */
export function problemOfDay(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): DayProblem | undefined {
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return 'past'
  const last = today.add({ months: LONGEST_MONTHS })
  return Temporal.PlainDate.compare(dueOn, last) > 0 ? 'too-far' : undefined
}
