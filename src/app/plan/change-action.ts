import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { type Action, problemOfDay } from '../../core/plan/action.ts'
import { changeForm, tickForm } from '../../core/plan/forms.ts'
import { actionGone, describeDayProblem, type Eyes, planNews } from '../../core/plan/messages.ts'
import { nextReminder } from '../../core/plan/reminders.ts'
import { changeAction, closeAction, lockAction, openActionsOfPairs } from '../../store/actions.ts'
import { audit } from '../../store/audit.ts'
import { companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { availabilityIn } from './availability.ts'
import { planOf } from './plan-of.ts'

/** *Done*, by one tap: the message pressed shows what is left. */
export function doAction(turn: Turn): Promise<Outcome> {
  return close(turn, 'done')
}

/** *Drop it*: the same for what is not needed any more. */
export function dropAction(turn: Turn): Promise<Outcome> {
  return close(turn, 'dropped')
}

async function close(turn: Turn, state: 'done' | 'dropped'): Promise<Outcome> {
  const action = await ownAction(turn, turn.about[0])
  if (!action) return { kind: 'show', message: actionGone }
  return { ...(await closeAs(turn, action, state)), replace: true }
}

/** The form by which an own action is changed or dropped: the one that a button names, or a choice. */
export async function askChange(turn: Turn): Promise<Outcome> {
  const [id] = turn.about
  const actions = await openActions(turn)
  const named = id === undefined ? actions : actions.filter((action) => action.id === id)
  if (named.length === 0) return { kind: 'show', message: actionGone }
  return { kind: 'form', form: changeForm(named, eyesOf(turn)) }
}

/** The form in which several are ticked off at once. */
export async function askTick(turn: Turn): Promise<Outcome> {
  const actions = await openActions(turn)
  if (actions.length === 0) return { kind: 'show', message: actionGone }
  return { kind: 'form', form: tickForm(actions, eyesOf(turn)) }
}

/** Those that were ticked are done. */
export async function saveTicked(turn: Turn): Promise<Outcome> {
  const ticked = [turn.values['done'] ?? []].flat()
  const titles: string[] = []
  for (const id of ticked) {
    const action = await ownAction(turn, id)
    if (!action) continue
    await finish(turn, action, 'done')
    titles.push(action.title)
  }
  const [only, ...more] = titles
  if (only === undefined) return { kind: 'show', message: actionGone }
  return await planOf(turn, more.length === 0 ? planNews.done(only) : planNews.ticked(titles.length))
}

/** Keeps what the form says; what was left empty stays as it is. */
export async function saveChange(turn: Turn): Promise<Outcome> {
  const asked = await askChange(turn)
  if (asked.kind !== 'form') return asked
  const { scope, person, values } = turn
  const action = await ownAction(turn, asked.form.about ?? textIn(values, 'action'))
  if (!action) return { kind: 'show', message: actionGone }
  if (values['drop']?.includes('drop')) return await closeAs(turn, action, 'dropped')

  const dueOn = dayIn(textIn(values, 'dueOn')) ?? action.dueOn
  const moved = !dueOn.equals(action.dueOn)
  const problem = moved ? problemOfDay(dueOn, todayOf(person, scope.now)) : undefined
  if (problem) return { kind: 'errors', errors: { dueOn: describeDayProblem(problem) }, form: asked.form }
  const title = textIn(values, 'title') || action.title
  // On another day it is as good as a new one: it is spoken of before and after that day.
  const reminders = moved ? 0 : action.reminders
  const availability = await availabilityIn(scope, action)
  const nextAt = availability && nextReminder({ dueOn, reminders }, { now: scope.now, availability })
  await changeAction(scope, action.id, { title, dueOn, reminders, nextAt })
  await audit(scope, { actor: person.id, action: 'action.change', subject: action.id })
  return await planOf(turn, planNews.changed(title))
}

async function closeAs(turn: Turn, action: Action, state: 'done' | 'dropped') {
  await finish(turn, action, state)
  return await planOf(turn, planNews[state](action.title))
}

async function finish({ scope, person }: Turn, { id }: Action, state: 'done' | 'dropped'): Promise<void> {
  await closeAction(scope, id, state)
  await audit(scope, { actor: person.id, action: `action.${state}`, subject: id })
}

/** An open action of theirs, in a pair that goes on: an id in a payload proves nothing. */
async function ownAction({ scope, person }: Turn, id: string | undefined): Promise<Action | undefined> {
  const action = id === undefined || id === '' ? undefined : await lockAction(scope, id)
  if (action?.ownerId !== person.id || action.state !== 'open') return undefined
  return (await companionIn(scope, person.id, action.pairId)) ? action : undefined
}

async function openActions({ scope, person }: Turn): Promise<Action[]> {
  const companions = await companionsOf(scope, person.id)
  const open = await openActionsOfPairs(
    scope,
    companions.map(({ pair }) => pair.id),
  )
  return open.filter(({ ownerId }) => ownerId === person.id)
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  return text === '' ? undefined : Temporal.PlainDate.from(text)
}

function eyesOf({ scope, person }: Turn): Eyes {
  return { today: todayOf(person, scope.now), locale: person.locale }
}
