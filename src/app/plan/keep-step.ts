import type { Pair } from '../../core/pair/pair.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { actionIn } from '../../core/plan/next-step.ts'
import { nextReminder } from '../../core/plan/reminders.ts'
import { actionOfAnswer, changeAction, createAction, removeAction } from '../../store/actions.ts'
import { audit } from '../../store/audit.ts'
import type { Scope } from '../../store/scope.ts'
import { hasEnough } from './add-action.ts'
import { availabilityIn } from './availability.ts'

/** The next step that somebody named in a check-in, as it stands now. */
interface Step {
  readonly pair: Pair
  readonly person: Person
  /** Names the answer, for ever. */
  readonly answerId: string
  /** Undefined once it is taken back, or not for the other person in the pair to read. */
  readonly said: { readonly text: string; readonly by?: string | undefined } | undefined
}

/**
 * Keeps the action of a next step in step with the answer: made from what the pair may read and what has a day to come,
 * changed with it while it is open, and gone when the answer is taken back or becomes its author's alone.
 */
export async function keepStep(scope: Scope, { pair, person, answerId, said }: Step): Promise<void> {
  const known = await actionOfAnswer(scope, answerId)
  if (!said) {
    if (known) await removeAction(scope, known.id)
    return
  }
  const read = actionIn(said, { today: todayOf(person, scope.now), locale: person.locale })
  if (!read || (known && known.state !== 'open')) return
  const owned = { pairId: pair.id, ownerId: person.id, authorId: person.id }
  const availability = await availabilityIn(scope, owned)
  const reminders = known?.dueOn.equals(read.dueOn) ? known.reminders : 0
  const nextAt =
    availability && nextReminder({ dueOn: read.dueOn, reminders }, { now: scope.now, availability })
  if (known) return await changeAction(scope, known.id, { ...read, reminders, nextAt })
  if (await hasEnough(scope, pair.id, person.id)) return
  const made = await createAction(scope, { ...owned, ...read, answerId, nextAt })
  await audit(scope, { actor: person.id, action: 'action.add', subject: made.id })
}
