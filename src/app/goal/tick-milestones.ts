import { milestonesForm, NEW_MILESTONES } from '../../core/goal/change-forms.ts'
import { checkMilestones, type FieldProblem, milestoneFields } from '../../core/goal/draft.ts'
import { type Goal, MOST_MILESTONES } from '../../core/goal/goal.ts'
import { goalGone } from '../../core/goal/progress-messages.ts'
import { describeDraftProblem } from '../../core/goal/wizard-messages.ts'
import { textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { goalById } from '../../store/goals.ts'
import {
  addMilestones,
  markMilestonesDone,
  markMilestonesOpen,
  removeMilestones,
} from '../../store/milestones.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { openGoalIn } from './own-goal.ts'
import { showPage } from './show-goal.ts'

/** One milestone is done, by one tap; the goal is shown again in place. */
export async function tickMilestone(turn: Turn): Promise<Outcome> {
  const own = await openGoalIn(turn)
  const [, milestoneId = ''] = turn.about
  if (!own?.goal.milestones.some(({ id }) => id === milestoneId)) return { kind: 'show', message: goalGone }
  await markMilestonesDone(turn.scope, { goalId: own.goal.id, milestoneIds: [milestoneId] })
  return { ...(await shown(turn, own.goal)), ...{ replace: true } }
}

/** The form of all milestones of an open goal. */
export async function askMilestones(turn: Turn): Promise<Outcome> {
  const own = await openGoalIn(turn)
  return own ? { kind: 'form', form: milestonesForm(own.goal) } : { kind: 'show', message: goalGone }
}

/** Ticks off, takes away and adds, or says at each field what does not fit. */
export async function saveMilestones(turn: Turn): Promise<Outcome> {
  const own = await openGoalIn(turn)
  if (!own) return { kind: 'show', message: goalGone }
  const { goal } = own
  const { scope, person, values } = turn
  const today = todayOf(person, scope.now)
  const away = goal.milestones.filter(({ id }) => chosen(values, 'away').includes(id))
  const added = checkMilestones(rowsIn(values), { today, dueOn: goal.dueOn })
  const problems = [...added.problems, ...tooMany(goal.milestones.length - away.length, values)]
  if (problems.length > 0) {
    const errors = problems.map(({ field, problem }) => [field, describeDraftProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form: milestonesForm(goal) }
  }
  await mark(scope, goal, chosen(values, 'done'))
  await removeMilestones(scope, { goalId: goal.id, milestoneIds: away.map(({ id }) => id) })
  await addMilestones(scope, goal.id, added.milestones)
  await audit(scope, { actor: person.id, action: 'goal.milestones', subject: goal.id })
  return await shown(turn, goal)
}

async function mark(scope: Scope, goal: Goal, done: readonly string[]): Promise<void> {
  const open = goal.milestones.filter((one) => one.done && !done.includes(one.id)).map(({ id }) => id)
  const milestoneIds = goal.milestones.map(({ id }) => id).filter((id) => done.includes(id))
  await markMilestonesOpen(scope, { goalId: goal.id, milestoneIds: open })
  await markMilestonesDone(scope, { goalId: goal.id, milestoneIds })
}

async function shown(turn: Turn, goal: Goal): Promise<Outcome & { kind: 'show' }> {
  const now = (await goalById(turn.scope, goal.id)) ?? goal
  const page = await showPage(turn, now)
  return page.kind === 'show' ? page : { kind: 'show', message: goalGone }
}

/** What is written beyond the tenth is refused at its own field. */
function tooMany(kept: number, values: Values): FieldProblem[] {
  let room = MOST_MILESTONES - kept
  return rowsIn(values).flatMap(({ title }, index): FieldProblem[] => {
    if (title === undefined) return []
    room -= 1
    return room < 0 ? [{ field: milestoneFields(index)[0], problem: 'milestone-too-many' }] : []
  })
}

function rowsIn(values: Values) {
  return Array.from({ length: NEW_MILESTONES }, (_, index) => {
    const [what, when] = milestoneFields(index)
    const title = textIn(values, what)
    const dueOn = textIn(values, when)
    return {
      ...(title !== '' && { title }),
      ...(dueOn !== '' && { dueOn: Temporal.PlainDate.from(dueOn) }),
    }
  })
}

function chosen(values: Values, name: string): readonly string[] {
  const value = values[name]
  return typeof value === 'object' ? value : []
}
