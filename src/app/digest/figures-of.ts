import { type AveragedAnswer, averageOf, type ShownAverage } from '../../core/care/aggregate.ts'
import { keepAverage, shownAverages } from '../../store/averages.ts'
import { peopleByEmail } from '../../store/people.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** The average under a name that the coordinators of a program may be shown now, if any; what is new is kept. */
type ShowFigure = (name: string, answers: readonly AveragedAnswer[]) => Promise<ShownAverage | undefined>

/** Reads what was shown of a program before, and who its readers are. */
export async function figuresOf(
  scope: Scope,
  { id: programId, program }: Pick<StoredProgram, 'id' | 'program'>,
): Promise<ShowFigure> {
  const shown = await shownAverages(scope, programId)
  const readers = (await peopleByEmail(scope, program.coordinators)).map(({ id }) => id)
  return async (name, answers) => {
    const before = shown.get(name)
    const average = averageOf({ answers, readers, before, now: scope.now })
    if (average && average !== before) await keepAverage(scope, { programId, name, average })
    return average
  }
}

/** A figure is shown so long: at review times, not for ever. */
const SHOWN_DAYS = 28

export function isFresh({ on }: ShownAverage, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(on, now.subtract({ hours: SHOWN_DAYS * 24 })) >= 0
}
