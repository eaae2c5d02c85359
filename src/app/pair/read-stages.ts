import { lastDayOf, type Pair } from '../../core/pair/pair.ts'
import { type Stage, stageOf } from '../../core/pair/stage.ts'
import type { Program } from '../../core/program/program.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import type { Scope } from '../../store/scope.ts'
import { stageFactsOf } from '../../store/stages.ts'

/** How far each of these pairs has come, by its id; the same for both of a pair. One query. */
export async function readStages(
  scope: Scope,
  pairs: readonly { readonly pair: Pair; readonly program: Program }[],
): Promise<Map<string, Stage>> {
  const facts = await stageFactsOf(scope, [...new Set(pairs.map(({ pair }) => pair.id))])
  return new Map(
    pairs.map(({ pair, program }) => {
      const { hasMet, hasGoal } = facts.get(pair.id) ?? { hasMet: false, hasGoal: false }
      const today = dateAt(scope.now, program.timeZone)
      return [pair.id, stageOf({ hasMet, hasGoal, endsOn: lastDayOf(pair, program), today })]
    }),
  )
}
