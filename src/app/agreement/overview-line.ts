import { nextStep, signingOf } from '../../core/agreement/agreement.ts'
import { agreementLine } from '../../core/agreement/messages.ts'
import type { Block } from '../../core/message/message.ts'
import { signedStatesOfPairs } from '../../store/agreements.ts'
import type { PairAtAGlance } from '../../store/overview.ts'
import type { Scope } from '../../store/scope.ts'

/** One line where something is to do about an agreement, of the first pair in which there is; else nothing. */
export async function agreementLineOf(
  scope: Scope,
  pairs: readonly PairAtAGlance[],
): Promise<readonly Block[]> {
  const signed = pairs.flatMap(({ id, side, other }) => (side === 'peer' ? [] : [{ id, side, other }]))
  const versions = await signedStatesOfPairs(
    scope,
    signed.map(({ id }) => id),
  )
  for (const { id, side, other } of signed) {
    const next = nextStep(signingOf(versions.filter(({ pairId }) => pairId === id)), side)
    if (next) return agreementLine({ pairId: id, other }, next)
  }
  return []
}
