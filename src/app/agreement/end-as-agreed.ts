import type { Pair } from '../../core/pair/pair.ts'
import type { Program } from '../../core/program/program.ts'
import { endWithContracts } from '../../store/leaving.ts'
import { setLastDay } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'

/** A pair ends on the day that both have signed, where its program or a contract does not end it before. */
export async function endAsAgreed(
  scope: Scope,
  { pair, program }: { readonly pair: Pair; readonly program: Program },
  until: Temporal.PlainDate,
): Promise<void> {
  const sooner = program.endsOn === undefined || Temporal.PlainDate.compare(until, program.endsOn) < 0
  await setLastDay(scope, pair.id, sooner ? until : undefined)
  await endWithContracts(scope, [pair.id])
}
