import { checkDraft, type Draft, MILESTONES_IN_FORM, milestoneFields } from '../../core/goal/draft.ts'
import { goalForm } from '../../core/goal/forms.ts'
import { MOST_OPEN_GOALS, measures } from '../../core/goal/goal.ts'
import {
  describeDraftProblem,
  enoughGoals,
  goalStored,
  menteesSetGoals,
  noPairForGoals,
} from '../../core/goal/messages.ts'
import { type Form, textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { pairGone } from '../../core/pair/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { createGoal, openGoalsOfOwner } from '../../store/goals.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'

/** The form of a new goal, unless the person has no mentor or enough open goals. */
export async function askGoal(turn: Turn): Promise<Outcome> {
  const asked = await findForm(turn)
  return 'form' in asked ? { kind: 'form', form: asked.form } : { kind: 'show', message: asked.refusal }
}

/** Keeps the goal under the mentee's next number, or says at each field what does not fit. */
export async function saveGoal(turn: Turn): Promise<Outcome> {
  const asked = await findForm(turn)
  if ('refusal' in asked) return { kind: 'show', message: asked.refusal }
  const { scope, person, values } = turn
  const pairId = asked.form.about ?? textIn(values, 'pair')
  const chosen = asked.companions.find(({ pair }) => pair.id === pairId)
  if (!chosen) return { kind: 'show', message: pairGone }

  const today = todayOf(person, scope.now)
  const checked = checkDraft(draftFrom(values), today)
  if ('problems' in checked) {
    const errors = checked.problems.map(({ field, problem }) => [field, describeDraftProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form: asked.form }
  }
  const goal = await createGoal(scope, { ...checked.goal, pairId, ownerId: person.id })
  await audit(scope, { actor: person.id, action: 'goal.set', subject: goal.id })
  const eyes = { today, locale: person.locale, mentor: chosen.other }
  return { kind: 'show', message: goalStored(goal, eyes) }
}

type FoundForm =
  | { readonly form: Form; readonly companions: readonly Companion[] }
  | { readonly refusal: Message }

async function findForm({ scope, person, about, rest }: Turn): Promise<FoundForm> {
  const [pairId] = about
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && named?.side !== 'mentee') return { refusal: pairGone }

  const all = named ? [named] : await companionsOf(scope, person.id)
  const companions = all.filter(({ side }) => side === 'mentee')
  if (companions.length === 0) return { refusal: all.length === 0 ? noPairForGoals : menteesSetGoals }

  const open = await openGoalsOfOwner(scope, person.id)
  if (open.length >= MOST_OPEN_GOALS) return { refusal: enoughGoals }
  const pairs = companions.map(({ pair, other }) => ({ value: pair.id, label: other }))
  return { form: goalForm({ pairs, ...(rest !== '' && { title: rest }) }), companions }
}

/** The form's values, each already checked to be a number, a date or one of the options. */
function draftFrom(values: Values): Draft {
  const unit = textIn(values, 'unit')
  const baseline = numberIn(values, 'baseline')
  const target = numberIn(values, 'target')
  return {
    title: textIn(values, 'title'),
    measure: measures.find((measure) => measure === textIn(values, 'measure')) ?? 'yes-no',
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(unit !== '' && { unit }),
    dueOn: Temporal.PlainDate.from(textIn(values, 'dueOn')),
    milestones: Array.from({ length: MILESTONES_IN_FORM }, (_, index) => {
      const [what, when] = milestoneFields(index)
      const title = textIn(values, what)
      const dueOn = textIn(values, when)
      return {
        ...(title !== '' && { title }),
        ...(dueOn !== '' && { dueOn: Temporal.PlainDate.from(dueOn) }),
      }
    }),
  }
}

function numberIn(values: Values, name: string): number | undefined {
  const text = textIn(values, name)
  return text === '' ? undefined : Number(text.trim().replace(',', '.'))
}
