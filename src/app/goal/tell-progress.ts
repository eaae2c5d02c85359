import type { Goal } from '../../core/goal/goal.ts'
import { progressForm } from '../../core/goal/progress-form.ts'
import {
  describeValueProblem,
  goalGone,
  noOpenGoal,
  noSuchGoal,
  noValue,
  progressStored,
  whichGoal,
} from '../../core/goal/progress-messages.ts'
import { type ProgressWords, readProgressWords } from '../../core/goal/progress-words.ts'
import { readValue } from '../../core/goal/value.ts'
import { menteesSetGoals, noPairForGoals } from '../../core/goal/wizard-messages.ts'
import { type Form, textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { withTyped } from '../../core/message/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import { openGoalsOfOwner } from '../../store/goals.ts'
import { markMilestonesDone } from '../../store/milestones.ts'
import { companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { recordProgress } from './record-progress.ts'

/** `progress [N] [VALUE[%]|done|yes|no] [note]`; without a value it opens the form. */
export async function tellProgress(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const open = await openGoalsOfOwner(scope, person.id)
  if (open.length === 0) return refuse(turn, await withoutGoals(turn))

  const read = readProgressWords(rest, open, person.locale)
  if (read.kind === 'form') {
    const goals = read.goal ? [read.goal] : open
    return { kind: 'form', form: formOf(goals, read.goal?.id) }
  }
  if (read.kind !== 'entry') return refuseWords(turn, describeWords(read, open))
  const value = readValue(read.value, read.goal, person.locale)
  if ('problem' in value) return refuseWords(turn, describeValueProblem(value.problem, read.goal))
  return keep(turn, { ...read, value: value.value, milestoneIds: [] })
}

/** The form of the goal that a button speaks of, or of all that are open. */
export async function askProgress(turn: Turn): Promise<Outcome> {
  const asked = await findForm(turn)
  return 'form' in asked ? { kind: 'form', form: asked.form } : { kind: 'show', message: asked.refusal }
}

/** Keeps what the form holds. Milestones alone leave the value as it is. */
export async function saveProgress(turn: Turn): Promise<Outcome> {
  const asked = await findForm(turn)
  if ('refusal' in asked) return { kind: 'show', message: asked.refusal }
  const { person, values } = turn
  const { form, goals } = asked
  const chosenId = textIn(values, 'goal')
  const goal = chosenId === '' ? goals[0] : goals.find(({ id }) => id === chosenId)
  if (!goal) return { kind: 'show', message: goalGone }

  const { milestones } = values
  const milestoneIds = typeof milestones === 'object' ? milestones : []
  const foreign = milestoneIds.some((id) => goal.milestones.every((milestone) => milestone.id !== id))
  if (foreign) {
    return refuseField(form, 'milestones', `Please choose milestones of goal ${goal.number} only.`)
  }
  const typed = textIn(values, 'value')
  if (typed === '' && milestoneIds.length === 0) return refuseField(form, 'value', 'Please fill this in.')
  const value = typed === '' ? { value: goal.value } : readValue(typed, goal, person.locale)
  if ('problem' in value) return refuseField(form, 'value', describeValueProblem(value.problem, goal))
  const note = textIn(values, 'note')
  return keep(turn, { goal, value: value.value, milestoneIds, ...(note !== '' && { note }) })
}

async function keep(
  { scope, person }: Turn,
  entry: { goal: Goal; value: number; note?: string; milestoneIds: readonly string[] },
): Promise<Outcome> {
  const { goal, value, note, milestoneIds } = entry
  if (milestoneIds.length > 0) await markMilestonesDone(scope, { goalId: goal.id, milestoneIds })
  const stored = await recordProgress(scope, {
    goalId: goal.id,
    authorId: person.id,
    value,
    ...(note !== undefined && { note }),
  })
  if (!stored) return { kind: 'show', message: goalGone }
  const companion = await companionIn(scope, person.id, goal.pairId)
  const done = stored.milestones.filter(({ id }) => milestoneIds.includes(id))
  const marked = stored.milestones.map((one) => (done.includes(one) ? { ...one, done: true } : one))
  const message = progressStored(
    { ...stored, milestones: marked },
    {
      today: todayOf(person, scope.now),
      locale: person.locale,
      other: companion?.other ?? '',
      milestones: done.map(({ title }) => title),
      ...(note !== undefined && { note }),
    },
  )
  return { kind: 'show', message }
}

type FoundForm = { readonly form: Form; readonly goals: readonly Goal[] } | { readonly refusal: Message }

/** Goals are looked up among the person's own: an id in a payload proves nothing. */
async function findForm(turn: Turn): Promise<FoundForm> {
  const [goalId] = turn.about
  const open = await openGoalsOfOwner(turn.scope, turn.person.id)
  if (open.length === 0 && goalId === undefined) return { refusal: await withoutGoals(turn) }
  const goals = goalId === undefined ? open : open.filter(({ id }) => id === goalId)
  return goals.length === 0 ? { refusal: goalGone } : { form: formOf(goals, goalId), goals }
}

/** A form of one goal names it, so that another goal set meanwhile does not change what was asked. */
function formOf(goals: readonly Goal[], goalId: string | undefined): Form {
  const [only, ...more] = goals
  const about = goalId ?? (more.length === 0 ? only?.id : undefined)
  return progressForm({ goals, ...(about !== undefined && { about }) })
}

async function withoutGoals({ scope, person }: Turn): Promise<Message> {
  const companions = await companionsOf(scope, person.id)
  if (companions.length === 0) return noPairForGoals
  const onlyMentors = companions.every(({ side }) => side === 'mentor')
  return onlyMentors ? menteesSetGoals : noOpenGoal
}

function describeWords(
  read: Exclude<ProgressWords, { kind: 'form' | 'entry' }>,
  open: readonly Goal[],
): string {
  switch (read.kind) {
    case 'no-such-goal':
      return noSuchGoal(read.number, open)
    case 'which-goal':
      return whichGoal(open)
    case 'no-value':
      return read.goal ? noValue(read.goal) : whichGoal(open)
  }
}

function refuseField(form: Form, field: string, why: string): Outcome {
  return { kind: 'errors', errors: { [field]: why }, form }
}

/** A slash command vanishes once sent: what was typed comes back. */
function refuseWords({ rest }: Turn, why: string): Outcome {
  return { kind: 'show', message: withTyped(why, [`progress ${rest}`]) }
}

function refuse({ rest }: Turn, message: Message): Outcome {
  if (rest === '') return { kind: 'show', message }
  const typed = withTyped('Nothing was stored.', [`progress ${rest}`]).blocks
  return { kind: 'show', message: { ...message, blocks: [...message.blocks, ...typed] } }
}
