/** How a goal is measured. A yes-or-no goal goes from 0 to 1. */
export const measures = ['number', 'percent', 'count', 'yes-no'] as const
export type Measure = (typeof measures)[number]

/** A step on the way, with its day. */
export interface Milestone {
  readonly id: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
  readonly done: boolean
  /** When it was ticked off. */
  readonly doneAt?: Temporal.Instant
}

/** What a mentee wants to reach within one pair. Its words are private to the two. */
export interface Goal {
  readonly id: string
  readonly pairId: string
  readonly ownerId: string
  /** The owner's own numbering; never reused. */
  readonly number: number
  readonly title: string
  readonly measure: Measure
  /** Where it began, and where it is to end: the target may lie below. */
  readonly baseline: number
  readonly target: number
  /** What a number counts: minutes, shifts. */
  readonly unit?: string
  readonly startsOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly state: 'open' | 'reached' | 'retired'
  /** How the owner means to get there. */
  readonly attainable?: string
  /** Why it matters to them. */
  readonly relevant?: string
  /** The latest value; the baseline until the first progress entry. */
  readonly value: number
  /** In the order of their days. */
  readonly milestones: readonly Milestone[]
}

/** A goal as it is set. */
export type NewGoal = Pick<
  Goal,
  | 'pairId'
  | 'ownerId'
  | 'title'
  | 'measure'
  | 'baseline'
  | 'target'
  | 'unit'
  | 'startsOn'
  | 'dueOn'
  | 'attainable'
  | 'relevant'
> & { readonly milestones: readonly Pick<Milestone, 'title' | 'dueOn'>[] }

/** More than this a person cannot work on at once. */
export const MOST_OPEN_GOALS = 5

/** More steps than this are a plan of their own. */
export const MOST_MILESTONES = 10

/** Whether a value meets the target, whichever way the goal counts. */
export function isReached({ baseline, target }: Pick<Goal, 'baseline' | 'target'>, value: number): boolean {
  return baseline < target ? value >= target : value <= target
}
