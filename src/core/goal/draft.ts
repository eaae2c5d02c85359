import type { Measure, Milestone, NewGoal } from './goal.ts'
import { problemOfValue } from './value.ts'

/** How many milestones the form takes. */
export const MILESTONES_IN_FORM = 3

/** A goal as the form gives it, before it is known to make sense. */
export interface Draft {
  readonly title: string
  readonly measure: Measure
  readonly baseline?: number
  readonly target?: number
  readonly unit?: string
  readonly attainable?: string
  readonly relevant?: string
  readonly dueOn: Temporal.PlainDate
  /** In the order of the form; a field left empty is absent. */
  readonly milestones: readonly MilestoneDraft[]
}

/** Two fields of a form: what, and by when. */
export interface MilestoneDraft {
  readonly title?: string
  readonly dueOn?: Temporal.PlainDate
}

type Numbers = Pick<Draft, 'measure' | 'baseline' | 'target'>

export type DraftProblem =
  | 'no-numbers-wanted'
  | 'target-missing'
  | 'target-is-baseline'
  | 'target-is-met'
  | 'not-whole'
  | 'out-of-range'
  | 'due-in-the-past'
  | 'due-too-far'
  | 'due-before-milestone'
  | 'milestone-without-date'
  | 'milestone-without-title'
  | 'milestone-outside'
  | 'milestone-too-many'
  | 'nothing-changed'

/** What is wrong with which field of the form. */
export interface FieldProblem {
  readonly field: string
  readonly problem: DraftProblem
}

/** Nobody plans a goal further ahead. */
const LONGEST_YEARS = 5

/** The goal that a draft describes, from today on, or everything that is wrong with it. */
export function checkDraft(
  draft: Draft,
  today: Temporal.PlainDate,
):
  | { readonly goal: Omit<NewGoal, 'pairId' | 'ownerId'> }
  | { readonly problems: readonly [FieldProblem, ...FieldProblem[]] } {
  const { title, measure, unit, dueOn } = draft
  const { baseline, target } = endsOf(draft)
  const { milestones, problems } = checkMilestones(draft.milestones, { today, dueOn })
  const [first, ...more] = [...problemsOfNumbers(draft), ...problemsOfDate(dueOn, today), ...problems]
  if (first) return { problems: [first, ...more] }
  return {
    goal: {
      title,
      measure,
      baseline,
      target,
      ...(unit !== undefined && { unit }),
      ...(draft.attainable !== undefined && { attainable: draft.attainable }),
      ...(draft.relevant !== undefined && { relevant: draft.relevant }),
      startsOn: today,
      dueOn,
      milestones,
    },
  }
}

/** A yes-or-no goal goes from 0 to 1, a percentage to 100 unless told otherwise; everything begins at 0. */
export function endsOf({ measure, baseline, target }: Numbers): { baseline: number; target: number } {
  if (measure === 'yes-no') return { baseline: 0, target: 1 }
  return { baseline: baseline ?? 0, target: target ?? 100 }
}

/** What is wrong with where it begins and ends. */
export function problemsOfNumbers(draft: Numbers): FieldProblem[] {
  const given = (['baseline', 'target'] as const).filter((field) => draft[field] !== undefined)
  if (draft.measure === 'yes-no') return given.map((field) => ({ field, problem: 'no-numbers-wanted' }))
  if (draft.target === undefined && draft.measure !== 'percent') {
    return [{ field: 'target', problem: 'target-missing' }]
  }
  const ends = endsOf(draft)
  const problems = given.flatMap((field): FieldProblem[] => {
    const problem = problemOfValue(draft.measure, ends[field])
    return problem === 'not-whole' || problem === 'out-of-range' ? [{ field, problem }] : []
  })
  if (problems.length > 0 || ends.baseline !== ends.target) return problems
  return [{ field: 'target', problem: 'target-is-baseline' }]
}

/** What is wrong with the day by which it is to be reached. */
export function problemsOfDate(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): FieldProblem[] {
  if (isBefore(dueOn, today)) return [{ field: 'dueOn', problem: 'due-in-the-past' }]
  const last = today.add({ years: LONGEST_YEARS })
  return isBefore(last, dueOn) ? [{ field: 'dueOn', problem: 'due-too-far' }] : []
}

/** The milestones that rows of a form describe, and what is wrong with which field; an empty row is none. */
export function checkMilestones(
  rows: readonly MilestoneDraft[],
  within: { today: Temporal.PlainDate; dueOn: Temporal.PlainDate },
): { readonly milestones: Pick<Milestone, 'title' | 'dueOn'>[]; readonly problems: FieldProblem[] } {
  const checked = rows.map((row, index) => checkMilestone(row, { index, ...within }))
  return {
    milestones: checked.flatMap((one) => ('title' in one ? [one] : [])),
    problems: checked.flatMap((one) => ('field' in one ? [one] : [])),
  }
}

type CheckedMilestone = Pick<Milestone, 'title' | 'dueOn'> | FieldProblem | Record<never, never>

function checkMilestone(
  { title, dueOn }: MilestoneDraft,
  at: { index: number; today: Temporal.PlainDate; dueOn: Temporal.PlainDate },
): CheckedMilestone {
  const [titleField, dateField] = milestoneFields(at.index)
  if (title === undefined) {
    return dueOn === undefined ? {} : { field: titleField, problem: 'milestone-without-title' }
  }
  if (dueOn === undefined) return { field: dateField, problem: 'milestone-without-date' }
  const outside = isBefore(dueOn, at.today) || isBefore(at.dueOn, dueOn)
  return outside ? { field: dateField, problem: 'milestone-outside' } : { title, dueOn }
}

/** The names of a milestone's two fields: what, and by when. */
export function milestoneFields(index: number): readonly [string, string] {
  return [`milestone${index + 1}`, `milestone${index + 1}On`]
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}
