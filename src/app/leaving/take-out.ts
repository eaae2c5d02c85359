import type { EndedBy } from '../../core/pair/pair.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../store/enrollments.ts'
import { activePairsOf } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'
import { withdrawOffersOf } from '../offer/withdraw-offers.ts'
import { closeWithWords } from '../pair/close-pair.ts'

/**
 * Somebody is not there any more: their pairs end kindly for the others, nothing that was offered to them is waited for,
 * and they have left their programs. Who was their mentee is looked for anew. They can come back by `join`.
 */
export async function takeOut(
  scope: Scope,
  personId: string,
  by: EndedBy & ('left' | 'deactivated'),
): Promise<void> {
  const gone = { state: 'left', pausedUntil: null, silences: 0, askedToGoOnAt: null } as const
  for (const { id, state } of await enrollmentsOfPerson(scope, personId)) {
    if (state === 'left') continue
    await changeEnrollment(scope, id, gone)
    await audit(scope, { actor: 'rounds', action: 'program.leave', subject: id, details: { by } })
  }
  for (const pair of await activePairsOf(scope, personId))
    await closeWithWords(scope, pair, { actor: 'rounds', by, knows: personId })
  await withdrawOffersOf(scope, { personId })
}
