import { type Form, type Option, textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { pairGone } from '../../core/pair/messages.ts'
import { otherOf } from '../../core/pair/pair.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import { type Action, MOST_OPEN_ACTIONS, type NewAction, problemOfDay } from '../../core/plan/action.ts'
import { actionForm } from '../../core/plan/forms.ts'
import {
  describeDayProblem,
  enoughActions,
  noPairForPlan,
  planNews,
  suggestedAction,
} from '../../core/plan/messages.ts'
import { actionIn as stepIn } from '../../core/plan/next-step.ts'
import { nextReminder } from '../../core/plan/reminders.ts'
import { nextFit } from '../../core/time/slot.ts'
import { createAction, openActionsOfPairs } from '../../store/actions.ts'
import { audit } from '../../store/audit.ts'
import { openGoalsOfPair } from '../../store/goals.ts'
import { queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { availabilityIn } from './availability.ts'
import { planOf } from './plan-of.ts'

/** The form of a new action, of one pair where the button names it. */
export async function askAction(turn: Turn): Promise<Outcome> {
  const found = await findForm(turn)
  return 'refusal' in found ? { kind: 'show', message: found.refusal } : { kind: 'form', form: found.form }
}

/** Keeps the action; one for the other is suggested to them, to keep, change or drop. */
export async function saveAction(turn: Turn): Promise<Outcome> {
  const found = await findForm(turn)
  if ('refusal' in found) return { kind: 'show', message: found.refusal }
  const { scope, person, values } = turn
  const pairId = found.form.about ?? textIn(values, 'pair')
  const companion = found.companions.find(({ pair }) => pair.id === pairId)
  if (!companion) return { kind: 'show', message: pairGone }

  const dueOn = Temporal.PlainDate.from(textIn(values, 'dueOn'))
  const problem = problemOfDay(dueOn, todayOf(person, scope.now))
  if (problem) return { kind: 'errors', errors: { dueOn: describeDayProblem(problem) }, form: found.form }

  const ownerId = textIn(values, 'owner') === 'other' ? otherOf(companion.pair, person.id) : person.id
  const [owner] = await peopleById(scope, [ownerId])
  if (!owner) return { kind: 'show', message: pairGone }
  if (await hasEnough(scope, pairId, ownerId)) {
    return { kind: 'show', message: enoughActions(ownerId === person.id ? 'own' : 'other') }
  }
  const action = await store(turn, { ...actionIn(values), dueOn, pairId, ownerId, authorId: person.id })
  if (ownerId === person.id) return await planOf(turn, planNews.added(action.title))
  await suggest(scope, { action, owner, author: person })
  return await planOf(turn, planNews.suggested(companion.other))
}

/** Whether the owner has as many open actions in the pair as anybody does at once. */
export async function hasEnough(scope: Scope, pairId: string, ownerId: string): Promise<boolean> {
  const open = await openActionsOfPairs(scope, [pairId])
  return open.filter((action) => action.ownerId === ownerId).length >= MOST_OPEN_ACTIONS
}

async function store({ scope, person }: Turn, action: NewAction): Promise<Action> {
  const availability = await availabilityIn(scope, action)
  const nextAt = availability && nextReminder({ ...action, reminders: 0 }, { now: scope.now, availability })
  const stored = await createAction(scope, { ...action, nextAt })
  await audit(scope, { actor: person.id, action: 'action.add', subject: stored.id })
  return stored
}

async function suggest(
  scope: Scope,
  { action, owner, author }: { action: Action; owner: Person; author: Person },
): Promise<void> {
  const availability = (await availabilityIn(scope, action)) ?? availabilityOf(owner, [])
  const after = nextFit({ instant: scope.now, availability })
  const eyes = { today: todayOf(owner, scope.now), locale: owner.locale }
  await queue(
    scope,
    toPerson(owner, {
      key: `plan:${action.id}:suggested`,
      repeat: 'once',
      author: author.id,
      message: suggestedAction(action, { ...eyes, author: author.name }),
      ...(after && { after }),
    }),
  )
}

type Found =
  | { readonly form: Form; readonly companions: readonly Companion[] }
  | { readonly refusal: Message }

async function findForm({ scope, person, about, rest }: Turn): Promise<Found> {
  const [pairId] = about
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && !named) return { refusal: pairGone }
  const companions = named ? [named] : await companionsOf(scope, person.id)
  if (companions.length === 0) return { refusal: noPairForPlan }
  const pairs = companions.map(({ pair, other }) => ({ value: pair.id, label: other }))
  const goals = await goalsIn(scope, companions)
  const read = stepIn({ text: rest }, { today: todayOf(person, scope.now), locale: person.locale })
  return { form: actionForm({ pairs, goals, title: rest, ...read }), companions }
}

/** Only of one pair: with several it is not known yet whose goals they would be. */
async function goalsIn(scope: Scope, [only, ...more]: readonly Companion[]): Promise<Option[]> {
  if (!only || more.length > 0) return []
  const goals = await openGoalsOfPair(scope, only.pair.id)
  return goals.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))
}

function actionIn(values: Values): Pick<NewAction, 'title' | 'goalId'> {
  const goalId = textIn(values, 'goal')
  return { title: textIn(values, 'title'), ...(goalId !== '' && { goalId }) }
}
