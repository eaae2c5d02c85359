import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Person } from '../../core/people/person.ts'
import {
  forgetForm,
  forgetQuestion,
  forgotten,
  nothingForgotten,
  removed,
  removedWords,
} from '../../core/record/messages.ts'
import { audit } from '../../store/audit.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { forgetEverything } from '../../store/forget.ts'
import { removeWordsOf } from '../../store/forget-words.ts'
import { activePairsOf } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'
import { withdrawOffersOf } from '../offer/withdraw-offers.ts'
import { closeWithWords } from '../pair/close-pair.ts'
import { programsCoordinatedBy } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { leaveGroups } from './leave-groups.ts'

/** `forget me`: says what goes and what stays, and asks whether that is wanted. */
export async function askWhetherToForget({ scope, person }: Turn): Promise<Outcome> {
  const coordinated = await programsCoordinatedBy(scope, person)
  return { kind: 'show', message: forgetQuestion(coordinated.map(({ program }) => program.name)) }
}

/** The second question, as a form. */
export function askToForget(): Promise<Outcome> {
  return Promise.resolve({ kind: 'form', form: forgetForm() })
}

export async function forgetMe({ scope, person, values }: Turn): Promise<Outcome> {
  if (textIn(values, 'sure') !== 'yes') return { kind: 'show', message: nothingForgotten }
  await forgetPerson(scope, person)
  return { kind: 'show', message: forgotten }
}

/**
 * Deletes everything about a person at once (PRODUCT, *Forget me*): pairs end, and the others hear only that; what was
 * shared is changed to *removed* where it was sent.
 */
export async function forgetPerson(scope: Scope, person: Person): Promise<void> {
  const { id: personId } = person
  for (const pair of await activePairsOf(scope, personId))
    await closeWithWords(scope, pair, { actor: personId, by: 'forgotten', knows: personId })
  for (const { programId } of await enrollmentsOfPerson(scope, personId))
    await withdrawOffersOf(scope, { programId, personId })
  await removeWordsOf(scope, personId, removed)
  await leaveGroups(scope, personId)
  const former = await forgetEverything(scope, person, removedWords)
  await audit(scope, { actor: former, action: 'person.forget', subject: former })
}
