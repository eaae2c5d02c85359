import { adviceOnWay } from '../../core/goal/advice.ts'
import { checkDraft, type Draft, MILESTONES_IN_FORM, milestoneFields } from '../../core/goal/draft.ts'
import type { NewGoal } from '../../core/goal/goal.ts'
import type { UnfinishedGoal } from '../../core/goal/unfinished-goal.ts'
import { wayForm } from '../../core/goal/wizard-forms.ts'
import {
  describeDraftProblem,
  goalStored,
  pairEndedMeanwhile,
  unfinishedGone,
} from '../../core/goal/wizard-messages.ts'
import { textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { todayOf } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { createGoal } from '../../store/goals.ts'
import { companionIn } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { roomFor } from './begin-goal.ts'
import { type Begun, begunBy, dropBegun, keepBegun } from './unfinished.ts'

/** The last step of the goal in the making that the form speaks of. */
export async function askWay(turn: Turn): Promise<Outcome> {
  const found = await findBegun(turn)
  if ('refusal' in found) return { kind: 'show', message: found.refusal }
  return { kind: 'form', form: wayForm(found.begun.goal) }
}

/** Keeps the goal under the mentee's next number, or asks back once, or says at each field what does not fit. */
export async function saveGoal(turn: Turn): Promise<Outcome> {
  const found = await findBegun(turn)
  if ('refusal' in found) return { kind: 'show', message: found.refusal }
  const { scope, person, values } = turn
  const goal = withWay(found.begun.goal, values)
  const today = todayOf(person, scope.now)
  const checked = checkDraft(draftOf(goal), today)
  if ('problems' in checked) {
    const errors = checked.problems.map(({ field, problem }) => [field, describeDraftProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form: wayForm(found.begun.goal) }
  }
  const advice = goal.asked.includes('way') ? undefined : adviceOn(checked.goal, today)
  if (advice) {
    const asked: UnfinishedGoal = { ...goal, asked: [...goal.asked, 'way'] }
    await keepBegun(scope, person.id, { step: 'way', goal: asked })
    return { kind: 'form', form: wayForm(asked, { advice }) }
  }
  return await store(turn, { ...checked.goal, pairId: goal.pairId, ownerId: person.id })
}

async function store({ scope, person }: Turn, goal: NewGoal): Promise<Outcome> {
  const stored = await createGoal(scope, goal)
  await dropBegun(scope, person.id)
  await audit(scope, { actor: person.id, action: 'goal.set', subject: stored.id })
  const companion = await companionIn(scope, person.id, goal.pairId)
  const eyes = { today: goal.startsOn, locale: person.locale, mentor: companion?.other ?? '' }
  return { kind: 'show', message: goalStored(stored, eyes) }
}

type Found = { readonly begun: Begun } | { readonly refusal: Message }

/** It may have been finished in another window, and the pair may be over. */
async function findBegun(turn: Turn): Promise<Found> {
  const { scope, person, about } = turn
  const begun = await begunBy(scope, person.id)
  if (!begun || begun.goal.id !== about[0]) return { refusal: unfinishedGone }
  const companion = await companionIn(scope, person.id, begun.goal.pairId)
  if (companion?.side !== 'mentee') return { refusal: pairEndedMeanwhile(begun.goal) }
  const room = await roomFor(turn, begun.goal.pairId)
  return 'refusal' in room ? room : { begun }
}

function adviceOn(goal: Omit<NewGoal, 'pairId' | 'ownerId'>, today: Temporal.PlainDate) {
  const { attainable, relevant, dueOn } = goal
  return adviceOnWay({
    ...(attainable !== undefined && { attainable }),
    ...(relevant !== undefined && { relevant }),
    today,
    dueOn,
    milestones: goal.milestones.length,
  })
}

/** The form's values, each already checked to be a date or text. */
function withWay(before: UnfinishedGoal, values: Values): UnfinishedGoal {
  const { attainable: _, relevant: __, dueOn: ___, ...rest } = before
  return {
    ...rest,
    ...wordsIn(values, 'attainable', 'attainable'),
    ...wordsIn(values, 'relevant', 'relevant'),
    ...wordsIn(values, 'dueOn', 'dueOn'),
    milestones: Array.from({ length: MILESTONES_IN_FORM }, (_row, index) => {
      const [what, when] = milestoneFields(index)
      return { ...wordsIn(values, what, 'title'), ...wordsIn(values, when, 'dueOn') }
    }),
  }
}

function wordsIn<Name extends string>(
  values: Values,
  field: string,
  name: Name,
): { readonly [Key in Name]?: string } {
  const text = textIn(values, field).trim()
  const made: { [Key in Name]?: string } = {}
  if (text !== '') made[name] = text
  return made
}

function draftOf({ dueOn, milestones, ...goal }: UnfinishedGoal): Draft {
  return {
    ...goal,
    dueOn: Temporal.PlainDate.from(dueOn ?? ''),
    milestones: milestones.map(({ title, dueOn: day }) => ({
      ...(title !== undefined && { title }),
      ...(day !== undefined && { dueOn: Temporal.PlainDate.from(day) }),
    })),
  }
}
