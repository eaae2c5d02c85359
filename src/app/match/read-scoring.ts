import type { IdPair } from '../../core/match/eligibility.ts'
import { favoursOf, type RankedPair } from '../../core/match/preferences.ts'
import { type Scoring, weightsOf } from '../../core/match/score.ts'
import { preferencesIn } from '../../store/preferences.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** How the pairs of a program are scored. `standing`: pairs that a run is not to part without need. */
export function scoringOf(
  { stored, preferences }: { readonly stored: StoredProgram; readonly preferences: readonly RankedPair[] },
  standing: readonly IdPair[],
): Scoring {
  return { weights: weightsOf(stored.program), preferences: favoursOf(preferences), standing }
}

/** How they are scored now, where none of them stands already. */
export async function readScoring(scope: Scope, stored: StoredProgram): Promise<Scoring> {
  return scoringOf({ stored, preferences: await preferencesIn(scope, stored.id) }, [])
}
